import type { EngineRun } from '../helpers/engine';
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
