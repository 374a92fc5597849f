import type { IDataObject } from 'n8n-workflow';
import type { EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { namesOf, operations, withoutLinks } from '../helpers/operations';
import { useBusyGateway } from '../helpers/simulator';
import { rows } from '../operations';

describe('every operation', () => {
	const { gateway, requests } = useBusyGateway();

	describe.each(Object.entries(rows))('%s', (name, row) => {
		const { parameters, items, many, bad, output } = row;
		const [first] = items;
		const perform = async (more: Partial<EngineRun> = {}) =>
			await runNode({ url: gateway().url, ...namesOf(name), parameters, items, ...more });

		/** So many input items like the row's first one. */
		const given = (length: number) =>
			Array.from({ length }, (_, id): IDataObject => ({ ...first, a: many.a(id) as string, id }));

		it('asks the simulator for what the row says, and gets what it says', async () => {
			const { json } = await perform();
			const form = ({ body }: { body: string }) => withoutLinks(body.replace(/^keyid=\w+&/, ''));
			expect(requests().map(form)).toEqual(row.requests);
			const kinds = (item: Record<string, unknown>) =>
				Object.fromEntries(
					Object.entries(item).map(([key, value]) => [
						key,
						value instanceof RegExp ? 'string' : typeof value,
					]),
				);
			expect(json.map(kinds)).toEqual(output.map(kinds));
		});

		if (operations.get(name)?.waiting) {
			it('asks about the first of many items, and says so', async () => {
				const { outputs, run, error, hints } = await perform({ items: given(many.items) });
				expect([error, run.waitTill instanceof Date]).toEqual([undefined, true]);
				expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
				expect(hints).toEqual([
					{
						message: expect.stringContaining(`the first of ${many.items} items`),
						location: 'outputPane',
					},
				]);
				expect(requests()).toHaveLength(many.requests);
			});

			it('does nothing at all when it is bad: it stops, or gives an error, and waits for nothing', async () => {
				const badItem: IDataObject = { ...first, a: bad as string, id: 1 };
				const stopped = await perform({ items: [badItem] });
				expect(stopped.error?.message).toMatch(/^["A-Z].{5,}/);
				const continued = await perform({ items: [badItem], onError: 'continueErrorOutput' });
				expect(continued.outputs[1]).toEqual([
					{
						json: {
							...badItem,
							error: expect.objectContaining({ message: expect.any(String), status: 'notSent' }),
						},
						pairedItem: { item: 0 },
					},
				]);
				expect([stopped.run.waitTill, continued.run.waitTill]).toEqual([undefined, undefined]);
				expect(requests()).toEqual([]);
			});
		} else {
			it(`does its work for ${many.items} items in ${many.requests} requests, each linked to its own`, async () => {
				const { outputs, error, hints } = await perform({ items: given(many.items) });
				expect([error, hints]).toEqual([undefined, []]);
				expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
					Array.from({ length: many.items }, (_, item) => ({ item })),
				);
				expect(requests()).toHaveLength(many.requests);
			}, 30_000);

			const threeItems: IDataObject[] = given(3);
			threeItems[1] = { ...first, a: bad as string, id: 1 };

			it('does nothing at all when an item is bad and the node stops on errors', async () => {
				const { error } = await perform({ items: threeItems });
				expect(error?.message).toMatch(/^["A-Z].{5,}/);
				expect(error?.context?.itemIndex).toBe(1);
				expect(requests()).toEqual([]);
			});

			it('marks the bad item and does the rest where the node continues', async () => {
				const { outputs, error } = await perform({
					items: threeItems,
					onError: 'continueRegularOutput',
				});
				expect(error).toBeUndefined();
				expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
					{ item: 0 },
					{ item: 1 },
					{ item: 2 },
				]);
				expect(outputs[0]?.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
			});

			it('puts the bad item with its own fields on the error output', async () => {
				const { outputs } = await perform({
					items: threeItems,
					onError: 'continueErrorOutput',
				});
				expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
				expect(outputs[1]).toEqual([
					{
						json: {
							...threeItems[1],
							error: expect.objectContaining({ message: expect.any(String), status: 'notSent' }),
						},
						pairedItem: { item: 1 },
					},
				]);
			});
		}

		it('fails with advice when the key is wrong, and asks once', async () => {
			gateway().account.keyId = 'another';
			const { error, stored } = await perform({ items: given(3) });
			expect(error?.message).toBe('The key is wrong (iSendPro code 3)');
			expect(error?.description).toMatch(/credential/);
			expect(requests()).toHaveLength(1);
			expect(stored).not.toContain('a296464ce012b8ab710a');
		});

		const lost = async (more: Partial<EngineRun>) => await perform({ items: given(1), ...more });

		if (operations.get(name)?.idempotent) {
			it('asks again when the answer was lost', async () => {
				gateway().faults.add({ kind: 'resetAfter' }, { kind: 'resetBefore' });
				const { json, error } = await lost({});
				expect([error, json.length]).toEqual([undefined, 1]);
				expect(requests()).toHaveLength(3);
			});
		} else {
			it('is never done twice: not when the answer was lost, nor when n8n tries again', async () => {
				gateway().faults.add({ kind: 'resetAfter' });
				const failed = await lost({ retryOnFail: true, maxTries: 3 });
				expect(failed.error?.message).toMatch(/so it may have been (?:done|sent)$/);
				const again = await lost({ retryOf: failed });
				expect(again.error?.message).toMatch(/so it may have been (?:done|sent)$/);
				expect(requests()).toHaveLength(1);
			});
		}

		it('fails with advice when nobody listens', async () => {
			gateway().pause();
			const { error } = await perform({ items: given(3) });
			await gateway().resume();
			expect(error?.message).toMatch(/^No connection to /);
			expect(error?.description).toContain('Base URL');
		});
	});
});
