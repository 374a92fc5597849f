import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Demonstration } from '../../scripts/start/demonstration';
import { setUpDemonstration } from '../../scripts/start/demonstration';
import { openBrowser, openEditor, openWorkflow } from './browser';
import { eventually } from './eventually';
import type { Stage } from './stage';
import { useStage } from './stage';

const chatExample = 'failed-receipt-to-second-channel';

describe('What npm start sets up', () => {
	let { n8n, simulator } = {} as Stage;
	useStage({}, (stage) => ({ n8n, simulator } = stage));
	let demonstration: Demonstration;
	let browser: Browser;
	/** n8n's editor. */
	let editor: Page;
	/** The simulator's page. */
	let phones: Page;
	const pageErrors: string[] = [];

	beforeAll(async () => {
		demonstration = await setUpDemonstration(n8n, simulator);
		browser = await openBrowser();
		editor = await openEditor(browser, n8n);
		phones = await browser.newPage();
		phones.on('pageerror', ({ message }) => pageErrors.push(message));
		await phones.goto(simulator.controlUrl);
	});

	afterAll(async () => await browser?.close());

	const run = async (file: string) => {
		await n8n.api.run(workflowOf(file), { trigger: 'When clicking Execute' });
		await simulator.callbacks.settled();
	};

	const delivery = async (tracker: string) => {
		const rows = await n8n.api.rowsOf(tableNamed('iSendPro messages'));
		return rows.find((row) => row.tracker === tracker)?.delivery;
	};

	const tableNamed = (name: string) => {
		const table = demonstration.tables.get(name);
		if (table === undefined) throw new Error(`There is no data table ${name}`);
		return table;
	};

	const workflowOf = (file: string) => {
		const workflow = demonstration.workflows.get(file);
		if (workflow === undefined) throw new Error(`There is no ${file}`);
		return workflow;
	};

	const phone = (number: string) => phones.locator('.phone', { hasText: number });

	it('has no red node, unlike an example that was imported and not set up', async () => {
		const red = editor.getByTestId('node-issues');
		// With a credential alone, with a data table, with a second one, with a chat's address
		for (const file of ['first-sms', 'receipt-to-record', 'ask-by-sms', chatExample]) {
			const workflow = workflowOf(`${file}.json`);
			await openWorkflow(editor, n8n, workflow);
			// As long as the editor may take to find out.
			await editor.waitForTimeout(1000);
			expect([workflow.name, await red.count()]).toEqual([workflow.name, 0]);
		}
		const file = join(__dirname, '../../examples/receipt-to-record.json');
		const imported = await n8n.api.createWorkflow(JSON.parse(readFileSync(file, 'utf8')));
		await openWorkflow(editor, n8n, imported);
		await red.first().waitFor();
		expect(await red.count()).toBeGreaterThan(0);
	});

	it('writes the delivery of each message to the data table', async () => {
		await openWorkflow(editor, n8n, workflowOf('receipt-to-record.json'));
		const start = editor.locator('.vue-flow__node', { hasText: 'When clicking Execute' }).last();
		await start.hover();
		await start.getByText('Execute workflow').click();

		await eventually(async () => await delivery('order_1001'), 'delivered');
		await eventually(async () => await delivery('order_1002'), 'delivered');
	});

	it('asks by SMS, and goes on with what the phone replies', async () => {
		const { id } = await n8n.api.run(workflowOf('ask-by-sms.json'), { until: 'waiting' });
		await phone('06 01 02 03 04').getByText('Répondez OUI, NON').waitFor();
		await simulator.callbacks.reply('0601020304', '14h30');
		expect((await n8n.api.waitForExecution(id)).status).toBe('success');
		const rows = await n8n.api.rowsOf(tableNamed('Questions by SMS'));
		expect(rows.map(({ answer }) => answer)).toEqual(['14:30']);
	});

	it('sends the receipt that is chosen below a message', async () => {
		const receipt = phone('06 05 06 07 08').locator('.talk select');
		await receipt.selectOption({ label: 'not delivered: the phone is off or out of reach (107)' });

		await phone('06 05 06 07 08').getByText('Your workflow accepted it.').waitFor();
		expect(await delivery('order_1002')).toBe('failed');
	});

	it('blacklists a phone that presses STOP', async () => {
		await phone('06 01 02 03 04').getByRole('button', { name: 'STOP' }).click();

		await phone('06 01 02 03 04').getByText('blacklisted').waitFor();
		expect([...simulator.account.blacklist]).toEqual(['+33601020304']);
	});

	it('takes replies from numbers and credit as people write them', async () => {
		await phones.getByLabel('Text from another phone').fill('+33 (0)6 09 09 09 09');
		await phones.getByRole('button', { name: 'Send' }).click();
		await phone('06 09 09 09 09').waitFor();
		await phones.getByLabel('Credit in euros').fill('12,50 €');
		await phones.getByRole('button', { name: 'Set', exact: true }).click();
		await phones.locator('#account').getByText('Saved.').waitFor();

		expect(simulator.account.credit).toBe(12.5);
	});

	it('offers the example that tells a chat room of failed messages', async () => {
		const label = 'iSendPro: failed receipt to a second channel';
		await phones.locator('[name=receiptPage]').selectOption({ label });
		await phones.locator('#pages').getByText('Saved.').waitFor();
		// So that the phone is on the page, also when this is tried again after the Reset below.
		await run('first-sms.json');
		const receipts = phone('06 05 06 07 08').getByLabel('Next receipts');
		await receipts.selectOption({ label: 'not delivered' });
		await eventually(
			async () => await Promise.resolve(simulator.phones.get('0605060708').receipt.outcome),
			'failed',
		);

		await run('first-sms.json');

		expect(simulator.callbacks.calls.at(-1)?.validated).toBe(true);
		await phones.getByText(/SMS to 0605060708 was not delivered: .*B-2048/).waitFor();
		expect(simulator.chat).toHaveLength(1);
	});

	it('starts over with Reset, and still knows the workflows', async () => {
		const { receiptUrl } = simulator.callbacks;
		await phones.getByRole('button', { name: 'Reset' }).click();
		await phones.getByText('No message has arrived yet').waitFor();

		expect(simulator.account.credit).toBe(108.16);
		expect(simulator.callbacks.receiptUrl).toBe(receiptUrl);
		expect(await phones.locator('[name=receiptUrl]').inputValue()).toBe(receiptUrl);
		expect(pageErrors).toEqual([]);
	});

	it('is found again, not made again, by the next start', async () => {
		const before = (await n8n.api.listWorkflows()).length;
		const { callbacks } = simulator;
		callbacks.pages = [];

		const again = await setUpDemonstration(n8n, simulator);

		expect(await n8n.api.listWorkflows()).toHaveLength(before);
		const ids = ({ tables }: Demonstration) => [...tables.values()].map(({ id }) => id);
		expect(ids(again)).toEqual(ids(demonstration));
		expect(callbacks.pages).toHaveLength(4);
		expect(callbacks.receiptUrl).toContain('/delivery-receipts');
	});
});
