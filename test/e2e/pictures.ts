import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectFolder } from '../../harness/folders';
import type { Credential, N8n } from '../../harness';
import { buildPackage, startN8n } from '../../harness';
import type { Demonstration } from '../../scripts/start/demonstration';
import { setUpDemonstration } from '../../scripts/start/demonstration';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { executeStep, openBrowser, openEditor, openNode, openWorkflow } from './browser';
import { addressIn } from './wait/phone';
import { askingWorkflow } from './wait/workflow';

/** What the pictures show instead of this machine's address. */
const publicAddress = 'https://n8n.example.com/';

const owner = '0601020304';

interface Stage {
	n8n: N8n;
	simulator: Simulator;
	demonstration: Demonstration;
	browser: Browser;
	editor: Page;
}

async function take(what: Page | Locator, name: string): Promise<void> {
	await what.screenshot({ path: join(projectFolder, 'docs', 'pictures', `${name}.png`) });
}

async function openExample({ n8n, demonstration, editor }: Stage, file: string): Promise<void> {
	const workflow = demonstration.workflows.get(file);
	if (workflow === undefined) throw new Error(`There is no ${file}`);
	await openWorkflow(editor, n8n, workflow);
}

async function takeCredential({ n8n, editor }: Stage): Promise<void> {
	await editor.goto(`${n8n.url}/home/credentials`);
	await editor.getByText('iSendPro simulator').first().click();
	const form = editor.getByTestId('editCredential-modal');
	await form.getByText('Connection tested successfully').waitFor();
	await take(form.locator('.el-dialog').or(form).last(), 'credential');
}

/** The node with its input and output, and the output by itself. */
async function takeSend(stage: Stage): Promise<void> {
	const { editor } = stage;
	await openExample(stage, 'first-sms.json');
	await openNode(editor, 'Send the SMS');
	await executeStep(editor, 'sent');
	// n8n's own messages cover a part for some seconds.
	await editor.addStyleTag({ content: '.el-notification { display: none !important }' });
	await take(editor.getByTestId('ndv'), 'send');
	await editor.getByTestId('output-panel').getByTestId('radio-button-json').click();
	await editor.getByText('"characters"').first().waitFor();
	await take(editor.getByTestId('output-panel'), 'output');
}

async function takeTrigger(stage: Stage): Promise<void> {
	const { editor } = stage;
	await openExample(stage, 'stop-to-blacklist.json');
	await openNode(editor, 'iSendPro Trigger');
	await editor.getByText('Webhook URLs', { exact: true }).first().click();
	await editor.getByTestId('radio-button-production').click();
	await editor.getByText(`${publicAddress}webhook/`).first().waitFor();
	await take(editor.getByTestId('ndv'), 'trigger');
}

/** The page behind the link of a question, on a phone. */
async function takeQuestion({ n8n, simulator, browser }: Stage, credential: Credential) {
	const message = 'Commande A-1024 : livraison demain à 8 h, 12 rue des Lilas. Serez-vous là ?';
	const approvalOptions = {
		values: { approvalType: 'double', approveLabel: 'Oui', disapproveLabel: 'Non' },
	};
	const definition = askingWorkflow({ to: owner, message, approvalOptions });
	const workflow = await n8n.api.createWorkflow(definition, credential);
	await n8n.api.run(workflow, { until: 'waiting' });
	const text = simulator.phones.get(owner).messages.at(-1)?.text ?? '';
	const address = await addressIn(simulator, text);
	const viewport = { width: 390, height: 400 };
	const page = await browser.newPage({ viewport, locale: 'fr-FR' });
	await page.goto(address.replace(publicAddress, `${n8n.url}/`));
	await page.getByRole('button', { name: 'Oui' }).waitFor();
	await take(page, 'question');
}

async function takeSimulator({ simulator, browser }: Stage): Promise<void> {
	await simulator.callbacks.settled();
	const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, locale: 'en-GB' });
	await page.goto(simulator.controlUrl);
	await page.locator('.phone').first().waitFor();
	await take(page, 'simulator');
}

/** Takes the pictures of the documentation, in n8n's editor: `npm run pictures`. */
export async function main(): Promise<void> {
	await buildPackage();
	const simulator = await startSimulator();
	let n8n: N8n | undefined;
	let browser: Browser | undefined;
	try {
		const env = { GENERIC_TIMEZONE: 'Europe/Paris', WEBHOOK_URL: publicAddress };
		n8n = await startN8n({ env });
		const demonstration = await setUpDemonstration(n8n, simulator);
		const [credential] = await n8n.api.listCredentials();
		if (credential === undefined) throw new Error('The demonstration has no credential');
		browser = await openBrowser();
		const editor = await openEditor(browser, n8n);
		const stage = { n8n, simulator, demonstration, browser, editor };
		await takeCredential(stage);
		await takeSend(stage);
		await takeTrigger(stage);
		await takeSimulator(stage);
		await takeQuestion(stage, credential);
	} finally {
		await browser?.close();
		await n8n?.stop();
		await simulator.close();
	}
}
