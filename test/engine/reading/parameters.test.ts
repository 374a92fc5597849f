import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { fieldNames, readings } from '../../helpers/expressions';
import { readBothWays } from './both-ways';

/** The time of day moves on between two readings. */
function withoutTime(values: unknown[]): unknown {
	return JSON.parse(JSON.stringify(values).replace(/T\d\d:\d\d:\d\d\.\d{3}/g, ''));
}

/** One expression, and 20 items to read it for. */
const readingCases = fieldNames
	.chain((fields) => readings(fields, ['Items'], { items: 20, expressions: 1 }))
	.map(({ expressions: [expression = ''], items }) => ({ expression, items }));

describe('a parameter', () => {
	it('is read as n8n reads it, inside a collection too', async () => {
		const members = fc.dictionary(
			fc.constantFrom('timezone', 'tracker', 'sendAt'),
			fc.constantFrom('', 'Shop', '={{ $parameter["&tracker"] }}', '={{ $now }}', 'expression'),
			{ minKeys: 1 },
		);
		await fc.assert(
			fc.asyncProperty(members, readingCases, async (chosen, { expression, items }) => {
				const entries = Object.entries(chosen).map(([name, value]) => [
					name,
					value === 'expression' ? expression : value,
				]);
				const options: INodeParameters = Object.fromEntries(entries);
				const { ours, n8ns } = await readBothWays('options', { options }, items);
				expect(withoutTime(ours)).toEqual(withoutTime(n8ns));
			}),
			{ numRuns: 50 },
		);
	}, 60_000);

	it('is left to n8n for every item once n8n reads the first one otherwise', async () => {
		const message = '={{ $json.caller }}';
		const { ours, n8ns } = await readBothWays('message', { message }, [
			{ caller: 'a' },
			{ caller: 'b' },
		]);
		expect(ours).toEqual(n8ns);
	});
});
