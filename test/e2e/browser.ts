import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { N8n, Workflow } from '../../scripts/n8n';
import { owner } from '../../scripts/n8n';

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
	if (executablePath === undefined) throw new Error('Install chromium first');
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

/** Leaves the node that is open. */
export async function closeNode(page: Page): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('ndv').waitFor({ state: 'detached' });
}

/** Runs the node that is open, and gives what its output panel says once that holds a word. */
export async function executeStep(page: Page, awaited: string | RegExp): Promise<string> {
	await page.getByTestId('node-execute-button').first().click();
	const panel = page.getByTestId('output-panel');
	await panel.getByText(awaited).first().waitFor();
	return await panel.innerText();
}
