import type { INodeExecutionData } from 'n8n-workflow';
import type { ISendProPollingTrigger } from '../../nodes/ISendPro/ISendProPollingTrigger.node';
import { KEY } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';
import type { Setup } from './node';
import { RunningNode } from './node';

const gateway = useGateway({
	account: { credit: 1_000, noStopAllowed: true, textEncoding: 'utf-8' },
});
const PHONE = '0601020304';
const OTHER = '0601020305';

let workflows = 0;
beforeEach(() => workflows++);

function nodeWith(more: Partial<Setup> = {}): RunningNode {
	return new RunningNode({ url: gateway().url, workflowId: `w${workflows}`, ...more });
}

/** The node as another process of n8n has it. */
function inAnotherProcess(): ISendProPollingTrigger {
	let trigger: ISendProPollingTrigger | undefined;
	jest.isolateModules(() => {
		const module: {
			ISendProPollingTrigger: new () => ISendProPollingTrigger;
		} = require('../../nodes/ISendPro/ISendProPollingTrigger.node');
		trigger = new module.ISendProPollingTrigger();
	});
	if (!trigger) throw new Error('not loaded');
	return trigger;
}

async function send(to: string, text: string, tracker = 'order_1') {
	await fetch(gateway().url, {
		method: 'POST',
		body: new URLSearchParams({ keyid: KEY, sms: text, num: to, tracker }),
	});
	return gateway().phones.get(to).messages.at(-1)?.id ?? '';
}

async function deliver(message: string, outcome: 'delivered' | 'failed' = 'delivered') {
	await gateway().callbacks.report(message, { outcome, errorCode: '107' });
}

/** Phones whose operator reports when the test says so. */
beforeEach(() => {
	for (const number of [PHONE, OTHER]) gateway().phones.get(number).receipt.outcome = 'none';
});

const eventsOf = (given: INodeExecutionData[][] | null) =>
	(given ?? [])
		.flat()
		.map(({ json }) => `${String(json.event)} ${String(json.to ?? json.from ?? json.phoneNumber)}`);

describe('The first poll', () => {
	it('takes what is there as known, has n8n store that, and says so', async () => {
		await deliver(await send(PHONE, 'Before'));
		gateway().account.blacklist.add('+33601020309');
		const node = nodeWith();
		expect(await node.activate()).toEqual([[]]);
		expect(node.logged.join('\n')).toMatch(
			/New baseline: what iSendPro has.*\n.*New baseline: the numbers/,
		);
		expect(await node.tick()).toBeNull();
		expect(JSON.stringify(node.staticData)).toContain('"polling"');
	});

	it('lets out what is there where the options say so', async () => {
		await deliver(await send(PHONE, 'Before'));
		const node = nodeWith({ parameters: { options: { firstRun: 'lookBack' } } });
		expect(eventsOf(await node.activate())).toEqual([`deliveryReceipt ${PHONE}`]);
	});

	it('stores no number, no text and no key', async () => {
		await send(PHONE, 'Secret words');
		gateway().account.blacklist.add('+33601020309');
		const node = nodeWith();
		await node.activate();
		await gateway().callbacks.reply(PHONE, 'More words');
		await node.tick();
		expect(JSON.stringify(node.staticData)).not.toMatch(/60102030|words|order_1/);
		expect(JSON.stringify(node.staticData)).not.toContain(KEY);
	});
});

describe('A poll', () => {
	it('gives out receipts, replies, STOPs and numbers on the blacklist, each once', async () => {
		const node = nodeWith();
		await node.activate();
		const message = await send(PHONE, 'Hello');
		await send(OTHER, 'Hello');
		expect(await node.tick()).toBeNull();
		await deliver(message, 'failed');
		await gateway().callbacks.reply(PHONE, 'Oui');
		await gateway().callbacks.reply(OTHER, 'Stop merci');
		gateway().account.blacklist.add('+33601020309');
		const given = await node.tick();
		expect(eventsOf(given)).toEqual([
			...[`deliveryReceipt ${PHONE}`, `reply ${PHONE}`, `stop ${OTHER}`, 'blacklisted 0601020309'],
		]);
		expect(await node.tick()).toBeNull();
		const [receipt, reply, stop, listed] = (given?.[0] ?? []).map(({ json }) => json);
		const common = { eventId: expect.stringMatching(/^[0-9a-f]{64}$/), tracker: 'order_1' };
		const sentAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[12]:00$/);
		expect(receipt).toEqual({
			...{ ...common, event: 'deliveryReceipt', to: PHONE, delivered: false, status: 'failed' },
			...{ errorCode: '107', errorReason: 'Absent subscriber', operator: 'Orange' },
			...{ operatorCode: 'ORAN', label: 'ORAN: SMS non remis', sentAt },
			raw: expect.objectContaining({ Destinataire: PHONE, Statut: '107', Canal: 'Haute Qualite' }),
		});
		expect(reply).toMatchObject({ ...common, from: PHONE, text: 'Oui', isStop: false, sentAt });
		expect(stop).toMatchObject({ ...common, from: OTHER, text: 'Stop merci', isStop: true });
		expect(listed).toEqual({
			...{ event: 'blacklisted', eventId: common.eventId, phoneNumber: '0601020309' },
			at: expect.stringMatching(/Z$/),
		});
	});

	it('gives out what is selected and has the tracker', async () => {
		const options = { tracker: 'order_2' };
		const node = nodeWith({ parameters: { events: ['reply', 'unblacklisted'], options } });
		gateway().account.blacklist.add('+33601020309');
		await node.activate();
		await deliver(await send(PHONE, 'Hello', 'order_1'));
		await deliver(await send(OTHER, 'Hello', 'order_2'));
		for (const phone of [PHONE, OTHER]) await gateway().callbacks.reply(phone, 'STOP');
		gateway().account.blacklist.delete('+33601020309');
		gateway().account.blacklist.add(`+33${PHONE.slice(1)}`);
		const given = await node.tick();
		expect(eventsOf(given)).toEqual([`reply ${OTHER}`, 'unblacklisted 0601020309']);
		expect(given?.[0]?.[0]?.json.isStop).toBe(true);
	});

	it('downloads neither report nor blacklist where no event needs it', async () => {
		const requested = async (events: string[]) => {
			const node = nodeWith({ parameters: { events }, workflowId: events.join() });
			const before = gateway().requests.length;
			await node.activate();
			return new Set(
				gateway()
					.requests.slice(before)
					.map(({ kind }) => kind),
			);
		};
		expect(await requested(['stop'])).toEqual(new Set(['report']));
		expect(await requested(['blacklisted'])).toEqual(new Set(['blacklistDownload']));
	});

	it('does nothing while another one of the node is under way', async () => {
		const node = nodeWith();
		await node.activate();
		await deliver(await send(PHONE, 'Hello'));
		const given = await Promise.all([node.tick(), node.tick(), node.durableTick()]);
		expect(given.map(eventsOf)).toEqual([[`deliveryReceipt ${PHONE}`], [], []]);
	});

	it('goes on where the node was renamed, and has n8n store what it knows', async () => {
		const node = nodeWith();
		await node.activate();
		await deliver(await send(PHONE, 'Hello'));
		const renamed = nodeWith({ nodeName: 'Other name', staticData: node.staticData });
		expect(eventsOf(await renamed.activate())).toEqual([`deliveryReceipt ${PHONE}`]);
	});

	it.each<[string, Partial<Setup>]>([
		['another key', { credential: { keyId: 'b296464ce012b8ab710b' } }],
		['another address', {}],
		['another workflow', { workflowId: 'copy' }],
	])('has a new baseline with %s', async (what, more) => {
		const node = nodeWith();
		await node.activate();
		await deliver(await send(PHONE, 'Hello'));
		const { keyId = KEY } = more.credential ?? {};
		gateway().account.keyId = String(keyId);
		const url = gateway().url + (what === 'another address' ? '?' : '');
		const other = nodeWith({ url, ...more, staticData: node.staticData });
		expect(await other.activate()).toEqual([[]]);
		expect(other.logged.join()).toContain('New baseline');
	});

	it('reports settings that cannot be read', async () => {
		const node = nodeWith({ parameters: { options: { lookBack: '={{ undefined }}' } } });
		expect(await node.activate()).toBeNull();
		expect(node.logged.join()).toContain('The expression of "Look Back" has no value');
		await expect(node.tick()).rejects.toThrow('The expression of "Look Back" has no value');
	});

	it.each([0, 31, 2.5, 'a', ''])('refuses to look back %j days', async (lookBack) => {
		const node = nodeWith({ parameters: { options: { lookBack } } });
		await node.activate();
		await expect(node.tick()).rejects.toThrow('"Look Back" is');
	});
});

describe('A gateway that fails', () => {
	it('is a failed execution at each poll time, and afterwards nothing is lost', async () => {
		const node = nodeWith();
		await node.activate();
		await deliver(await send(PHONE, 'Hello'));
		gateway().faults.add({ kind: 'code', code: 777, times: 100 });
		await expect(node.tick()).rejects.toMatchObject({
			message: 'iSendPro is down for maintenance',
			description: expect.stringContaining('code 777'),
		});
		await expect(node.durableTick()).rejects.toThrow('iSendPro is down for maintenance');
		gateway().faults.clear();
		expect(eventsOf(await node.tick())).toEqual([`deliveryReceipt ${PHONE}`]);
	});

	it.each([1, 2] as const)(
		'does not make an activation fail in n8n %i.x',
		async (generation) => {
			const node = nodeWith();
			gateway().pause();
			expect(await node.activate(generation)).toBeNull();
			expect(node.logged.join()).toContain('No connection to');
			await expect(node.tick()).rejects.toThrow('No connection to');
			await gateway().resume();
			expect(await node.tick()).toEqual([[]]);
		},
		30_000,
	);

	it('does not make a later activation of a known node fail', async () => {
		const node = nodeWith();
		await node.activate();
		await deliver(await send(PHONE, 'Hello'));
		gateway().faults.add({ kind: 'code', code: 777, times: 100 });
		expect(await node.activate()).toBeNull();
		gateway().faults.clear();
		expect(eventsOf(await node.tick())).toEqual([`deliveryReceipt ${PHONE}`]);
	});

	it.each([
		[3, '403'],
		[14, '403'],
		[29, '429'],
		[999, null],
	])('with code %i has the HTTP code %s, by which n8n polls less often', async (code, httpCode) => {
		const node = nodeWith();
		await node.activate();
		gateway().faults.add({ kind: 'code', code, times: 100 });
		await expect(node.tick()).rejects.toMatchObject({ name: 'NodeApiError', httpCode });
	});

	it('with a wrong key is said at publication in 1.x, and at the next poll time in 2.x', async () => {
		const credential = { keyId: 'wrong' };
		await expect(nodeWith({ credential }).activate(1)).rejects.toMatchObject({
			...{ message: 'The key is wrong', httpCode: '403' },
			description: expect.stringContaining('Mon API'),
		});
		const node = nodeWith({ credential });
		expect(await node.activate()).toBeNull();
		expect(node.logged.join()).toContain('The key is wrong');
		await expect(node.tick()).rejects.toThrow('The key is wrong');
	});

	it('with a blacklist that is too long still lets receipts out, and says what works', async () => {
		const node = nodeWith();
		await node.activate();
		gateway().service.maxRows = 3;
		for (let index = 0; index < 5; index++) gateway().account.blacklist.add(`+3360102031${index}`);
		await expect(node.tick()).rejects.toMatchObject({
			description: expect.stringContaining('Receipts, replies and STOPs still come out'),
		});
		await deliver(await send(PHONE, 'Hello'));
		expect(eventsOf(await node.tick())).toEqual([`deliveryReceipt ${PHONE}`]);
		expect(node.emittedErrors).toHaveLength(1);
	});

	it('is not waited for longer than the durable scheduler waits', async () => {
		const node = nodeWith();
		await node.activate();
		await deliver(await send(PHONE, 'Hello'));
		gateway().service.latency = 30;
		await expect(node.durableTick(20)).rejects.toThrow(/longer than n8n lets|No connection|broke/);
		gateway().service.latency = 0;
		expect(eventsOf(await node.durableTick())).toEqual([`deliveryReceipt ${PHONE}`]);
	});
});

describe('A report of more rows than a file may have', () => {
	it.each(['wholeMinute', 'firstSecond', 'nothing'] as const)(
		'is read by halves, where its end covers %s',
		async (reportEnd) => {
			gateway().service.reportEnd = reportEnd;
			const node = nodeWith();
			await node.activate();
			const row = {
				sender: '',
				information: 'SFR: SMS remis',
				details: '',
				status: '0',
				reply: '',
			};
			for (let index = 0; index < 40; index++) {
				gateway().account.reportRows.push({
					...{
						...row,
						to: PHONE,
						text: String(index),
						channel: '',
						price: 0,
						stop: 0,
						tracker: '',
					},
					sentAt: new Date(Date.now() - index * 7 * 60_000),
				});
			}
			gateway().service.maxRows = 6;
			expect(eventsOf(await node.tick())).toHaveLength(40);
		},
	);
});

describe('After n8n was killed', () => {
	it('between storing and executing, the same events come out once more, with the same ids', async () => {
		const node = nodeWith();
		await node.activate();
		await deliver(await send(PHONE, 'Hello'));
		gateway().account.blacklist.add('+33601020309');
		const lost = await node.tick();
		const { staticData } = node;
		const next = nodeWith({ staticData, trigger: inAnotherProcess() });
		const again = await next.activate();
		expect(eventsOf(again)).toEqual([`deliveryReceipt ${PHONE}`, 'blacklisted 0601020309']);
		const idsOf = (given: INodeExecutionData[][] | null) =>
			given?.[0]?.map(({ json }) => json.eventId);
		expect(idsOf(again)).toEqual(idsOf(lost));
		await node.execute(lost?.[0] ?? []);
		const { outputs } = await next.execute(again?.[0] ?? []);
		expect(outputs).toEqual([[], [], [], []]);
	});

	it('with a state that was stored long ago, what came out since is dropped by the node', async () => {
		const node = nodeWith();
		await node.activate();
		const { staticData } = node;
		await deliver(await send(PHONE, 'Hello'));
		await node.execute((await node.tick())?.[0] ?? []);
		const next = nodeWith({ staticData, trigger: inAnotherProcess() });
		await deliver(await send(OTHER, 'Hello'));
		const { outputs } = await next.execute((await next.activate())?.[0] ?? []);
		expect(outputs.map((items) => items.map(({ to }) => to))).toEqual([[OTHER], [], [], []]);
	});

	it('what the durable scheduler dropped comes out again in the same process', async () => {
		const node = nodeWith();
		await node.activate();
		const { staticData } = node;
		await deliver(await send(PHONE, 'Hello'));
		await node.durableTick();
		const next = nodeWith({ staticData });
		expect(eventsOf(await next.durableTick())).toEqual([`deliveryReceipt ${PHONE}`]);
	});
});

describe('The execution', () => {
	const item = (event: string, eventId: string) => ({ json: { event, eventId } });

	it('lets each event out once, by the output of its kind', async () => {
		const node = nodeWith();
		const items = [
			...['reply', 'stop', 'deliveryReceipt', 'blacklisted'].map((event) => item(event, event)),
			item('reply', 'reply'),
		];
		const { outputs } = await node.execute(items);
		expect(outputs.map((output) => output.map(({ event }) => event))).toEqual([
			...[['deliveryReceipt'], ['reply'], ['stop'], ['blacklisted']],
		]);
		expect((await node.execute(items)).outputs.flat()).toEqual([]);
	});

	it('lets events out once when several executions run at the same time', async () => {
		const node = nodeWith();
		const runs = await Promise.all(
			[1, 2, 3, 4].map(async () => await node.execute([item('reply', 'a'), item('reply', 'b')])),
		);
		expect(runs.flatMap(({ outputs }) => outputs.flat())).toHaveLength(2);
	});

	it('does nothing with what stores a baseline', async () => {
		const { outputs, error } = await nodeWith().execute([]);
		expect(error).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
	});
});

describe('A manual test', () => {
	const test = async (node: RunningNode) => await node.execute([{ json: {} }], 'manual');

	it('gives the newest few events, again and again, and changes nothing', async () => {
		for (let index = 0; index < 7; index++) await deliver(await send(PHONE, `Hello ${index}`));
		await gateway().callbacks.reply(PHONE, 'Oui');
		gateway().account.blacklist.add('+33601020309');
		const node = nodeWith();
		const first = await test(node);
		expect(first.outputs.map(({ length }) => length)).toEqual([5, 1, 0, 1]);
		expect((await test(node)).outputs).toEqual([
			...first.outputs.slice(0, 1),
			...[expect.any(Array), [], expect.any(Array)],
		]);
		expect(node.staticData).toEqual({});
		expect(await node.activate()).toEqual([[]]);
	});

	it('looks back for days, and says when there is nothing', async () => {
		const node = nodeWith();
		const nothing = await test(node);
		expect(nothing.outputs.flat()).toEqual([]);
		expect(nothing.hints.join()).toContain('none of the selected events of the last 14 days');
		gateway().account.reportRows.push({
			...{
				sender: '',
				to: PHONE,
				text: '',
				information: 'SFR: SMS remis',
				details: '',
				status: '0',
			},
			...{ reply: '', channel: '', price: 0, stop: 0, tracker: '' },
			sentAt: new Date(Date.now() - 5 * 86_400_000),
		});
		expect((await test(node)).outputs.flat()).toHaveLength(1);
	});

	it('says what is wrong', async () => {
		const { error } = await test(nodeWith({ credential: { keyId: 'wrong' } }));
		expect(error).toMatchObject({ message: 'The key is wrong', httpCode: '403' });
	});
});
