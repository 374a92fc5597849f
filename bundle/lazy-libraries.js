const path = require('node:path');

const root = path.resolve(__dirname, '..');
const nodeFolder = 'nodes/ISendPro';

/**
 * The libraries that are long, or take long to set up, each with the names that nodes/ imports from it.
 * The build fails when a name is missing here, or is not used.
 */
const libraries = {
	'fast-xml-parser': ['XMLParser'],
	'fflate/browser': ['Unzip', 'UnzipInflate', 'unzipSync', 'ZipPassThrough'],
	'iconv-lite': ['decode'],
	'libphonenumber-js/min': [
		...['getCountryCallingCode', 'isSupportedCountry', 'parsePhoneNumberFromString'],
		'validatePhoneNumberLength',
	],
	luxon: ['DateTime', 'IANAZone'],
	papaparse: ['parse'],
};

/** Namespaces of modules; esbuild's messages show the first: `No matching export in "bundle/lazy-libraries.js:luxon"`. */
const DECLARED = 'bundle/lazy-libraries.js';
const LAZY = 'lazy';
const LIBRARY = 'library';

const fileOf = (library) => library.replace(/\W/g, '-');

/** Each library is a file beside the nodes, which share it. */
exports.libraryEntryPoints = Object.keys(libraries).map((library) => ({
	in: `${LIBRARY}:${library}`,
	out: `${nodeFolder}/libraries/${fileOf(library)}`,
}));

/** Stands in for a library where a node imports it: each name from a module that the bundle leaves out when nothing uses it. */
const declared = (library) =>
	libraries[library]
		.map((name) => `export { ${name} } from '${LAZY}:${library}:${name}';`)
		.join('\n');

/** One name of a library, which is loaded when the name is first used. */
const lazy = (library, name) => `
	let library;
	module.exports = {
		get ${name}() { return (library ??= require('./libraries/${fileOf(library)}.js')).${name}; },
	};`;

/** The declared names that no bundle uses. */
function unusedNames({ outputs }) {
	const used = new Set(Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
	return Object.entries(libraries).flatMap(([library, names]) =>
		names
			.filter((name) => !used.has(`${LAZY}:${library}:${name}`))
			.map((name) => ({ library, name })),
	);
}

/**
 * esbuild plugin: a library is read and set up when something of it is first used, not when n8n, as it
 * starts, loads every node that it has.
 */
exports.lazyLibraries = {
	name: 'lazy-libraries',
	setup({ onResolve, onLoad, onEnd }) {
		const anyLibrary = new RegExp(`^(?:${Object.keys(libraries).join('|')})$`);
		onResolve({ filter: anyLibrary }, ({ path: library, importer, namespace }) =>
			namespace === 'file' && !importer.includes('node_modules')
				? { path: library, namespace: DECLARED, sideEffects: false }
				: undefined,
		);
		onLoad({ filter: /.*/, namespace: DECLARED }, ({ path: library }) => ({
			contents: declared(library),
		}));

		onResolve({ filter: /^lazy:/ }, ({ path: name }) => ({
			path: name.slice(`${LAZY}:`.length),
			namespace: LAZY,
			sideEffects: false,
		}));
		onLoad({ filter: /.*/, namespace: LAZY }, ({ path: name }) => ({
			contents: lazy(...name.split(':')),
		}));
		onResolve({ filter: /^\.\/libraries\// }, ({ path: file }) => ({ path: file, external: true }));

		onResolve({ filter: /^library:/ }, ({ path: entry }) => ({
			path: entry.slice(`${LIBRARY}:`.length),
			namespace: LIBRARY,
		}));
		onLoad({ filter: /.*/, namespace: LIBRARY }, ({ path: library }) => ({
			contents: `export { ${libraries[library].join(', ')} } from '${library}';`,
			resolveDir: root,
		}));

		onEnd(({ metafile }) => ({
			errors: (metafile === undefined ? [] : unusedNames(metafile)).map(({ library, name }) => ({
				text: `${DECLARED} declares "${name}" of "${library}", which nothing in nodes/ uses`,
			})),
		}));
	},
};
