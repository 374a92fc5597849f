import { Script } from 'node:vm';
import { call, control, key, post, simulator, useSimulator } from '../client';

useSimulator();

describe('The control API', () => {
	it('answers 404 to an unknown path, and 400 to a body that is no JSON', async () => {
		expect((await control('GET', '/nothing')).status).toBe(404);
		expect((await control('GET', '/constructor')).status).toBe(404);
		const bad = await call(`${simulator.controlUrl}/faults`, { method: 'POST', body: '{' });
		expect(bad.status).toBe(400);
	});

	it('is a page in a browser, which loads nothing from elsewhere', async () => {
		const page = await call(simulator.controlUrl);
		expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(page.headers['content-security-policy']).toBe("default-src 'self'");
		const paths = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path ?? '');
		expect(paths).toHaveLength(4);
		for (const path of paths) {
			const { status, body } = await call(new URL(path, simulator.controlUrl).href);
			expect(status).toBe(200);
			if (path.endsWith('.js')) expect(() => new Script(body)).not.toThrow();
			expect(body).not.toMatch(/https?:\/\//);
		}
	});

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
