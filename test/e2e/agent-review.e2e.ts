import { setTimeout as pause } from 'node:timers/promises';
import { itemsOf } from '../../harness';
import { Model } from './agent/model';
import { reviewedWorkflow, sendingTool } from './agent/workflow';
import { labelsShown, openBrowser, openEditor } from './browser';
import { eventually } from './eventually';
import type { Stage } from './stage';
import { useStage } from './stage';
import { addressIn, open, submit } from './wait/phone';

const boss = '0601020399';
const anna = '0601020304';

describe("The human review of n8n 2.x's AI Agent", () => {
	const model = new Model();
	let { n8n, simulator, credential } = {} as Stage;
	useStage({ generation: 2 }, (stage) => ({ n8n, simulator, credential } = stage));

	beforeAll(async () => await model.start(n8n));

	beforeEach(async () => {
		model.requests.length = 0;
		model.toolArguments = {
			toolParameters: { To: anna, Message: 'Votre commande est prete' },
			hitlParameters: {},
		};
		await simulator.reset();
	});

	afterAll(model.stop);

	const sent = () => simulator.phones.messages().map(({ to, text }) => [to, text]);

	/** Runs the agent until it waits for the boss; gives the execution and the page's address. */
	async function ask(options = {}): Promise<[string, string]> {
		const definition = reviewedWorkflow(
			sendingTool,
			{
				to: boss,
				message: '=The agent wants to run {{ $tool.name }}: {{ $tool.parameters.Message }}',
				options,
			},
			model,
		);
		const workflow = await n8n.api.createWorkflow(definition, credential);
		const { id } = await n8n.api.run(workflow, { until: 'waiting' });
		const [[to, text = ''] = []] = sent();
		expect([to, sent()]).toEqual([boss, [expect.anything()]]);
		return [id, await addressIn(simulator, text)];
	}

	async function said(id: string, timeoutMs?: number): Promise<unknown> {
		const execution = await n8n.api.waitForExecution(id, timeoutMs);
		expect(execution.status).toBe('success');
		return itemsOf(execution, 'Agent')[0]?.json.output;
	}

	it('is in the list of nodes, and asks with a message and buttons', async () => {
		expect(await n8n.api.loadedNodes()).toContain('n8n-nodes-isendpro.iSendProHitlTool');
		const [, address] = await ask();
		const { html } = await open(address);
		expect(html).toContain('The agent wants to run iSendPro: Votre commande est prete</p>');
		expect(html).toContain('>Approve</button>');
		expect(html).toContain('>Decline</button>');
	});

	it('shows its own fields in the editor, each once', async () => {
		const definition = reviewedWorkflow({}, { message: '={{ $tool.name }}' }, model);
		const { id } = await n8n.api.createWorkflow(definition, credential);
		const browser = await openBrowser();
		try {
			const page = await openEditor(browser, n8n);
			await page.goto(`${n8n.url}/workflow/${id}`);
			await page.locator('[data-node-name="Review"]').first().dblclick();
			const shown = async () => await labelsShown(page);
			await eventually(shown, ['Message', 'To', 'Approval Options', 'Options']);
		} finally {
			await browser.close();
		}
	});

	it('lets the tool run once it is approved by SMS', async () => {
		const [id, address] = await ask();
		await submit(address, { answer: '0' });
		expect(await said(id)).toContain('"status":"sent"');
		expect(sent().slice(1)).toEqual([[anna, 'Votre commande est prete']]);
	});

	it('tells the agent that it was declined by SMS, and runs no tool', async () => {
		const [id, address] = await ask();
		await submit(address, { answer: '1' });
		expect(await said(id)).toContain('User rejected the tool call');
		expect(sent()).toHaveLength(1);
	});

	it('runs no tool when nobody answers, even when the model claims an approval', async () => {
		model.toolArguments = {
			toolParameters: { To: anna, Message: 'Votre commande est prete' },
			hitlParameters: { approved: true, data: { approved: true } },
		};
		const limitWaitTime = { values: { resumeAmount: 0.05, resumeUnit: 'minutes' } };
		const [id, address] = await ask({ limitWaitTime });
		await pause(3_100);
		await submit(address, { answer: '0' });
		await said(id, 150_000);
		expect(sent()).toHaveLength(1);
	});
});
