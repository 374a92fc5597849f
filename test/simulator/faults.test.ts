import { Agent, request } from 'node:http';
import { startSimulator } from '../../simulator';
import type { Fault, Simulator } from '../../simulator';
import { call, codesIn, key, post, xmlOf } from './client';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.reset());
afterAll(async () => await simulator.close());

const send = 'num=0601020304&sms=a';
const received = () => simulator.phones.get('0601020304').messages.length;
const attempt = async (form = send) =>
	await post(simulator, form).catch((error: NodeJS.ErrnoException) => error.code);

/** Waits a little for an answer. */
const patiently = async (form = send) =>
	await Promise.race([
		attempt(form),
		new Promise((resolve) => setTimeout(() => resolve('silence'), 150)),
	]);

describe('a fault of the connection', () => {
	test('refuses it until it is taken back', async () => {
		simulator.faults.add({ kind: 'refuse' });
		expect(await attempt()).toBe('ECONNREFUSED');
		expect(await attempt()).toBe('ECONNREFUSED');
		expect(simulator.requests).toEqual([]);
		await simulator.resume();
		expect(await attempt()).toMatchObject({ status: 200 });
		expect(received()).toBe(1);
	});

	test('refuses it for a while', async () => {
		simulator.faults.add({ kind: 'refuse', milliseconds: 50 });
		expect(await attempt()).toBe('ECONNREFUSED');
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await attempt()).toMatchObject({ status: 200 });
	});

	test('refuses the second request of a client that keeps its connection', async () => {
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

	test.each([
		['resetBefore', 0],
		['resetAfter', 1],
	] as const)('%s resets it, with %i message delivered', async (kind, messages) => {
		simulator.faults.add({ kind });
		expect(await attempt()).toBe('ECONNRESET');
		expect(received()).toBe(messages);
		expect(simulator.requests).toMatchObject([{ acted: messages === 1, fault: { kind } }]);
		expect(simulator.requests[0]?.answer).toBeUndefined();
	});

	test.each([
		['hangBefore', 0],
		['hangAfter', 1],
	] as const)('%s never answers, with %i message delivered', async (kind, messages) => {
		simulator.faults.add({ kind });
		expect(await patiently()).toBe('silence');
		expect(received()).toBe(messages);
	});

	test('cutConnection ends it within the body', async () => {
		simulator.faults.add({ kind: 'cutConnection' });
		expect(await attempt()).toBe('ECONNRESET');
		expect(received()).toBe(1);
	});

	test('pause and resume close and open the port', async () => {
		simulator.pause();
		expect(await attempt()).toBe('ECONNREFUSED');
		await simulator.resume();
		expect(await attempt()).toMatchObject({ status: 200 });
	});
});

describe('a fault of the answer', () => {
	const answerTo = async (fault: Fault, form = send) => {
		simulator.faults.add(fault);
		return await post(simulator, form);
	};

	test('cuts the XML', async () => {
		const whole = await xmlOf(simulator, send);
		const { status, body } = await answerTo({ kind: 'cutXml' });
		expect(status).toBe(200);
		expect(body).toBe(whole.slice(0, Math.floor(whole.length * 0.6)));
		expect(received()).toBe(2);
	});

	test('is an HTML page instead, with 502 or 200', async () => {
		const bad = await answerTo({ kind: 'html' });
		expect(bad).toMatchObject({ status: 502, headers: { 'content-type': 'text/html' } });
		expect(bad.body).toMatch(/^<html>/);
		expect(received()).toBe(0);
		expect((await answerTo({ kind: 'html', status: 200, acts: true })).status).toBe(200);
		expect(received()).toBe(1);
	});

	test('is empty', async () => {
		expect(await answerTo({ kind: 'empty' })).toMatchObject({ status: 200, body: '' });
		expect(received()).toBe(1);
	});

	test('declares a charset it is not written in', async () => {
		const { bytes, body } = await answerTo({ kind: 'wrongCharset' });
		expect(body).toContain('encoding="UTF-8"');
		expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
	});

	test('has another root', async () => {
		expect((await answerTo({ kind: 'wrongRoot' })).body).toContain('<reponse>');
	});

	test('is huge', async () => {
		const { bytes } = await answerTo({ kind: 'huge', bytes: 3_000_000 });
		expect(bytes.length).toBeGreaterThan(3_000_000);
		expect(bytes.toString('latin1')).toContain('<code>0</code>');
	});

	test('is a bare status', async () => {
		expect(await answerTo({ kind: 'status', status: 429, retryAfter: 2 })).toMatchObject({
			status: 429,
			body: '',
			headers: { 'retry-after': '2' },
		});
		expect((await answerTo({ kind: 'status', status: 503 })).status).toBe(503);
		expect(received()).toBe(0);
	});

	test('comes late', async () => {
		const start = Date.now();
		await answerTo({ kind: 'latency', milliseconds: 80 });
		expect(Date.now() - start).toBeGreaterThanOrEqual(79);
	});

	test('is a code for the whole request', async () => {
		expect(codesIn((await answerTo({ kind: 'code', code: 29 })).body)).toEqual([29]);
		expect(received()).toBe(0);
		expect((await answerTo({ kind: 'code', code: 4711, message: 'Nouveau' })).body).toContain(
			'<code>4711</code>\n<message>Nouveau</message>',
		);
	});

	const three = 'sms=a&num1=0601020301&num2=0601020302&num3=0601020303';

	test('is a code for single records, which get no message', async () => {
		const { body } = await answerTo({ kind: 'recordCodes', codes: { 2: 21 } }, three);
		expect(codesIn(body)).toEqual([0, 21, 0]);
		expect(simulator.phones.messages().map(({ to }) => to)).toEqual(['0601020301', '0601020303']);
		expect(codesIn((await answerTo({ kind: 'recordCodes', codes: { 1: 22 } })).body)).toEqual([22]);
	});

	test('lacks a record whose message was sent', async () => {
		const { body } = await answerTo({ kind: 'missingRecords', records: [2] }, three);
		expect(body.match(/<tel\d>/g)).toEqual(['<tel1>', '<tel3>']);
		expect(simulator.phones.messages()).toHaveLength(3);
	});

	test('has its records in another order', async () => {
		const { body } = await answerTo({ kind: 'shuffledRecords' }, three);
		expect(body.match(/<tel\d>/g)).toEqual(['<tel3>', '<tel2>', '<tel1>']);
	});
});

describe('faults', () => {
	const codes = async (form: string) => codesIn(await xmlOf(simulator, form))[0];

	test('are used up in order', async () => {
		simulator.faults.add({ kind: 'code', code: 12 }, { kind: 'code', code: 29, times: 2 });
		const answers = [];
		for (let request = 0; request < 4; request++) answers.push(await codes(send));
		expect(answers).toEqual([12, 29, 29, 0]);
		expect(simulator.faults.pending()).toEqual([]);
	});

	test('can wait for a request of a number, or of a kind', async () => {
		simulator.faults.add(
			{ kind: 'code', code: 29, request: 2 },
			{ kind: 'code', code: 35, on: 'verify' },
		);
		expect(await codes(send)).toBe(0);
		expect(await codes(send)).toBe(29);
		expect(await codes('getHLR=1&num1=0601020304')).toBe(35);
	});

	test('are forgotten by a reset, with everything else', async () => {
		await post(simulator, send);
		simulator.faults.add({ kind: 'refuse' }, { kind: 'hangAfter' });
		simulator.service.maintenance = true;
		await simulator.reset();
		expect(simulator.requests).toEqual([]);
		expect(await codes(send)).toBe(0);
		expect(received()).toBe(1);
		expect(simulator.account.credit).toBe(108.12);
	});

	test('do not touch the control plane', async () => {
		simulator.faults.add({ kind: 'resetBefore' });
		expect((await call(`${simulator.controlUrl}/state`)).status).toBe(200);
		expect(simulator.faults.pending()).toHaveLength(1);
	});
});

test('closing cuts off what hangs and frees the port', async () => {
	const other = await startSimulator();
	other.faults.add({ kind: 'hangAfter' });
	const hanging = post(other, send).catch((error: NodeJS.ErrnoException) => error.code);
	while (other.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	await other.close();
	expect(await hanging).toBe('ECONNRESET');
	const port = Number(new URL(other.url).port);
	const successor = await startSimulator({ port });
	await expect(startSimulator({ port })).rejects.toThrow('EADDRINUSE');
	await successor.close();
});
