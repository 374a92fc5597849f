import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import type { Browser, Page } from 'playwright-core';
import { resources } from '../../nodes/ISendPro/actions/registry';
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node';
import type { WorkflowDefinition } from '../../harness';
import { chain, node, start } from '../helpers/workflow';
import {
	addOption,
	choose,
	executeStep,
	labelsShown,
	openBrowser,
	openEditor,
	openNode,
	openWorkflow,
	optionsOffered,
	pasteWorkflow,
	saveCredential,
} from './browser';
import { eventually } from './eventually';
import { generations } from './generations';
import type { Stage } from './stage';
import { useStage } from './stage';

const { description } = new ISendPro();

/** What people type who look for this, in French and in English. */
const words = [
	...['iSendPro', 'sms', 'send sms', 'text message', 'texto', 'bulk sms', 'mobile', 'phone'],
	...['receipt', 'delivery', 'reply', 'stop', 'désabonnement', 'desabonnement', 'liste noire'],
	...['blacklist', 'campagne', 'rappel', 'notification', 'short link', 'lien court', 'OTP'],
	...['envoyer un SMS', 'accusé de réception', 'delivery receipt', 'réponse', 'campaign'],
	...['numéro de téléphone', 'phone number', 'unsubscribe', 'stop sms', 'crédit', 'balance'],
	...['campagne sms', 'sms marketing', 'sms gateway', 'texting', 'envoyer un message', 'relance'],
	...[
		'rendez-vous',
		'appointment',
		'verification code',
		'portable',
		'solde',
		'contact',
		'reminder',
	],
];

/** The labels that the editor should show below the operation, in order, as long as nothing is set. */
function labelsOf(resource: string, operation: string): string[] {
	const all = description.properties;
	const parameters = { resource, operation };
	const values =
		NodeHelpers.getNodeParameters(all, parameters, true, false, { typeVersion: 1 }, description) ??
		parameters;
	const isShown = (property: INodeProperties) =>
		NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description);
	return all
		.filter(({ name, type }) => type !== 'notice' && name !== 'resource' && name !== 'operation')
		.filter(isShown)
		.map(({ displayName }) => displayName);
}

/** The labels of what an operation's list of options offers. */
function optionsOf(resource: string, operation: string): string[] {
	const lists = description.properties.filter(
		({ name, displayOptions: { show } = {} }) =>
			name === 'options' &&
			show?.resource?.includes(resource) &&
			show.operation?.includes(operation),
	);
	return lists.flatMap(({ options = [] }) =>
		options.map((option) => ('displayName' in option ? option.displayName : option.name)),
	);
}

const folder = join(__dirname, '../../examples');

/** An example whose nodes are called by its file too, so that all examples go on one canvas. */
function readExample(file: string): WorkflowDefinition & { file: string } {
	const text = readFileSync(join(folder, file), 'utf8');
	const example: WorkflowDefinition = JSON.parse(text, (key, value: unknown) =>
		key === 'node' ? `${file} ${String(value)}` : value,
	);
	const connections = Object.fromEntries(
		Object.entries(example.connections).map(([from, to]) => [`${file} ${from}`, to]),
	);
	const nodes = example.nodes.map((node) => ({ ...node, name: `${file} ${node.name}` }));
	return { ...example, file, nodes, connections };
}

describe('In the editor of n8n', () => {
	let { n8n, simulator, credential } = {} as Stage;
	useStage({}, (stage) => ({ n8n, simulator, credential } = stage));
	let browser: Browser;
	let editor: Page;
	/** What the browser complained about, as far as it names this package. */
	const complaints: string[] = [];

	beforeAll(async () => {
		browser = await openBrowser();
		editor = await openEditor(browser, n8n);
		const complain = (text: string) => {
			if (/isendpro/i.test(text)) complaints.push(text);
		};
		editor.on('pageerror', ({ message, stack }) => complain(`${message} ${stack}`));
		editor.on('console', (line) => {
			if (line.type() === 'error') complain(`${line.text()} ${line.location().url}`);
		});
	});

	afterAll(async () => await browser?.close());

	/** Opens a workflow with one node of this package, behind a start if it is no trigger. */
	const open = async (name: string, parameters: INodeParameters, type = 'iSendPro') => {
		const shown = node(name, `n8n-nodes-isendpro.${type}`, parameters);
		const nodes = [
			start,
			{ ...shown, position: [220, 0] as [number, number], webhookId: 'editor' },
		];
		const connections = type === 'iSendPro' ? chain('Start', name) : {};
		const definition = { name: 'Editor', nodes, connections };
		const workflow = await n8n.api.createWorkflow(definition, credential);
		await openWorkflow(editor, n8n, workflow);
	};

	/** The same with its node opened. */
	const openSms = async (parameters: INodeParameters) => {
		await open('SMS', parameters);
		await openNode(editor, 'SMS');
	};

	it('the node stands among those that ask people', async () => {
		await open('SMS', {});
		await editor.getByTestId('node-creator-plus-button').first().click();
		await editor.getByText('Human review', { exact: true }).click();
		await editor.getByText('Send and wait for response').waitFor();
		await editor
			.getByTestId('node-creator-item-name')
			.getByText('iSendPro', { exact: true })
			.waitFor();
	});

	it('both nodes are found as one by what people type, and it says that it sends', async () => {
		await editor.goto(`${n8n.url}/workflow/new`);
		await editor.getByTestId('canvas-add-button').waitFor();
		await editor.getByTestId('node-creator-plus-button').first().click();
		const search = editor.locator(
			'input[data-test-id=node-creator-search-bar], [data-test-id=node-creator-search-bar] input',
		);
		const found = editor
			.getByTestId('node-creator-item-name')
			.getByText('iSendPro', { exact: true });
		for (const word of words) {
			await search.first().fill(word);
			await found
				.first()
				.waitFor({ timeout: 5_000 })
				.catch(() => {
					throw new Error(`"${word}" finds no iSendPro`);
				});
			expect([word, await found.count()]).toEqual([word, 1]);
		}
		await editor
			.getByText(/^Send SMS, or start a workflow when/)
			.first()
			.waitFor();
		await search.first().fill('no such thing at all');
		await found.first().waitFor({ state: 'detached' });
	});

	it('every resource and operation, once chosen, shows its own fields, in their order and each once', async () => {
		await openSms({});
		for (const { option: resource, operations } of resources) {
			await choose(editor, 'resource', resource.name);
			for (const { option: operation } of operations) {
				await choose(editor, 'operation', operation.name);
				const labels = labelsOf(String(resource.value), String(operation.value));
				await eventually(
					async () => await labelsShown(editor),
					['Resource', 'Operation', ...labels],
				);
				const offered = optionsOf(String(resource.value), String(operation.value));
				if (offered.length > 0)
					expect([operation.action, await optionsOffered(editor)]).toEqual([
						operation.action,
						offered,
					]);
			}
		}
	});

	it('a credential with a wrong key is red and says what to do; with the right one it is green', async () => {
		await openSms({});
		await editor.getByTestId('node-credentials-select').first().click();
		await editor.getByTestId('node-credentials-select-item-new').click();
		const form = editor.getByTestId('editCredential-modal');
		await form.getByText('Mon compte > Mon API').waitFor();

		await saveCredential(editor, { keyId: 'a1b2c3', baseUrl: simulator.url });
		await form.getByText('More details').click();
		await form
			.getByText('The key is wrong. Copy the key from the iSendPro customer area')
			.waitFor();

		await saveCredential(editor, { keyId: simulator.account.keyId });
		// n8n closes the form of a credential that works.
		await form.waitFor({ state: 'detached' });
		await editor.getByTestId('credential-edit-button').click();
		await form.getByText('Connection tested successfully').waitFor();
	});

	it('an SMS is sent, and the output says so', async () => {
		await openSms({ to: '06 01 02 03 04', message: 'Bonjour' });

		const output = await executeStep(editor, 'sent');

		expect(output).toContain('0601020304');
		expect(simulator.phones.get('0601020304').messages).toHaveLength(1);
	});

	it('an invalid number is refused with advice', async () => {
		await openSms({ to: '12', message: 'Bonjour' });

		const output = await executeStep(editor, /is not a phone number/);

		expect(output).toMatch(/"12" is not a phone number/);
	});

	it('an expression that was pasted into a fixed field is called by its name', async () => {
		await openSms({ to: '0601020304', message: 'Bonjour {{ $json.name }}' });

		const output = await executeStep(editor, /looks like an expression/);

		expect(output).toContain('Switch the field from Fixed to Expression');
	});

	it('a message with a time says by which clock it goes, and warns of one that nobody has set', async () => {
		const nextMonth = new Date(Date.now() + 30 * 86_400_000).toISOString();
		const options = { sendAt: `${nextMonth.slice(0, 10)}T10:00:00` };
		const run = async (more: INodeParameters) => {
			await openSms({ to: '0601020304', message: 'Bonjour', options: { ...options, ...more } });
			return await executeStep(editor, /Scheduled in the time zone/);
		};
		expect(await run({})).toContain('where no time zone is set');
		expect(await run({ timezone: 'Europe/Brussels' })).toContain('Europe/Brussels');
	});

	it('the trigger shows both addresses where its words say, and takes a test reply', async () => {
		await open('iSendPro Trigger', {}, 'iSendProTrigger');
		const canvas = editor.locator('[data-node-name="iSendPro Trigger"]').first();
		for (const label of ['Receipt', 'Reply', 'STOP']) {
			const shown = canvas
				.locator('xpath=ancestor-or-self::*[contains(@class,"vue-flow__node")]')
				.getByText(label, { exact: true });
			const cut = await shown
				.first()
				.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
			expect([label, cut]).toEqual([label, false]);
		}
		await openNode(editor, 'iSendPro Trigger');
		await editor.getByText('Webhook URLs', { exact: true }).click();
		const addresses = async (kind: string) => {
			await editor.getByText(kind, { exact: true }).last().click();
			return await editor.locator('.webhook-url').allInnerTexts();
		};
		expect((await addresses('Production URL')).map((url) => url.trim())).toEqual([
			expect.stringMatching(/\/webhook\/.*\/delivery-receipts$/),
			expect.stringMatching(/\/webhook\/.*\/replies$/),
		]);
		const [receiptUrl = '', replyUrl = ''] = (await addresses('Test URL')).map((url) => url.trim());
		expect([receiptUrl, replyUrl]).toEqual([
			expect.stringMatching(/\/webhook-test\/.*\/delivery-receipts$/),
			expect.stringMatching(/\/webhook-test\/.*\/replies$/),
		]);

		await editor.getByTestId('trigger-execute-button').click();
		await editor.getByText('Listening for test event').waitFor();
		Object.assign(simulator.callbacks, { receiptUrl, replyUrl });
		await simulator.callbacks.reply('0601020304', 'STOP');

		const panel = editor.getByTestId('output-panel');
		await panel.getByText('STOP').first().click();
		await panel.getByText('0601020304').first().waitFor();
	});

	it("an expression that was pasted into the trigger's words is called by its name too", async () => {
		const options = { stopKeywords: '{{ $json.words }}' };
		await open('iSendPro Trigger', { options }, 'iSendProTrigger');
		await openNode(editor, 'iSendPro Trigger');

		await editor.getByTestId('trigger-execute-button').click();

		await editor
			.getByText(/"STOP Keywords" looks like an expression/)
			.first()
			.waitFor();
	});

	it('the examples, pasted, have no red node but those that their notes tell to set up', async () => {
		const all = readdirSync(folder).map(readExample);
		// Red for certain, and the last one: once it is red, n8n has checked the others.
		const certain = { name: 'Certainly red', type: 'n8n-nodes-base.dataTable', parameters: {} };
		const nodes = [
			...all.flatMap((example) => example.nodes),
			{ ...certain, typeVersion: 1, position: [0, -600] },
		];
		const connections = Object.assign({}, ...all.map((example) => example.connections));
		await pasteWorkflow(editor, n8n, JSON.stringify({ nodes, connections }));

		const red = editor.locator('[data-node-name]', { has: editor.getByTestId('node-issues') });
		await red.and(editor.locator(`[data-node-name="${certain.name}"]`)).waitFor();
		const names = await red.evaluateAll((shown) =>
			shown.map((node) => node.getAttribute('data-node-name')),
		);
		const untold = all.flatMap(({ file, nodes: its }) => {
			const told = its.map(({ parameters }) => String(parameters.content)).join();
			return its
				.filter(({ name }) => names.includes(name))
				.filter(({ name, type }) => {
					if (told.includes(`**${name.slice(file.length + 1)}**`)) return false;
					if (type.endsWith('.dataTable')) return !told.includes('Data Table node');
					return !(type.startsWith('n8n-nodes-isendpro.') && told.includes('credential in'));
				});
		});
		expect(untold.map(({ name }) => name)).toEqual([]);
		expect(names.length).toBeGreaterThan(1);
	});

	it('nothing of this package made the browser complain', () => {
		expect(complaints).toEqual([]);
	});
});

describe.each(generations)('What is paid, in the editor of n8n %i.x', (generation) => {
	let { n8n, credential } = {} as Stage;
	useStage({ generation }, (stage) => ({ n8n, credential } = stage));
	let browser: Browser;
	let editor: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = await openEditor(browser, n8n);
	});

	afterAll(async () => await browser?.close());

	const open = async (parameters: INodeParameters) => {
		const shown = node('Paid', 'n8n-nodes-isendpro.iSendPro', parameters);
		const nodes = [start, { ...shown, position: [220, 0] as [number, number] }];
		const definition = { name: 'Paid', nodes, connections: chain('Start', 'Paid') };
		await openWorkflow(editor, n8n, await n8n.api.createWorkflow(definition, credential));
		await openNode(editor, 'Paid');
	};

	const notice = (words: string) => editor.getByTestId('node-parameters').getByText(words);

	it.each([
		['sms', 'send', 'Execute step sends to all input items, and each SMS is paid.'],
		['sms', 'sendToDirectory', 'Execute step sends to all contacts of the directory'],
	])(
		'a notice of %s: %s says it, and goes while Dry Run is on',
		async (resource, operation, paid) => {
			await open({ resource, operation });
			await notice(paid).waitFor();

			await addOption(editor, 'Dry Run');
			await notice('nothing is sent. Switch Dry Run off to send.').waitFor();
			await notice(paid).waitFor({ state: 'hidden' });

			await editor.getByTestId('parameter-input-dryRun').locator('.el-switch').click();
			await notice(paid).waitFor();
			await notice('nothing is sent. Switch Dry Run off to send.').waitFor({ state: 'hidden' });
		},
	);

	it.each([
		['sms', 'sendAndWait', 'Execute step sends the question of the first input item'],
		['phoneNumber', 'verify', 'Execute step verifies the numbers of all input items'],
		['subAccount', 'addCredit', 'Execute step adds the amount once for each input item'],
		['api', 'request', 'Execute step makes it for each input item'],
	])('a notice of %s: %s says it', async (resource, operation, words) => {
		await open({ resource, operation });
		await notice(words).waitFor();
	});
});
