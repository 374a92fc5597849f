const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/** Folder of the package that a bundled file belongs to, e.g. `node_modules/luxon`; none for our own. */
function packageFolder(file) {
	return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function notice(folder) {
	const { name, version, license } = JSON.parse(
		readFileSync(path.join(folder, 'package.json'), 'utf8'),
	);
	const licenceFile = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
	const text =
		licenceFile && existsSync(path.join(folder, licenceFile))
			? readFileSync(path.join(folder, licenceFile), 'utf8').trim()
			: `Licence: ${license}`;
	return `## ${name} ${version} (${license})\n\n${text}\n`;
}

/**
 * Licences of the libraries inside the bundles.
 * @param {string[]} files the bundled files, relative to the project
 * @returns {string} the text of THIRD_PARTY_NOTICES.md
 */
exports.thirdPartyNotices = (files) => {
	const folders = [...new Set(files.map(packageFolder).filter(Boolean))].sort();
	return ['# Third-party notices', ...folders.map(notice)].join('\n\n');
};
