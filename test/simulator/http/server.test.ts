import { Agent, request } from 'node:http';
import { startSimulator } from '../../../simulator';
import { attempt, call, key, simulator, useSimulator } from '../client';

useSimulator();

const send = 'num=0601020304&sms=a';

describe('The server', () => {
	it('refuses connections until it is resumed', async () => {
		simulator.faults.add({ kind: 'refuse' });
		expect(await attempt(send)).toBe('ECONNREFUSED');
		expect(await attempt(send)).toBe('ECONNREFUSED');
		expect(simulator.requests).toEqual([]);
		await simulator.resume();
		expect(await attempt(send)).toMatchObject({ status: 200 });
		expect(simulator.phones.messages()).toHaveLength(1);
	});

	it('refuses connections for some milliseconds', async () => {
		simulator.faults.add({ kind: 'refuse', milliseconds: 50 });
		expect(await attempt(send)).toBe('ECONNREFUSED');
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await attempt(send)).toMatchObject({ status: 200 });
	});

	it('refuses the second request of a client that keeps its connection', async () => {
		const agent = new Agent({ keepAlive: true });
		const get = async () =>
			await new Promise((resolve) => {
				request(`${simulator.url}?${key}&credit=1`, { agent }, (response) => {
					response.resume().on('end', () => setTimeout(() => resolve(response.statusCode), 10));
				})
					.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
					.end();
			});
		simulator.faults.add({ kind: 'refuse', request: 2 });
		expect(await get()).toBe(200);
		expect(await get()).toBe('ECONNREFUSED');
		await simulator.resume();
		expect(await get()).toBe(200);
		agent.destroy();
	});

	it('answers a refused request with 200, another path with 404, another method with 405', async () => {
		expect((await call(`${simulator.url}?keyid=wrong&credit=1`)).status).toBe(200);
		expect((await call(simulator.url.replace('cgi-bin/', 'other'))).status).toBe(404);
		expect((await call(simulator.url, { method: 'PUT' })).status).toBe(405);
	});

	it('closes although a request hangs, and frees its port', async () => {
		const other = await startSimulator();
		other.faults.add({ kind: 'hangAfter' });
		const hanging = attempt(send, other);
		while (other.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await other.close();
		expect(await hanging).toBe('ECONNRESET');
		const port = Number(new URL(other.url).port);
		const successor = await startSimulator({ port });
		await expect(startSimulator({ port })).rejects.toThrow('EADDRINUSE');
		await successor.close();
	});
});
