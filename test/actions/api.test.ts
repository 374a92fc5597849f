import type { EngineRun } from '../helpers/engine';
import { KEY, runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

describe('a custom request', () => {
	const gateway = useGateway();

	async function request(parameters: Record<string, string>, more: Partial<EngineRun> = {}) {
		const parameter = Object.entries(parameters).map(([name, value]) => ({ name, value }));
		return await runNode({
			url: gateway().url,
			resource: 'api',
			operation: 'request',
			parameters: { parameters: { parameter } },
			...more,
		});
	}

	it('reaches the keywords, which have no operation and no request in the manual', async () => {
		const answered = async (code: number, parameters: Record<string, string>) => {
			gateway().faults.add({ kind: 'code', code });
			return await request(parameters);
		};
		expect((await answered(215, { motCleEdit: 'list' })).json).toEqual([
			{ code: 215, message: 'Aucun mot cle pour ce compte' },
		]);
		expect((await answered(210, { motCleEdit: 'add', motCle: 'PROMO' })).json).toEqual([
			{ code: 210, message: 'Le mot cle a ete ajoute' },
		]);
		expect(gateway().requests[1]?.arguments).toMatchObject({ motCleEdit: 'add', motCle: 'PROMO' });
		const refused = await answered(216, { motCleEdit: 'add', motCle: 'deux mots' });
		expect(refused.error?.message).toBe(
			'The keyword has spaces or special characters (iSendPro code 216)',
		);
	});

	it('may send, to several numbers, and hides no result', async () => {
		gateway().account.blacklist.add('+33601020305');
		const { json, error } = await request({ sms: 'Été', num1: '0601020304', num2: '0601020305' });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ code: 0, tel: '0601020304' },
			{ code: 11, tel: '0601020305' },
		]);
		expect(gateway().phones.get('0601020304').messages[0]?.text).toBe('Eté');
	});

	it('goes out in the encoding of the credential', async () => {
		gateway().account.textEncoding = 'utf-8';
		const credential = { keyId: KEY, baseUrl: gateway().url, textEncoding: 'utf-8' };
		await request({ sms: 'Été €', num: '0601020304' }, { credential });
		expect(gateway().requests[0]?.body).toContain('sms=%C3%89t%C3%A9%20%E2%82%AC');
	});

	it('takes its parameters from each input item', async () => {
		const items = [{ name: 'UN1' }, { name: 'DEUX' }];
		const { outputs } = await request(
			{ repertoireEdit: 'create', repertoireNom: '={{ $json.name }}' },
			{ items },
		);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(gateway().account.directories.map(({ name }) => name)).toEqual(['UN1', 'DEUX']);
	});

	it('for a file says what came instead of an answer', async () => {
		const { error } = await request({ getListeNoire: '1' });
		expect(error?.message).toContain('It begins: MSISDN');
	});

	it('never shows the key of a sub-account', async () => {
		const { json, stored } = await request({
			subAccountEdit: 'addAccount',
			subAccountLogin: 'a',
			subAccountPassword: 'b',
		});
		expect(json).toMatchObject([{ code: 230, subAccountLogin: 'a' }]);
		expect(stored).not.toContain(gateway().accounts.at(-1)?.keyId);
	});
});
