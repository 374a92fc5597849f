import { installN8n, type Generation } from './n8n/installation';
import { Problem } from './problem';

const generations = new Map<string | undefined, Generation>([
	['1', 1],
	['2', 2],
]);

/** `node scripts/run.mjs scripts/install-n8n.ts 1|2`: prints where the pinned n8n lies, as JSON. */
export async function main([parameter]: string[]): Promise<void> {
	const generation = generations.get(parameter);
	if (generation === undefined) throw new Problem('Which generation of n8n? 1 or 2');
	console.log(JSON.stringify(await installN8n(generation)));
}
