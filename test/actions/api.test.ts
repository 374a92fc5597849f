import type { EngineRun } from '../helpers/engine';
import { KEY } from '../helpers/engine';
import { useGateway, useResource } from '../helpers/simulator';

describe('A custom request', () => {
	const gateway = useGateway();
	const run = useResource(gateway, 'api');

	async function request(parameters: Record<string, string>, more: Partial<EngineRun> = {}) {
		const parameter = Object.entries(parameters).map(([name, value]) => ({ name, value }));
		return await run('request', { parameters: { parameter } }, more);
	}

	describe('on keywords, which have no operation and no request in the manual', () => {
		it.each([
			[215, 'Aucun mot cle pour ce compte', { motCleEdit: 'list' }],
			[210, 'Le mot cle a ete ajoute', { motCleEdit: 'add', motCle: 'PROMO' }],
		])('gives the answer with code %i', async (code, message, parameters) => {
			gateway().faults.add({ kind: 'code', code });
			expect((await request(parameters)).json).toEqual([{ code, message }]);
			expect(gateway().requests[0]?.arguments).toMatchObject(parameters);
		});

		it('says what was wrong', async () => {
			gateway().faults.add({ kind: 'code', code: 216 });
			const { error } = await request({ motCleEdit: 'add', motCle: 'deux mots' });
			expect(error?.message).toBe(
				'The keyword has spaces or special characters (iSendPro code 216)',
			);
		});
	});

	it('may send to several numbers, and gives every result', async () => {
		gateway().account.blacklist.add('+33601020305');
		const { json, error } = await request({ sms: 'Été', num1: '0601020304', num2: '0601020305' });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ code: 0, tel: '0601020304' },
			{ code: 11, tel: '0601020305' },
		]);
		expect(gateway().phones.get('0601020304').messages[0]?.text).toBe('Eté');
	});

	it('is sent in the encoding of the credential', async () => {
		gateway().account.textEncoding = 'utf-8';
		const credential = { keyId: KEY, baseUrl: gateway().url, textEncoding: 'utf-8' };
		await request({ sms: 'Été €', num: '0601020304' }, { credential });
		expect(gateway().requests[0]?.body).toContain('sms=%C3%89t%C3%A9%20%E2%82%AC');
	});

	it('says what came instead of an answer when it asks for a file', async () => {
		const { error } = await request({ getListeNoire: '1' });
		expect(error?.message).toContain('It begins: MSISDN');
	});

	it('never shows the key of a sub-account', async () => {
		const parameters = {
			subAccountEdit: 'addAccount',
			subAccountLogin: 'a',
			subAccountPassword: 'b',
		};
		const { json, stored } = await request(parameters);
		expect(json).toMatchObject([{ code: 230, subAccountLogin: 'a' }]);
		expect(stored).not.toContain(gateway().accounts.at(-1)?.keyId);
	});
});
