import type { INodeParameters } from 'n8n-workflow';
import { useGateway, useResource } from '../helpers/simulator';

describe('The verification of phone numbers', () => {
	const gateway = useGateway();
	const run = useResource(gateway, 'phoneNumber');

	/** Verifies the number of each item. */
	const verify = async (phones: Array<string | number>, options: INodeParameters = {}) =>
		await run(
			'verify',
			{ phoneNumber: '={{ $json.phone }}', options },
			{ items: phones.map((phone) => ({ phone })) },
		);

	it('pays once for a number that comes several times, however it is written', async () => {
		const before = gateway().account.hlrCredit;
		const { json, pairedItems } = await verify([
			...['0601020304', '+33 6 01 02 03 04', '0601020305', 601020304],
		]);
		expect(json.map(({ phoneNumber, valid }) => [phoneNumber, valid])).toEqual([
			['0601020304', true],
			['0601020304', true],
			['0601020305', true],
			['0601020304', true],
		]);
		expect(pairedItems).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
		expect(before - gateway().account.hlrCredit).toBe(2);
	});

	it('counts every item that shares a refusal', async () => {
		gateway().faults.add({ kind: 'code', code: 21 });
		const phones = ['0601020304', '0601020305', '0601020304', '0601020304'];
		const { json, hints } = await verify(phones, { batchSize: 1 });
		expect(json.map(({ status, valid }) => status ?? valid)).toEqual([
			...['rejected', true, 'rejected', 'rejected'],
		]);
		expect(hints[0]?.message).toContain('3 of 4 were not accepted: 3 refused.');
	});

	it('keeps what was paid when a later batch fails', async () => {
		gateway().account.hlrCredit = 500;
		const phones = Array.from({ length: 600 }, (_, index) => `06${10_000_000 + index}`);
		const { json, hints } = await verify(phones);
		expect(json.filter(({ valid }) => valid === true)).toHaveLength(500);
		expect(json[599]).toMatchObject({ phoneNumber: '0610000599', status: 'rejected', code: 35 });
		expect(hints[0]?.message).toContain('100 of 600 were not accepted: 100 refused');
	});
});
