import type { Fault } from '../../simulator';
import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

const limits = { timeoutMs: 500, firstPauseMs: 20 };

describe('a request that failed', () => {
	const gateway = useGateway();

	async function requestsAfter(fault: Fault, idempotent: boolean): Promise<number> {
		gateway().faults.add(fault);
		await runNode({
			url: gateway().url,
			limits,
			...(idempotent
				? { resource: 'account', operation: 'getBalance' }
				: {
						resource: 'sms',
						operation: 'send',
						parameters: { to: '0612345678', message: 'a' },
					}),
		});
		return gateway().requests.length;
	}

	it.each<[string, Fault, number]>([
		['HTTP 429', { kind: 'status', status: 429 }, 2],
		['HTTP 429 for good', { kind: 'status', status: 429, times: 9 }, 3],
		['code 29', { kind: 'code', code: 29 }, 2],
	])('is repeated where iSendPro cannot have acted on a send: %s', async (_, fault, requests) => {
		expect(await requestsAfter(fault, false)).toBe(requests);
	});

	it('is repeated where the connection of a send was refused', async () => {
		gateway().pause();
		setTimeout(() => void gateway().resume(), 40);
		const { json } = await runNode({
			url: gateway().url,
			limits,
			resource: 'sms',
			operation: 'send',
			parameters: { to: '0612345678', message: 'a' },
		});
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it.each<[string, Fault]>([
		['a reset', { kind: 'resetBefore' }],
		['a hang', { kind: 'hangBefore' }],
		['a cut answer', { kind: 'cutXml', acts: true }],
		['an HTML page', { kind: 'html', status: 502 }],
		['HTTP 503', { kind: 'status', status: 503, times: 2 }],
		['a code that nobody knows', { kind: 'code', code: 4321 }],
		['a refusal', { kind: 'code', code: 12 }],
		['an error of iSendPro', { kind: 'code', code: 999 }],
	])('is never repeated where a send may be out, or was refused: %s', async (_, fault) => {
		expect(await requestsAfter(fault, false)).toBe(1);
	});

	it.each<[string, Fault]>([
		['a reset', { kind: 'resetBefore' }],
		['a hang', { kind: 'hangAfter' }],
		['a cut answer', { kind: 'cutXml', acts: true }],
		['an HTML page', { kind: 'html', status: 502 }],
	])('is repeated where it reads the balance, which does no harm: %s', async (_, fault) => {
		expect(await requestsAfter(fault, true)).toBe(2);
	});
});
