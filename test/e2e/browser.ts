import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium, selectors } from 'playwright-core';
import type { N8n, Workflow } from '../../harness';
import { owner } from '../../harness';

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts Chromium without a window.
 *
 * @throws Error naming what to install when there is none
 */
export async function openBrowser(): Promise<Browser> {
	const executablePath = programs.find((program) => existsSync(program));
	if (executablePath === undefined)
		throw new Error('There is no Chromium here: install it, e.g. with apt-get install chromium');
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath, args: quiet });
}

/** n8n's editor, logged in as the owner. */
export async function openEditor(browser: Browser, { url }: N8n): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
	await page.goto(`${url}/signin`);
	await page.locator('input[type=email]').fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/(home|workflow)/);
	return page;
}

/** Opens a workflow's canvas and shows all of it. */
export async function openWorkflow(page: Page, { url }: N8n, { id }: Workflow): Promise<void> {
	await page.goto(`${url}/workflow/${id}`);
	await page.locator('.vue-flow__node').first().waitFor();
	await page.getByTestId('zoom-to-fit').click();
}

/** Opens a node of the workflow that the canvas shows. */
export async function openNode(page: Page, name: string): Promise<void> {
	await page.locator(`[data-node-name="${name}"]`).first().dblclick();
	await page.getByTestId('ndv').getByTestId('tab-params').waitFor();
}

/** The labels of the fields that the open node shows, from top to bottom. */
export async function labelsShown(page: Page): Promise<string[]> {
	const labels = page.getByTestId('node-parameters').first().getByTestId('input-label');
	const texts = await labels.filter({ visible: true }).allInnerTexts();
	return texts.map((text) => text.split('\n')[0] ?? '');
}

/** What the open node offers to add to its options, from top to bottom. */
export async function optionsOffered(page: Page): Promise<string[]> {
	const button = page.getByTestId('collection-parameter-add');
	await button.click();
	const offered = page.getByTestId('collection-parameter-option').filter({ visible: true });
	await offered.first().waitFor();
	const labels = await offered.allInnerTexts();
	await button.click();
	await offered.first().waitFor({ state: 'hidden' });
	return labels;
}

/** Adds an option to the open node. n8n 1.x has a list where 2.x has a button. */
export async function addOption(page: Page, label: string): Promise<void> {
	const button = page.getByTestId('collection-parameter-add');
	await button.or(page.getByPlaceholder('Add Option')).first().click();
	const offered = page.getByTestId('collection-parameter-option').filter({ visible: true });
	await offered.getByText(label, { exact: true }).first().click();
}

/** Chooses from the list of a parameter of the open node. */
export async function choose(page: Page, parameter: string, label: string): Promise<void> {
	await page.getByTestId(`parameter-input-${parameter}`).click();
	const list = page.locator('.el-select-dropdown').filter({ visible: true });
	await list.getByText(label, { exact: true }).first().click();
	await list.waitFor({ state: 'hidden' });
}

/** Pastes a workflow's text onto an empty canvas. */
export async function pasteWorkflow(page: Page, { url }: N8n, text: string): Promise<void> {
	await page.goto(`${url}/workflow/new`);
	await page.getByTestId('canvas-add-button').waitFor();
	await page.evaluate(`{
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', ${JSON.stringify(text)});
		document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
	}`);
	await page.locator('.vue-flow__node').first().waitFor();
}

/** The credential's form, as it opens from a node; filled in and saved. */
export async function saveCredential(page: Page, fields: Record<string, string>): Promise<void> {
	const form = page.getByTestId('editCredential-modal');
	for (const [name, value] of Object.entries(fields))
		await form.getByTestId(`parameter-input-${name}`).locator('input').fill(value);
	await form.getByTestId('credential-save-button').click();
}

/** Runs the node that is open, and gives what its output panel says once that holds a word. */
export async function executeStep(page: Page, awaited: string | RegExp): Promise<string> {
	await page.getByTestId('node-execute-button').first().click();
	const panel = page.getByTestId('output-panel');
	await panel.getByText(awaited).first().waitFor();
	return await panel.innerText();
}
