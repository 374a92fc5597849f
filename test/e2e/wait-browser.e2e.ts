import type { INodeParameters } from 'n8n-workflow';
import type { Browser } from 'playwright-core';
import { itemsOf } from '../../harness';
import { openBrowser } from './browser';
import { generations } from './generations';
import type { Stage } from './stage';
import { useStage } from './stage';
import { addressIn } from './wait/phone';
import { askingWorkflow } from './wait/workflow';

const anna = '0601020304';

describe.each(generations)('A question on a phone, asked by n8n %i.x', (generation) => {
	let { n8n, simulator, credential } = {} as Stage;
	useStage({ generation }, (stage) => ({ n8n, simulator, credential } = stage));
	let browser: Browser;

	beforeAll(async () => (browser = await openBrowser()));

	beforeEach(async () => await simulator.reset());

	afterAll(async () => await browser?.close());

	async function ask(parameters: INodeParameters): Promise<string> {
		const definition = askingWorkflow({ to: anna, ...parameters });
		const workflow = await n8n.api.createWorkflow(definition, credential);
		return (await n8n.api.run(workflow, { until: 'waiting' })).id;
	}

	const answerTo = async (id: string) =>
		itemsOf(await n8n.api.waitForExecution(id), 'After')[0]?.json;

	it('is opened with a tap on the message, and answered with another', async () => {
		const approvalOptions = { values: { approveLabel: 'Oui', disapproveLabel: 'Non' } };
		const id = await ask({ message: 'Livrer demain à 8 h ?', approvalOptions });

		const context = await browser.newContext({ locale: 'fr-FR' });
		const phones = await context.newPage();
		await phones.goto(simulator.controlUrl);
		const opened = context.waitForEvent('page');
		await phones.locator('.bubble a').click();
		const page = await opened;
		await page.getByRole('button', { name: 'Oui' }).click();
		await page.getByRole('heading', { name: 'Merci' }).waitFor();

		expect(await answerTo(id)).toMatchObject({ data: { approved: true, respondedBy: anna } });
		await page.goBack();
		await page.reload();
		await page.getByText(/no action required/i).waitFor();
		await context.close();
	});

	it('needs no JavaScript, fits a small screen, is dark at night, and can be read aloud', async () => {
		const message = `Quand livrer ? ${'Réf. 1234-'.repeat(30)}`;
		const id = await ask({ message, responseType: 'freeText' });
		const [text = ''] = simulator.phones.messages().map((one) => one.text);

		const context = await browser.newContext({
			javaScriptEnabled: false,
			colorScheme: 'dark',
			locale: 'fr-FR',
			viewport: { width: 320, height: 480 },
		});
		const page = await context.newPage();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const address = await addressIn(simulator, text);
		await page.goto(address);
		expect(asked.filter((url) => url !== address && !url.endsWith('/favicon.ico'))).toEqual([]);

		const answer = page.getByRole('textbox', { name: 'Votre réponse' });
		const box = await answer.boundingBox();
		expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
		expect(await page.getByRole('main').getByText(message).count()).toBe(1);
		await answer.fill('À 9 h');
		await page.getByRole('button', { name: 'Envoyer' }).click();
		await page.getByRole('heading', { name: 'Merci' }).waitFor();
		await context.close();
		expect(await answerTo(id)).toMatchObject({ data: { text: 'À 9 h', respondedBy: anna } });
	});
});
