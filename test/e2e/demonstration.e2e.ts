import type { Demonstration } from '../../scripts/start/demonstration';
import { setUpDemonstration } from '../../scripts/start/demonstration';
import type { N8n } from '../../scripts/n8n';
import { startN8n } from '../../scripts/n8n';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';

describe('What npm start sets up', () => {
	let n8n: N8n;
	let simulator: Simulator;
	let demonstration: Demonstration;

	beforeAll(async () => {
		simulator = await startSimulator();
		n8n = await startN8n();
		demonstration = await setUpDemonstration(n8n, simulator);
	});

	afterAll(async () => {
		await n8n?.stop();
		await simulator?.close();
	});

	const run = async (file: string) => {
		const workflow = demonstration.workflows.get(file);
		if (workflow === undefined) throw new Error(`There is no ${file}`);
		const { status } = await n8n.api.run(workflow, { trigger: 'When clicking Execute' });
		await simulator.callbacks.settled();
		return status;
	};

	const delivery = async (tracker: string) => {
		const rows = await n8n.api.rowsOf(demonstration.table);
		return rows.find((row) => row.tracker === tracker)?.delivery;
	};

	it('writes what became of each message into the data table', async () => {
		expect(await run('receipt-to-record.json')).toBe('success');

		expect(await delivery('order_1001')).toBe('delivered');
		expect(await delivery('order_1002')).toBe('delivered');
	});

	it('takes the receipt that is chosen for a message by hand', async () => {
		const message = simulator.phones.messages().find(({ tracker }) => tracker === 'order_1002');

		const receipt = { outcome: 'failed', errorCode: '107' } as const;
		const { call } = await simulator.callbacks.report(message?.id ?? '', receipt);

		expect(call?.answer).toBe('validation');
		expect(await delivery('order_1002')).toBe('failed');
	});

	it('blacklists whoever presses STOP', async () => {
		const { call } = await simulator.callbacks.reply('0601020304', 'STOP');

		expect(call?.answer).toBe('validation');
		expect([...simulator.account.blacklist]).toEqual(['+33601020304']);
	});

	it('offers the example that tells a chat room of what failed', async () => {
		const pages = simulator.callbacks.pages.filter(({ kind }) => kind === 'receipt');
		const other = pages.find(({ name }) => name.includes('second channel'));
		simulator.callbacks.receiptUrl = other?.url ?? '';
		simulator.phones.get('0605060708').receipt = { outcome: 'failed' };

		await run('first-sms.json');

		for (let look = 0; look < 100 && simulator.chat.length === 0; look++)
			await new Promise((resolve) => setTimeout(resolve, 100));
		expect(simulator.chat.map(({ text }) => text)).toEqual([
			expect.stringMatching(/^SMS to 0605060708 was not delivered: .*B-2048/),
		]);
	});

	it('is found again, not made again, by the next start', async () => {
		const before = (await n8n.api.listWorkflows()).length;
		const { callbacks } = simulator;
		callbacks.pages = [];

		const again = await setUpDemonstration(n8n, simulator);

		expect(await n8n.api.listWorkflows()).toHaveLength(before);
		expect(again.table.id).toBe(demonstration.table.id);
		expect(callbacks.pages).toHaveLength(3);
		expect(callbacks.receiptUrl).toContain('/delivery-receipts');
	});
});
