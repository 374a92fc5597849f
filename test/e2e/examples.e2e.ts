import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataTable, Workflow } from '../../harness';
import { activate, addressesOf, itemsOf } from '../../harness';
import { expectedMessages } from '../../scripts/start/expected';
import { accountTests } from './examples/accounts';
import { agentTests } from './examples/agents';
import { createTable, example, withTable } from './examples/imported';
import { receiptTests } from './examples/receipts';
import { reminderTests } from './examples/reminders';
import { sendingTests } from './examples/sending';
import { generations } from './generations';
import type { Stage } from './stage';
import { useStage } from './stage';
import { statusesOnce } from './trigger/workflows';
import { start } from '../helpers/workflow';

const day = 24 * 60 * 60 * 1000;

describe.each(generations)('The example workflows in n8n %i.x', (generation) => {
	const filesFolder = mkdtempSync(join(realpathSync(tmpdir()), 'isendpro-files-'));
	let { n8n, simulator, credential } = {} as Stage;
	useStage(
		{ generation, env: { N8N_RESTRICT_FILE_ACCESS_TO: filesFolder } },
		(stage) => ({ n8n, simulator, credential } = stage),
		{ now: '2026-11-23T10:00:00Z' },
	);

	afterAll(() => rmSync(filesFolder, { recursive: true, force: true }));

	beforeEach(async () => await simulator.reset());

	it('send each recipient the text as written, and link each result to its own item', async () => {
		const workflow = await n8n.api.createWorkflow(example('first-sms'), credential);

		const execution = await n8n.api.run(workflow);

		expect(execution.status).toBe('success');
		const received = simulator.phones.messages();
		expect(received).toHaveLength(expectedMessages.length);
		expect(received).toMatchObject(expectedMessages);
		expect(itemsOf(execution, 'Send the SMS')).toMatchObject(
			expectedMessages.map((message, item) => ({
				json: { ...message, status: 'sent' },
				pairedItem: { item },
			})),
		);
	});

	/** Has replies go to the example that blacklists who says STOP. */
	async function startBlacklisting(): Promise<Workflow> {
		const workflow = await n8n.api.createWorkflow(example('stop-to-blacklist'), credential);
		await activate(n8n, workflow);
		simulator.callbacks.replyUrl = addressesOf(n8n, workflow).replies;
		return workflow;
	}

	it('send, get the receipt, get a STOP, blacklist it, and are refused the next time', async () => {
		const table = await createTable(n8n, example('receipt-to-record'));
		const records = await n8n.api.createWorkflow(
			withTable(example('receipt-to-record'), table),
			credential,
		);
		await activate(n8n, records);
		simulator.callbacks.receiptUrl = addressesOf(n8n, records).receipts;
		await startBlacklisting();
		Object.assign(simulator.phones.get('0605060708'), {
			operator: 'SFR',
			receipt: { outcome: 'failed', errorCode: '107' },
		});

		const sent = await n8n.api.run(records, { trigger: 'When clicking Execute' });
		expect(sent.data.resultData.error).toBeUndefined();
		expect(sent.status).toBe('success');
		const expected = ['success', 'success', 'success'];
		expect(await statusesOnce(expected, n8n, records)).toEqual(expected);
		await simulator.callbacks.settled();
		expect(simulator.callbacks.calls.map(({ answer, status }) => [status, answer])).toEqual([
			[200, 'validation'],
			[200, 'validation'],
		]);
		expect(await rows(table)).toEqual([
			{
				tracker: 'order_1001',
				phone: '0601020304',
				sent: 'sent',
				delivery: 'delivered',
				reason: null,
				reportedAt: expect.stringMatching(/^2026-11-23T11:0\d:\d\d\+01:00$/),
			},
			{
				tracker: 'order_1002',
				phone: '0605060708',
				sent: 'sent',
				delivery: 'failed',
				reason: 'Absent subscriber',
				reportedAt: expect.stringMatching(/^2026-11-23T11:0\d:\d\d\+01:00$/),
			},
		]);

		const { call } = await simulator.callbacks.reply(
			'0601020304',
			'Stop, je ne veux plus de vos SMS.',
		);
		expect(call).toMatchObject({ status: 200, answer: 'validation' });
		expect([...simulator.account.blacklist]).toEqual(['+33601020304']);

		const again = await n8n.api.run(records, { trigger: 'When clicking Execute' });
		expect(
			itemsOf(again, 'Send the SMS').map(({ json }) => [json.to, json.status, json.code]),
		).toEqual([
			['0601020304', 'rejected', 11],
			['0605060708', 'sent', 0],
		]);
	});

	it('blacklist at the next try a number that could not be blacklisted at once', async () => {
		await startBlacklisting();
		simulator.service.maintenance = true;

		const { call } = await simulator.callbacks.reply('0601020304', 'STOP');
		expect(call).toMatchObject({ status: 200, answer: 'probleme' });
		expect([...simulator.account.blacklist]).toEqual([]);
		await simulator.clock.advance(day);
		expect([...simulator.account.blacklist]).toEqual([]);
		simulator.service.maintenance = false;
		await simulator.clock.advance(day);

		expect(simulator.callbacks.calls.map(({ answer }) => answer)).toEqual([
			'probleme',
			'probleme',
			'validation',
		]);
		expect([...simulator.account.blacklist]).toEqual(['+33601020304']);
		await simulator.clock.advance(3 * day);
		expect(simulator.callbacks.calls).toHaveLength(3);
	});

	it('acknowledge no STOP that iSendPro refuses to list, and get it again the next day', async () => {
		await startBlacklisting();
		// iSendPro lists only numbers that it takes for valid, and answers NOK for others [3.13].
		const phone = simulator.phones.get('0601020304');
		phone.attributed = false;

		const { call } = await simulator.callbacks.reply('0601020304', 'STOP');
		expect(call).toMatchObject({ status: 200, answer: 'probleme' });
		phone.attributed = true;
		await simulator.clock.advance(day);

		expect(simulator.callbacks.calls.map(({ answer }) => answer)).toEqual([
			'probleme',
			'validation',
		]);
		expect([...simulator.account.blacklist]).toEqual(['+33601020304']);

		const again = await simulator.callbacks.reply('0601020304', 'STOP encore');
		expect(again.call).toMatchObject({ status: 200, answer: 'validation' });
	});

	it('blacklist all who say STOP at the same time', async () => {
		const workflow = await startBlacklisting();
		const phones = Array.from({ length: 20 }, (_, index) => `06010203${index + 10}`);
		const replies = phones.map(async (phone) => await simulator.callbacks.reply(phone, 'STOP'));
		for (const { call } of await Promise.all(replies))
			expect(call).toMatchObject({ status: 200, answer: 'validation' });
		const expected = Array(20).fill('success');
		expect(await statusesOnce(expected, n8n, workflow)).toEqual(expected);
		expect([...simulator.account.blacklist].sort()).toEqual(
			phones.map((phone) => phone.replace('0', '+33')),
		);
	});

	it('blacklist the others when one of several numbers cannot be, and fail', async () => {
		const definition = example('stop-to-blacklist');
		const trigger = definition.nodes.find(({ name }) => name === 'iSendPro Trigger');
		const from = ['0601020304', 'no number', '0605060708', '0032470123456'];
		const items = from.map((number) => `{ json: { from: ${JSON.stringify(number)} } }`).join();
		// Several replies in one execution, as a trigger gives them that asks now and then.
		Object.assign(trigger ?? {}, {
			...{ type: 'n8n-nodes-base.code', typeVersion: 2, webhookId: undefined },
			parameters: { jsCode: `return [${items}];` },
		});
		const { connections } = definition;
		const [, stops = []] = connections['iSendPro Trigger']?.main ?? [];
		connections['iSendPro Trigger'] = { main: [stops] };
		connections.Start = {
			main: [[{ node: 'iSendPro Trigger', type: 'main', index: 0 }]],
		};
		definition.nodes.push(start);
		const execution = await n8n.api.run(await n8n.api.createWorkflow(definition, credential));
		expect(execution.status).toBe('error');
		expect([...simulator.account.blacklist].sort()).toEqual([
			...['+32470123456', '+33601020304', '+33605060708'],
		]);
	});

	it('leave a reply that is not a STOP to a person', async () => {
		const workflow = await startBlacklisting();

		const { call } = await simulator.callbacks.reply('0601020304', 'Merci, à demain !');
		expect(call).toMatchObject({ status: 200, answer: 'validation' });
		expect([...simulator.account.blacklist]).toEqual([]);
		expect(await statusesOnce(['success'], n8n, workflow)).toEqual(['success']);
		const [{ id } = { id: '' }] = await n8n.api.listExecutions(workflow.id);
		const execution = await n8n.api.getExecution(id);
		expect(itemsOf(execution, 'Read this reply').map(({ json }) => json.text)).toEqual([
			'Merci, à demain !',
		]);
		await simulator.clock.advance(day);
		expect(simulator.callbacks.calls).toHaveLength(1);
	});

	async function rows(table: DataTable) {
		return (await n8n.api.rowsOf(table))
			.map(({ tracker, phone, sent, delivery, reason, reportedAt }) => ({
				...{ tracker, phone, sent, delivery, reason, reportedAt },
			}))
			.sort((a, b) => String(a.tracker).localeCompare(String(b.tracker)));
	}

	const setting = () => ({ n8n, simulator, credential });

	sendingTests(setting);
	receiptTests(setting);
	reminderTests(setting);
	accountTests(setting, filesFolder);
	agentTests(setting, generation);

	it('have only nodes that n8n knows, in versions that it knows', async () => {
		const known = new Map<string, number[]>();
		for (const { name, version } of await n8n.api.nodeTypes())
			known.set(name, [...(known.get(name) ?? []), ...[version].flat()]);
		const files = readdirSync(join(__dirname, '../../examples')).sort();
		expect(files.length).toBeGreaterThan(10);
		for (const file of files) {
			const { nodes } = example(file.replace(/\.json$/, ''));
			const unknown = nodes.filter(
				({ type, typeVersion }) => !known.get(type)?.includes(typeVersion),
			);
			const review = generation === 1 && file === 'agent-asks-first.json';
			const expected = review ? ['n8n-nodes-isendpro.iSendProHitlTool'] : [];
			expect([file, unknown.map(({ type }) => type)]).toEqual([file, expected]);
		}
	});
});
