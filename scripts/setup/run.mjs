import { spawn } from 'node:child_process';
import { projectFolder } from './folders.mjs';

/**
 * Runs a development tool's script with this Node.js; it writes to this terminal unless `quiet`.
 *
 * @param {string} script from the project's folder
 * @param {string[]} parameters
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` only when quiet
 */
export async function runTool(script, parameters, { quiet = false } = {}) {
	const child = spawn(process.execPath, [script, ...parameters], {
		cwd: projectFolder,
		stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk) => (output += String(chunk)));
	/** @type {number} */
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (status) => resolve(status ?? 1));
	});
	return { code, output };
}
