import type { Fault } from '../../../simulator';
import { attempt, post, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

const send = 'num=0601020304&sms=a';
const received = () => simulator.phones.get('0601020304').messages.length;
const answerTo = async (fault: Fault, form = send) => {
	simulator.faults.add(fault);
	return await post(form);
};

const three = 'sms=a&num1=0601020301&num2=0601020302&num3=0601020303';

describe('A response', () => {
	it.each([
		['resetBefore', 0],
		['resetAfter', 1],
	] as const)('%s resets the connection, with %i message delivered', async (kind, messages) => {
		simulator.faults.add({ kind });
		expect(await attempt(send)).toBe('ECONNRESET');
		expect(received()).toBe(messages);
		expect(simulator.requests).toMatchObject([{ acted: messages === 1, fault: { kind } }]);
		expect(simulator.requests[0]?.answer).toBeUndefined();
	});

	it.each([
		['hangBefore', 0],
		['hangAfter', 1],
	] as const)('%s gives none, with %i message delivered', async (kind, messages) => {
		simulator.faults.add({ kind });
		const silence = new Promise((resolve) => setTimeout(() => resolve('silence'), 150));
		expect(await Promise.race([attempt(send), silence])).toBe('silence');
		expect(received()).toBe(messages);
	});

	it('cutConnection ends the connection within the body', async () => {
		simulator.faults.add({ kind: 'cutConnection' });
		expect(await attempt(send)).toBe('ECONNRESET');
		expect(received()).toBe(1);
	});

	it('has its XML cut off', async () => {
		const whole = await xmlOf(send);
		const { status, body } = await answerTo({ kind: 'cutXml' });
		expect(status).toBe(200);
		expect(body).toBe(whole.slice(0, Math.floor(whole.length * 0.6)));
		expect(received()).toBe(2);
	});

	it('is an HTML page, with 502 or 200', async () => {
		const bad = await answerTo({ kind: 'html' });
		expect(bad).toMatchObject({ status: 502, headers: { 'content-type': 'text/html' } });
		expect(bad.body).toMatch(/^<html>/);
		expect(received()).toBe(0);
		expect((await answerTo({ kind: 'html', status: 200, acts: true })).status).toBe(200);
		expect(received()).toBe(1);
	});

	it('is empty', async () => {
		expect(await answerTo({ kind: 'empty' })).toMatchObject({ status: 200, body: '' });
		expect(received()).toBe(1);
	});

	it('declares another charset than its own', async () => {
		const { bytes, body } = await answerTo({ kind: 'wrongCharset' });
		expect(body).toContain('encoding="UTF-8"');
		expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
	});

	it('has another root', async () => {
		expect((await answerTo({ kind: 'wrongRoot' })).body).toContain('<reponse>');
	});

	it('is huge', async () => {
		const { bytes } = await answerTo({ kind: 'huge', bytes: 3_000_000 });
		expect(bytes.length).toBeGreaterThan(3_000_000);
		expect(bytes.toString('latin1')).toContain('<code>0</code>');
	});

	it('is a bare status', async () => {
		expect(await answerTo({ kind: 'status', status: 429, retryAfter: 2 })).toMatchObject({
			status: 429,
			body: '',
			headers: { 'retry-after': '2' },
		});
		expect((await answerTo({ kind: 'status', status: 503 })).status).toBe(503);
		expect(received()).toBe(0);
	});

	it('comes late', async () => {
		const start = Date.now();
		await answerTo({ kind: 'latency', milliseconds: 80 });
		expect(Date.now() - start).toBeGreaterThanOrEqual(79);
	});

	it('lacks the record of a message that was sent', async () => {
		const { body } = await answerTo({ kind: 'missingRecords', records: [2] }, three);
		expect(body.match(/<tel\d>/g)).toEqual(['<tel1>', '<tel3>']);
		expect(simulator.phones.messages()).toHaveLength(3);
	});

	it('has its records in another order', async () => {
		const { body } = await answerTo({ kind: 'shuffledRecords' }, three);
		expect(body.match(/<tel\d>/g)).toEqual(['<tel3>', '<tel2>', '<tel1>']);
	});
});
