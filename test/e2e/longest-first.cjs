const { basename } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest: started late, they would run alone at the end. */
const first = [
	...['send', 'once', 'trigger-burst', 'wait', 'trigger', 'soak', 'lists', 'second-tries'],
	...['send-queue', 'trigger-access'],
];

/** A file's place; the files that are not named follow in Jest's own order. */
function placeOf({ path }) {
	const place = first.indexOf(basename(path, '.e2e.ts'));
	return place < 0 ? first.length : place;
}

/** Starts the longest files first, also before Jest has measured them. */
module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		return [...super.sort(tests)].sort((a, b) => placeOf(a) - placeOf(b));
	}
};
