import type { Fault } from '../../simulator';
import { anna, to, useMessages } from '../helpers/messages';
import { useResource } from '../helpers/simulator';

describe('a request that failed', () => {
	const { gateway, send } = useMessages();
	const account = useResource(gateway, 'account');
	const limits = { timeoutMs: 500, firstPauseMs: 20 };

	it.each<[number, Fault]>([
		[2, { kind: 'status', status: 429 }],
		[3, { kind: 'status', status: 429, times: 9 }],
		[2, { kind: 'code', code: 29 }],
		[3, { kind: 'code', code: 29, times: 9 }],
	])('is sent %i times where iSendPro cannot have acted on a send: %j', async (times, fault) => {
		gateway().faults.add(fault);
		await send([to(anna, 'a')], {}, { limits });
		expect(gateway().requests).toHaveLength(times);
	});

	it('is repeated where the connection of a send was refused', async () => {
		gateway().pause();
		setTimeout(() => void gateway().resume(), 40);
		const { json } = await send([to(anna, 'a')], {}, { limits });
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it.each<Fault>([
		{ kind: 'resetBefore' },
		{ kind: 'hangBefore' },
		{ kind: 'cutXml', acts: true },
		{ kind: 'html', status: 502 },
		{ kind: 'status', status: 503, times: 2 },
		...[4321, 12, 999].map((code) => ({ kind: 'code' as const, code })),
	])('is never repeated where a send may be out, or was refused: %j', async (fault) => {
		gateway().faults.add(fault);
		await send([to(anna, 'a')], {}, { limits });
		expect(gateway().requests).toHaveLength(1);
	});

	it.each<Fault>([
		{ kind: 'resetBefore' },
		{ kind: 'hangAfter' },
		{ kind: 'cutXml', acts: true },
		{ kind: 'html', status: 502 },
	])('is repeated where it reads the balance, which does no harm: %j', async (fault) => {
		gateway().faults.add(fault);
		await account('getBalance', {}, { limits });
		expect(gateway().requests).toHaveLength(2);
	});
});
