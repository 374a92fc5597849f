import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { readingCases } from '../../helpers/expressions';
import { itemsOf, type WorkflowDefinition } from '../n8n';
import type { World } from './lanes';
import { PARAMETERS } from './probe/ReadingProbe.node';

const itemsEach = 20;

/** Puts the test's own node where n8n finds it; gives the environment that tells n8n so. */
export async function placeProbe(folder: string): Promise<Record<string, string>> {
	const name = 'ReadingProbe.node';
	await build({
		entryPoints: [join(__dirname, 'probe', `${name}.ts`)],
		outfile: join(folder, `${name}.js`),
		bundle: true,
		platform: 'node',
		format: 'cjs',
		logLevel: 'error',
	});
	return { N8N_CUSTOM_EXTENSIONS: folder };
}

function workflowWith(parameters: INodeParameters, file: string): WorkflowDefinition {
	const node = (name: string, type: string, settings: INodeParameters) => ({
		name,
		type,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: settings,
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	return {
		name: 'Reading',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node('Items', 'CUSTOM.readingProbe', { file }),
			node('Reading', 'CUSTOM.readingProbe', { itemsEach, ...parameters }),
		],
		connections: { Start: to('Items'), Items: to('Reading') },
	};
}

/** Parameters are read as n8n reads them, whatever their expressions and the items are. */
export function readingTests(world: () => World, count: number): void {
	describe('Parameters', () => {
		it(`are read as n8n reads them, ${count} times at random`, async () => {
			const { n8n } = world();
			const seed = Date.now();
			const cases = fc.sample(readingCases(itemsEach), { seed, numRuns: count / itemsEach });
			expect(cases.length).toBeLessThanOrEqual(PARAMETERS);
			const file = join(n8n.folder, 'items.json');
			writeFileSync(file, JSON.stringify(cases.flatMap(({ items }) => items)));
			const expressions = cases.map(({ expression }, index) => [`p${index}`, expression]);
			const definition = workflowWith(Object.fromEntries(expressions), file);
			const workflow = await n8n.api.createWorkflow(definition);

			const execution = await n8n.api.run(workflow, { patience: 240_000 });

			const [result] = itemsOf(execution, 'Reading');
			expect({ seed, ...result?.json }).toMatchObject({ compared: count, differences: [] });
			// It would say nothing if everything were left to n8n.
			expect(result?.json.direct).toBeGreaterThan(count / 8);
		});
	});
}
