import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { median } from './measure';

const rounds = 31;

/** Requires both built nodes, as n8n does when it starts, and prints how many milliseconds it takes. */
const script = `
	const require = module.constructor.createRequire(process.argv[1] + '/package.json');
	require('n8n-workflow');
	const start = performance.now();
	for (const file of require('./package.json').n8n.nodes) require('./' + file);
	console.log(performance.now() - start);`;

/**
 * Measures how long n8n's start waits for the built nodes of this checkout, alternating with those of
 * the checkout that the variable COMPARE_WITH names, each time in a new process.
 */
export async function benchLoading(): Promise<void> {
	const here = process.cwd();
	const other = process.env.COMPARE_WITH;
	const folders = other === undefined ? [here] : [path.resolve(other), here];
	const times = new Map(folders.map((folder) => [folder, [] as number[]]));
	for (let round = 0; round < rounds; round++) {
		for (const [folder, measured] of times) measured.push(timeToLoad(folder));
	}
	console.log(`loading: both nodes, after n8n-workflow; median of ${rounds} processes`);
	for (const [folder, measured] of times) {
		console.log(`  ${median(measured).toFixed(1)} ms  ${path.basename(folder)}`);
	}
}

function timeToLoad(folder: string): number {
	return Number(execFileSync(process.execPath, ['-e', script, folder], { encoding: 'utf8' }));
}
