import type { IDataObject } from 'n8n-workflow';
import type { EngineRun } from '../../helpers/engine';
import { withoutSummary } from '../../helpers/messages';
import { runNode } from '../../helpers/engine';
import { itemsLike, namesOf, waits } from '../../helpers/operations';
import { useBusyGateway } from '../../helpers/simulator';
import { rows } from '../../operations';

const all = Object.entries(rows);
const { gateway, requests } = useBusyGateway();

/** Runs the operation of a row with these input items. */
const run = async (name: string, items: IDataObject[], onError?: EngineRun['onError']) =>
	await runNode({
		...{ url: gateway().url, ...namesOf(name), items, onError },
		parameters: rows[name]?.parameters,
	});

/** The error output's item for this input item. */
const errorItem = (json: IDataObject, item: number) => ({
	json: {
		...json,
		error: expect.objectContaining({ message: expect.any(String), status: 'notSent' }),
	},
	pairedItem: { item },
});

describe.each(all.filter(([name]) => !waits(name)))('%s', (name, row) => {
	const { count, requestCount } = row.manyItems;

	it(`needs ${requestCount} requests for ${count} items, and links each output to its item`, async () => {
		const { pairedItems, error, hints } = await run(name, itemsLike(row, count));
		expect([error, withoutSummary(hints)]).toEqual([undefined, []]);
		expect(pairedItems).toEqual(Array.from({ length: count }, (_, item) => ({ item })));
		expect(requests()).toHaveLength(requestCount);
	}, 30_000);

	describe('with an invalid item among three', () => {
		const [first = {}, second = {}, third = {}] = itemsLike(row, 3);
		const invalid = { ...second, ...row.invalidItem };
		const items = [first, invalid, third];

		it('stops before any request by default', async () => {
			const { error } = await run(name, items);
			expect(error?.message).toMatch(/^["A-Z].{5,}/);
			expect(error?.context?.itemIndex).toBe(1);
			expect(requests()).toEqual([]);
		});

		it('does the others and gives an error item where the node continues', async () => {
			const { outputs, error } = await run(name, items, 'continueRegularOutput');
			expect(error).toBeUndefined();
			expect(outputs[0]?.map(({ json, pairedItem }) => ['error' in json, pairedItem])).toEqual([
				[false, { item: 0 }],
				[true, { item: 1 }],
				[false, { item: 2 }],
			]);
		});

		it('does the others and puts it with its own fields on the error output', async () => {
			const { outputs, pairedItems } = await run(name, items, 'continueErrorOutput');
			expect(pairedItems).toEqual([{ item: 0 }, { item: 2 }]);
			expect(outputs[1]).toEqual([errorItem(invalid, 1)]);
		});
	});
});

describe.each(all.filter(([name]) => waits(name)))('%s', (name, row) => {
	const { count, requestCount } = row.manyItems;

	it('asks about the first of many items, and says so', async () => {
		const { pairedItems, hints, ...result } = await run(name, itemsLike(row, count));
		expect([result.error, result.run.waitTill instanceof Date]).toEqual([undefined, true]);
		expect(pairedItems).toEqual([{ item: 0 }]);
		const message = expect.stringContaining(`the first of ${count} items`) as unknown;
		expect(hints).toEqual([{ message, location: 'outputPane' }]);
		expect(requests()).toHaveLength(requestCount);
	});

	it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
		'neither asks nor waits when the item is invalid, with %s',
		async (onError) => {
			const invalid = { ...row.items[0], ...row.invalidItem };
			const { error, outputs, run: execution } = await run(name, [invalid], onError);
			if (onError === 'stopWorkflow') expect(error?.message).toMatch(/^["A-Z].{5,}/);
			else expect(outputs[1]).toEqual([errorItem(invalid, 0)]);
			expect(execution.waitTill).toBeUndefined();
			expect(requests()).toEqual([]);
		},
	);
});
