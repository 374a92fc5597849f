import { call, key, post, simulator, useSimulator } from '../client';

useSimulator();

describe('The control API', () => {
	it('never shows a key or a password', async () => {
		const login = 'subAccountLogin=shop&subAccountPassword=TopSecret';
		await post(`subAccountEdit=addAccount&${login}`);
		const keyId = simulator.accounts[1]?.keyId ?? '';
		await post(`subAccountEdit=addCredit&subAccountKeyId=${keyId}&subAccountAddCredit=5`);
		await call(`${simulator.url}?${key}&credit=1`);
		await call(`${simulator.url}?credit=1&keyid=WrongSecret`);
		for (const path of ['/state', '/requests', '/account', '/accounts', '/phones', '/calls']) {
			const { status, body } = await call(`${simulator.controlUrl}${path}`);
			expect(status).toBe(200);
			for (const secret of [key.slice(6), keyId, 'TopSecret', 'WrongSecret']) {
				expect(body).not.toContain(secret);
			}
		}
		expect((await call(`${simulator.controlUrl}/requests`)).body).toContain('keyid=***&credit=1');
	});
});
