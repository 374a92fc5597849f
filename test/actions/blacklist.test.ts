import { fileText, KEY } from '../helpers/engine';
import { useGateway, useResource } from '../helpers/simulator';

describe('The blacklist', () => {
	const gateway = useGateway();
	const run = useResource(gateway, 'blacklist');

	const refuse = (...numbers: string[]) => {
		for (const number of numbers) gateway().phones.get(number).attributed = false;
	};
	const list = (...numbers: string[]) => {
		for (const number of numbers) gateway().account.blacklist.add(number);
	};

	it('takes hundreds of numbers in few requests, and gives them back', async () => {
		const items = Array.from({ length: 1100 }, (_, index) => ({
			phone: `+336${10_000_000 + index}`,
		}));
		const { json } = await run('add', { phoneNumber: '={{ $json.phone }}' }, { items });
		expect(json).toHaveLength(1100);
		expect(json[1099]).toMatchObject({ phoneNumber: '0610001099', blacklisted: true });
		expect(gateway().requests).toHaveLength(3);
		expect(gateway().account.blacklist.size).toBe(1100);

		const all = await run('getMany', { returnAll: true });
		expect(all.json).toHaveLength(1100);
		expect(all.json[0]).toEqual({ phoneNumber: '0610000000' });
		expect((await run('getMany', {})).json).toHaveLength(50);
		expect((await run('getMany', { limit: 3 })).json).toHaveLength(3);
	});

	it('does not claim to hold a number that iSendPro did not add', async () => {
		refuse('0601020305');
		const { json, hints } = await run('add', { phoneNumber: '0601020304, 0601020305' });
		expect(json).toEqual([
			{ phoneNumber: '0601020304', blacklisted: true, succeeded: true, apiResult: 'OK' },
			{
				phoneNumber: '0601020305',
				status: 'rejected',
				reason: 'iSendPro did not add the number to the blacklist',
				apiMessage: 'NOK',
			},
		]);
		expect(hints[0]?.message).toContain('1 of 2 were not accepted: 1 refused');
	});

	it('makes the node fail when the only number was not added, so that a STOP is called again', async () => {
		refuse('0601020305');
		const { error } = await run('add', { phoneNumber: '0601020305' });
		expect(error?.message).toBe('iSendPro did not add the number to the blacklist');
	});

	it.each(['csv', 'zip'] as const)('comes as a file or as items, sent as %s', async (files) => {
		gateway().service.files = files;
		list('+33601020304', '+32470123456');
		const result = await run('getMany', { output: 'file', binaryPropertyName: 'list' });
		expect(result.outputs[0]).toMatchObject([
			{
				json: { fileName: 'blacklist.csv' },
				binary: { list: { fileName: 'blacklist.csv', mimeType: 'text/csv' } },
			},
		]);
		expect(fileText(result, 'list')).toBe('MSISDN \r\n0601020304;\r\n0032470123456;\r\n');
		expect((await run('getMany', {})).json).toEqual([
			{ phoneNumber: '0601020304' },
			{ phoneNumber: '0032470123456' },
		]);
	});

	it('may be empty', async () => {
		expect((await run('getMany', {})).json).toEqual([]);
		gateway().faults.add({ kind: 'code', code: 206 }, { kind: 'code', code: 206 });
		expect((await run('getMany', {})).outputs).toEqual([[]]);
		expect((await run('getMany', { output: 'file' })).outputs).toEqual([[]]);
	});

	it('fails without doubt and without the key when a web page comes instead', async () => {
		gateway().faults.add({ kind: 'html', status: 200, times: 3 });
		const { error, stored } = await run('getMany', {});
		expect(error?.message).toContain('is a web page, not an answer of iSendPro');
		expect(error?.message).not.toContain('may have been done');
		expect(stored).not.toContain(KEY);
	});

	it('tells which of thousands of numbers it holds, by one download of a long list', async () => {
		for (let index = 0; index < 200_000; index++) list(`+336${10_000_000 + index}`);
		const items = Array.from({ length: 5000 }, (_, index) => ({
			phone: index % 2 ? `06${10_000_000 + index}` : `07${10_000_000 + index}`,
		}));
		const { json } = await run('check', { phoneNumber: '={{ $json.phone }}' }, { items });
		expect(json).toHaveLength(5000);
		expect(json.slice(0, 2)).toEqual([
			{ phoneNumber: '0710000000', blacklisted: false },
			{ phoneNumber: '0610000001', blacklisted: true },
		]);
		expect(json.filter(({ blacklisted }) => blacklisted)).toHaveLength(2500);
		expect(gateway().requests).toHaveLength(1);
	});

	it.each(['32470123456', '+32470123456', ' 32470123456', '0032470123456', '32470123456@c.us'])(
		'takes a number in the form %s, and gives it up again',
		async (phoneNumber) => {
			const added = await run('add', { phoneNumber });
			expect(added.json).toMatchObject([{ phoneNumber: '0032470123456', blacklisted: true }]);
			const checked = await run('check', { phoneNumber });
			expect(checked.json).toEqual([{ phoneNumber: '0032470123456', blacklisted: true }]);
			await run('remove', { phoneNumber });
			expect((await run('check', { phoneNumber })).json).toEqual([
				{ phoneNumber: '0032470123456', blacklisted: false },
			]);
		},
	);

	it('checks a repeated number for each item', async () => {
		list('+33601020304');
		const items = [{ phone: '0601020304' }, { phone: '33601020304' }, { phone: '0601020305' }];
		const { json, hints } = await run('check', { phoneNumber: '={{ $json.phone }}' }, { items });
		expect(json.map(({ blacklisted }) => blacklisted)).toEqual([true, true, false]);
		expect(hints).toEqual([]);
	});

	it('checks nothing where the list is too long for a download', async () => {
		gateway().faults.add({ kind: 'code', code: 205 });
		const { error } = await run('check', { phoneNumber: '0601020304, 0601020305' });
		expect(error?.message).toContain('more than 200,000');
		expect(error?.description).toContain('Phone Number: Verify');
	});
});
