import type { EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

describe('the verification of numbers', () => {
	const gateway = useGateway();

	async function verify(phoneNumber: string, more: Partial<EngineRun> = {}) {
		return await runNode({
			url: gateway().url,
			resource: 'phoneNumber',
			operation: 'verify',
			parameters: { phoneNumber },
			...more,
		});
	}

	it('says of each number whose it is', async () => {
		gateway().phones.get('0601020305').operator = 'BOUY';
		gateway().phones.get('0601020306').attributed = false;
		gateway().phones.get('0601020307').operator = 'LYCA';
		gateway().account.blacklist.add('+33601020305');
		const { json } = await verify('0601020304, 0601020305, 0601020306, 0601020307');
		expect(json).toEqual([
			{
				phoneNumber: '0601020304',
				valid: true,
				operator: 'Orange',
				operatorCode: 'ORAN',
				blacklisted: false,
			},
			{
				phoneNumber: '0601020305',
				valid: true,
				operator: 'Bouygues Telecom',
				operatorCode: 'BOUY',
				blacklisted: true,
			},
			{
				phoneNumber: '0601020306',
				valid: false,
				operator: null,
				operatorCode: null,
				blacklisted: false,
			},
			{
				phoneNumber: '0601020307',
				valid: null,
				operator: 'LYCA',
				operatorCode: 'LYCA',
				blacklisted: false,
			},
		]);
	});

	it('pays once for a number that comes several times, however it is written', async () => {
		const items = [
			{ phone: '0601020304' },
			{ phone: '+33 6 01 02 03 04' },
			{ phone: '0601020305' },
			{ phone: 601020304 },
		];
		const before = gateway().account.hlrCredit;
		const { json, outputs } = await verify('={{ $json.phone }}', { items });
		expect(json.map(({ phoneNumber, valid }) => [phoneNumber, valid])).toEqual([
			['0601020304', true],
			['0601020304', true],
			['0601020305', true],
			['0601020304', true],
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
			{ item: 3 },
		]);
		expect(before - gateway().account.hlrCredit).toBe(2);
	});

	it('counts every item that shares a refusal', async () => {
		gateway().faults.add({ kind: 'code', code: 21 });
		const phones = ['0601020304', '0601020305', '0601020304', '0601020304'];
		const { json, hints } = await verify('={{ $json.phone }}', {
			items: phones.map((phone) => ({ phone })),
			parameters: { phoneNumber: '={{ $json.phone }}', options: { batchSize: 1 } },
		});
		expect(json.map(({ status, valid }) => status ?? valid)).toEqual([
			...['rejected', true, 'rejected', 'rejected'],
		]);
		expect(hints).toMatchObject([
			{ message: expect.stringContaining('3 of 4 were not accepted: 3 refused.') },
		]);
	});

	it('keeps what was paid when a later batch fails', async () => {
		gateway().account.hlrCredit = 500;
		const items = Array.from({ length: 600 }, (_, index) => ({
			phone: `06${String(10_000_000 + index)}`,
		}));
		const { json, hints } = await verify('={{ $json.phone }}', { items });
		expect(json.filter(({ valid }) => valid === true)).toHaveLength(500);
		expect(json[599]).toMatchObject({ phoneNumber: '0610000599', status: 'rejected', code: 35 });
		expect(hints[0]?.message).toContain('100 of 600 were not accepted: 100 refused');
	});

	it('is refused to an account without the right to it', async () => {
		gateway().account.hlrAllowed = false;
		const { error } = await verify('0601020304');
		expect(error?.message).toContain('(iSendPro code 41)');
		expect(error?.description).toContain('paid service');
	});
});
