const { basename } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Those that take longest, or wait longest: begun late, they would go on alone at the end. */
const first = ['send', 'trigger-burst', 'wait', 'trigger', 'soak', 'send-queue', 'trigger-access'];

/** A file's place; what is not named comes behind, in Jest's own order. */
function placeOf({ path }) {
	const place = first.indexOf(basename(path, '.e2e.ts'));
	return place < 0 ? first.length : place;
}

/** Begins with the longest files, also where Jest has not measured them before. */
module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		return [...super.sort(tests)].sort((a, b) => placeOf(a) - placeOf(b));
	}
};
