const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const nodeFolder = 'nodes/ISendPro';

/** The libraries that are long, or take long to set up, each with the names that are imported from it. */
const libraries = new Map(
	[
		'fast-xml-parser',
		'fflate/browser',
		'iconv-lite',
		'libphonenumber-js/min',
		'luxon',
		'papaparse',
	].map((library) => [library, importedNames(library)]),
);

function importedNames(library) {
	const statement = new RegExp(`^import \\{([^}]*)\\} from '${library}';$`, 'gm');
	const names = readdirSync(path.join(root, nodeFolder), { recursive: true })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(path.join(root, nodeFolder, file), 'utf8'))
		.flatMap((source) => [...source.matchAll(statement)].flatMap(([, list]) => list.split(',')))
		.map((name) => name.trim())
		.filter((name) => name !== '' && !name.startsWith('type '));
	return [...new Set(names)];
}

const fileOf = (library) => library.replace(/\W/g, '-');

/** Each library is a file beside the nodes, which share it. */
exports.libraryEntryPoints = [...libraries.keys()].map((library) => ({
	in: `library:${library}`,
	out: `${nodeFolder}/libraries/${fileOf(library)}`,
}));

/** Stands in for a library where a node imports it. */
function lazily(library) {
	const getters = libraries
		.get(library)
		.map((name) => `get ${name}() { return (library ??= load()).${name}; },`);
	return `
		let library;
		const load = () => require('./libraries/${fileOf(library)}.js');
		module.exports = { ${getters.join('\n')} };`;
}

/**
 * esbuild plugin: a library is read and set up when something of it is first used, not when n8n, as it
 * starts, loads every node that it has.
 */
exports.lazyLibraries = {
	name: 'lazy-libraries',
	setup({ onResolve, onLoad }) {
		const ofLibraries = new RegExp(`^(?:${[...libraries.keys()].join('|')})$`);
		onResolve({ filter: ofLibraries }, ({ path: library, importer, namespace }) =>
			namespace === 'file' && !importer.includes('node_modules')
				? { path: library, namespace: 'lazy', sideEffects: false }
				: undefined,
		);
		onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path: library }) => ({
			contents: lazily(library),
		}));
		onResolve({ filter: /^\.\/libraries\// }, ({ path: file }) => ({ path: file, external: true }));

		onResolve({ filter: /^library:/ }, ({ path: entry }) => ({
			path: entry.slice('library:'.length),
			namespace: 'library',
		}));
		onLoad({ filter: /.*/, namespace: 'library' }, ({ path: library }) => ({
			contents: `export { ${libraries.get(library).join(', ')} } from '${library}';`,
			resolveDir: root,
		}));
	},
};
