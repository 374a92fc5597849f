import { useGateway, useResource } from '../helpers/simulator';

describe('the blacklist', () => {
	const gateway = useGateway();
	const international = (index: number) => `+336${String(10_000_000 + index)}`;

	const run = useResource(gateway, 'blacklist');

	it('takes hundreds of numbers in few requests, and gives them back', async () => {
		const items = Array.from({ length: 1100 }, (_, index) => ({ phone: international(index) }));
		const { json } = await run('add', { phoneNumber: '={{ $json.phone }}' }, { items });
		expect(json).toHaveLength(1100);
		expect(json[1099]).toEqual({
			phoneNumber: '0610001099',
			blacklisted: true,
			succeeded: true,
			apiResult: 'OK',
		});
		expect(gateway().requests).toHaveLength(3);
		expect(gateway().account.blacklist.size).toBe(1100);

		const all = await run('getMany', { returnAll: true });
		expect(all.json).toHaveLength(1100);
		expect(all.json[0]).toEqual({ phoneNumber: '0610000000' });
		expect((await run('getMany', {})).json).toHaveLength(50);
		expect((await run('getMany', { limit: 3 })).json).toHaveLength(3);
	});

	it('does not pass a number for listed that iSendPro did not take', async () => {
		gateway().phones.get('0601020305').attributed = false;
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

	it('fails where the only number was not taken, so that a STOP is called again', async () => {
		gateway().phones.get('0601020305').attributed = false;
		const { error } = await run('add', { phoneNumber: '0601020305' });
		expect(error?.message).toBe('iSendPro did not add the number to the blacklist');
	});

	it('looks into the list once a run, however many numbers were not taken', async () => {
		const numbers = Array.from({ length: 6 }, (_, index) => `060102030${index}`);
		for (const number of numbers) gateway().phones.get(number).attributed = false;
		gateway().account.blacklist.add(international(0));
		const parameters = { phoneNumber: numbers.join(), options: { batchSize: 2 } };
		expect((await run('add', parameters)).error).toBeDefined();
		const downloads = gateway().requests.filter(({ body }) => body.includes('getListeNoire=1'));
		expect(downloads).toHaveLength(1);
	});

	it.each(['csv', 'zip'] as const)('comes as a file, sent as %s', async (files) => {
		gateway().service.files = files;
		gateway().account.blacklist.add('+33601020304').add('+32470123456');
		const { outputs } = await run('getMany', { output: 'file', binaryPropertyName: 'list' });
		const [item] = outputs[0] ?? [];
		expect(item?.json).toEqual({ fileName: 'blacklist.csv' });
		expect(item?.binary?.list).toMatchObject({ fileName: 'blacklist.csv', mimeType: 'text/csv' });
		expect(Buffer.from(item?.binary?.list?.data ?? '', 'base64').toString('latin1')).toBe(
			'MSISDN \r\n0601020304;\r\n0032470123456;\r\n',
		);
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

	it('is refused when it is too large', async () => {
		gateway().service.maxRows = 1;
		gateway().account.blacklist.add('+33601020304').add('+33601020305');
		const { error } = await run('getMany', {});
		expect(error?.message).toContain('(iSendPro code 205)');
		expect(error?.description).toContain('support@isendpro.com');
	});

	it('is no page of a proxy, whose words show no key', async () => {
		gateway().faults.add({ kind: 'html', status: 200, times: 3 });
		const { error, stored } = await run('getMany', {});
		expect(error?.message).toContain('is a web page, not an answer of iSendPro');
		expect(error?.message).not.toContain('may have been done');
		expect(stored).not.toContain('a296464ce012b8ab710a');
	});
});
