import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { fieldNames, harmlessFieldNames, readings } from '../../helpers/expressions';
import type { N8n } from '../../../harness';
import { node } from '../../helpers/workflow';
import { runsOf } from '../../../harness';
import { unusualOrNot } from '../../helpers/unusual-items';
import type { GivenItem } from './probe/ReadingProbe.node';
import { PARAMETERS, READINGS_EACH } from './probe/ReadingProbe.node';
import type { Way } from './ways';
import { nodeNamesFor, ways, workflowOf } from './ways';

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

const probe = (name: string, parameters: INodeParameters) =>
	node(name, 'CUSTOM.readingProbe', parameters);

/** What the probe tells. */
interface Comparison {
	compared: number;
	direct: number;
	failed: number;
	differences: unknown[];
}

const NEVER = "={{ $('Never').item.json.phone }}";

const count = { items: 100, expressions: PARAMETERS };

function casesOf(way: Way): fc.Arbitrary<{ expressions: string[]; given: GivenItem[] }> {
	const few = way.nodes.length === 0 ? fieldNames : harmlessFieldNames;
	const each = { minLength: count.items, maxLength: count.items, size: 'max' } as const;
	return fc
		.array(few, { minLength: 4, maxLength: 4 })
		.map((fields) => [...new Set(fields.flat())])
		.chain((fields) =>
			fc.tuple(readings(fields, nodeNamesFor(way), count), fc.array(unusualOrNot, each)),
		)
		.map(([{ expressions, items }, kinds]) => ({
			expressions,
			given: items.map((json, index) => ({ json, kind: kinds[index] })),
		}));
}

async function compare(n8n: N8n, name: string, way: Way, seed: number): Promise<Comparison[]> {
	const [{ expressions, given } = { expressions: [], given: [] }] = fc.sample(casesOf(way), {
		seed,
		numRuns: 1,
	});
	const file = join(n8n.folder, 'items.json');
	writeFileSync(file, JSON.stringify(given));
	// One of them fails in every run.
	const raw = [NEVER, ...expressions.slice(1)];
	const parameters = Object.fromEntries(raw.map((each, index) => [`p${index}`, each]));
	const reading = probe('Reading', parameters);
	const definition = workflowOf(`Reading ${name}`, way, probe('Items', { file }), reading);
	const execution = await n8n.api.run(await n8n.api.createWorkflow(definition));
	const runs = runsOf(execution, 'Reading');
	if (runs.length === 0) throw new Error(JSON.stringify(execution.data.resultData.error));
	return runs.map(({ data }) => {
		const { compared, direct, failed, differences }: Partial<Comparison> =
			data?.main?.[0]?.[0]?.json ?? {};
		if (!compared || direct === undefined || failed === undefined || !differences)
			throw new Error('The probe did not end');
		return { compared, direct, failed, differences };
	});
}

/** Parameters are read as n8n reads them, with all kinds of expressions and items. */
export function readingTests(running: () => N8n, rounds: number): void {
	it.each(Object.entries(ways))(
		'parameters are read as n8n reads them, at random, of items that came %s',
		async (name, way) => {
			const seed = Date.now() % 1e9;
			const total = { compared: 0, direct: 0, failed: 0 };
			for (let round = 0; round < rounds; round++) {
				for (const each of await compare(running(), name, way, seed + round)) {
					const { differences } = each;
					expect({ seed: seed + round, differences }).toEqual({
						seed: seed + round,
						differences: [],
					});
					total.compared += each.compared;
					total.direct += each.direct;
					total.failed += each.failed;
				}
			}
			expect(total.compared).toBeGreaterThanOrEqual(rounds * PARAMETERS * READINGS_EACH);
			// It would say nothing if everything were left to n8n, or nothing failed.
			expect(total.direct).toBeGreaterThan(0);
			expect(total.failed).toBeGreaterThanOrEqual(rounds * READINGS_EACH);
		},
	);
}
