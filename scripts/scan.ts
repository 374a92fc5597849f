import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { projectFolder } from '../harness/folders';
import { pack } from './packing';

const packedPatterns = ['**/*.js', '**/*.ts', '**/*.json'];

/** Loaded when it is needed: it is large, and an ES module. */
const scanner = async () => await import('@n8n/scan-community-package/scanner/scanner.mjs');

/** `analyzePackage` passes with warnings; the same rules on the same files show them. */
async function countWarnings(folder: string, patterns: string[]): Promise<number> {
	const { buildScanConfig } = await scanner();
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		errorOnUnmatchedPattern: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const results = await eslint.lintFiles(patterns);
	const warnings = results.reduce((total, { warningCount }) => total + warningCount, 0);
	if (warnings > 0) {
		const formatter = await eslint.loadFormatter('stylish');
		console.log(await formatter.format(results));
	}
	console.log(`  ${results.length} files, ${warnings} warnings`);
	return warnings;
}

async function scan(label: string, folder: string, patterns: string[]): Promise<boolean> {
	const { analyzePackage } = await scanner();
	console.log(label);
	const { passed, message, details } = await analyzePackage(folder, patterns);
	if (!passed) console.log(`  ${message}\n${details ?? ''}`);
	const warnings = await countWarnings(folder, patterns);
	return passed && warnings === 0;
}

/** `npm run scan`: n8n's scanner on what would be published and on its sources. Warnings fail. */
export async function main(): Promise<void> {
	const temporary = mkdtempSync(join(tmpdir(), 'isendpro-scan-'));
	try {
		const packed = await scan('Packed files', pack(temporary).folder, packedPatterns);
		const sources = await scan('Sources', projectFolder, (await scanner()).SOURCE_FILE_PATTERNS);
		console.log(packed && sources ? 'scan: passed' : 'scan: failed');
		process.exitCode = packed && sources ? 0 : 1;
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
}
