const { rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { build } = require('esbuild');
const { parallel, series } = require('gulp');
const { buildOptions, copyAssets } = require('./bundle/options');
const { thirdPartyNotices } = require('./bundle/third-party-notices');

const outdir = path.join(__dirname, 'dist');

async function clean() {
	await rm(outdir, { recursive: true, force: true });
}

async function bundle() {
	const { metafile } = await build(buildOptions(outdir));
	const notices = thirdPartyNotices(Object.keys(metafile.inputs));
	await writeFile(path.join(outdir, 'THIRD_PARTY_NOTICES.md'), notices);
}

async function assets() {
	await copyAssets(outdir);
}

exports.clean = clean;
exports.build = series(clean, parallel(bundle, assets));
exports.default = exports.build;
