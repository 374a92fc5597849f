import { KEY, runNode } from '../../helpers/engine';
import type { EngineRun } from '../../helpers/engine';
import { itemsLike, namesOf, operations } from '../../helpers/operations';
import { useBusyGateway } from '../../helpers/simulator';
import { rows } from '../../operations';

const all = Object.entries(rows);
const { gateway, requests } = useBusyGateway();

/** Runs the operation of a row with so many items. */
const run = async (name: string, count: number, more: Partial<EngineRun> = {}) =>
	await runNode({
		...{ url: gateway().url, ...namesOf(name), ...more },
		parameters: rows[name]?.parameters,
		items: rows[name] && itemsLike(rows[name], count),
	});

describe.each(all)('%s', (name) => {
	it('fails with advice after one request when the key is wrong', async () => {
		gateway().account.keyId = 'another';
		const { error, stored } = await run(name, 3);
		expect(error?.message).toBe('The key is wrong (iSendPro code 3)');
		expect(error?.description).toMatch(/credential/);
		expect(requests()).toHaveLength(1);
		expect(stored).not.toContain(KEY);
	});

	it('fails with advice when nobody listens', async () => {
		gateway().pause();
		const { error } = await run(name, 3);
		await gateway().resume();
		expect(error?.message).toMatch(/^No connection to /);
		expect(error?.description).toContain('Base URL');
	});
});

describe.each(all.filter(([name]) => operations.get(name)?.idempotent))('%s', (name) => {
	it('asks again when the answer is lost', async () => {
		gateway().faults.add({ kind: 'resetAfter' }, { kind: 'resetBefore' });
		const { json, error } = await run(name, 1);
		expect([error, json.length]).toEqual([undefined, 1]);
		expect(requests()).toHaveLength(3);
	});
});

describe.each(all.filter(([name]) => !operations.get(name)?.idempotent))('%s', (name) => {
	it('is never done twice when the answer is lost, by no retry of n8n', async () => {
		gateway().faults.add({ kind: 'resetAfter' });
		const failed = await run(name, 1, { retryOnFail: true, maxTries: 3 });
		expect(failed.error?.message).toMatch(/so it may have been (?:done|sent)$/);
		const again = await run(name, 1, { retryOf: failed });
		expect(again.error?.message).toMatch(/so it may have been (?:done|sent)$/);
		expect(requests()).toHaveLength(1);
	});
});
