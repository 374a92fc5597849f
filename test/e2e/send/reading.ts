import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { linkedItems, readingCases } from '../../helpers/expressions';
import type { N8n, WorkflowDefinition } from '../../../scripts/n8n';
import { itemsOf } from '../../../scripts/n8n';
import type { World } from './lanes';
import { ITEMS_EACH, PARAMETERS } from './probe/ReadingProbe.node';

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

function workflowWith(
	parameters: INodeParameters,
	files: { items: string; linked: string },
): WorkflowDefinition {
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
			node('Items', 'CUSTOM.readingProbe', { file: files.items }),
			node('Linked', 'CUSTOM.readingProbe', { file: files.linked }),
			node('Reading', 'CUSTOM.readingProbe', parameters),
		],
		connections: { Start: to('Items'), Items: to('Linked'), Linked: to('Reading') },
	};
}

/** What the probe tells. */
interface Comparison {
	compared: number;
	direct: number;
	differences: unknown[];
}

async function compare(n8n: N8n, seed: number): Promise<Comparison> {
	const cases = fc.sample(readingCases(ITEMS_EACH), { seed, numRuns: PARAMETERS });
	const items = cases.flatMap((each) => each.items);
	// The items of all cases come in one run, so those of a case begin where those before it end.
	const links = cases.flatMap((each, index) =>
		each.links.map((link) => ({ ...link, from: link.from + index * ITEMS_EACH })),
	);
	const files = { items: join(n8n.folder, 'items.json'), linked: join(n8n.folder, 'linked.json') };
	writeFileSync(files.items, JSON.stringify(items.map((json) => ({ json }))));
	writeFileSync(files.linked, JSON.stringify(linkedItems(items, links)));
	const expressions = cases.map(({ expression }, index) => [`p${index}`, expression]);
	const definition = workflowWith(Object.fromEntries(expressions), files);
	const workflow = await n8n.api.createWorkflow(definition);
	const execution = await n8n.api.run(workflow);
	const { compared, direct, differences }: Partial<Comparison> =
		itemsOf(execution, 'Reading')[0]?.json ?? {};
	if (!compared || !direct || !differences) throw new Error('The probe did not end');
	return { compared, direct, differences };
}

/** Parameters are read as n8n reads them, whatever their expressions and the items are. */
export function readingTests(world: () => World, rounds: number): void {
	const count = rounds * PARAMETERS * ITEMS_EACH;
	it(`Parameters are read as n8n reads them, ${count} times at random`, async () => {
		const seed = Date.now() % 1e9;
		let compared = 0;
		let direct = 0;
		for (let round = 0; round < rounds; round++) {
			const comparison = await compare(world().n8n, seed + round);
			expect({ seed: seed + round, differences: comparison.differences }).toEqual({
				seed: seed + round,
				differences: [],
			});
			compared += comparison.compared;
			direct += comparison.direct;
		}
		expect(compared).toBe(count);
		// It would say nothing if everything were left to n8n.
		expect(direct).toBeGreaterThan(count / 8);
	});
}
