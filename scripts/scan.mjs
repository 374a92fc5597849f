// Runs n8n's official scanner on what would be published and on its sources. Warnings fail too.
import { ESLint } from 'eslint';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	analyzePackage,
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const packedPatterns = ['**/*.js', '**/*.ts', '**/*.json'];

/** Packs the package as `npm publish` would, and unpacks it. */
function pack(folder) {
	const [{ filename }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
			shell: process.platform === 'win32',
		}),
	);
	execFileSync('tar', ['-xzf', filename], { cwd: folder });
	return path.join(folder, 'package');
}

/** `analyzePackage` passes with warnings; the same rules on the same files show them. */
async function countWarnings(folder, patterns) {
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

async function scan(label, folder, patterns) {
	console.log(label);
	const { passed, message, details } = await analyzePackage(folder, patterns);
	if (!passed) console.log(`  ${message}\n${details ?? ''}`);
	const warnings = await countWarnings(folder, patterns);
	return passed && warnings === 0;
}

const temporary = mkdtempSync(path.join(tmpdir(), 'isendpro-scan-'));
try {
	const packed = await scan('Packed files', pack(temporary), packedPatterns);
	const sources = await scan('Sources', root, SOURCE_FILE_PATTERNS);
	console.log(packed && sources ? 'scan: passed' : 'scan: failed');
	process.exitCode = packed && sources ? 0 : 1;
} finally {
	rmSync(temporary, { recursive: true, force: true });
}
