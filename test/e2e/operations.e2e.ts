import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator';
import {
	itemsOf,
	startN8n,
	type Credential,
	type Execution,
	type N8n,
	type WorkflowDefinition,
} from '../../scripts/n8n';

const subAccountKeyId = 'ber296464ce018ab710a';

/** An operation on two input items, whose `a` and `b` it takes; what comes out. */
interface Use {
	parameters: INodeParameters;
	items: IDataObject[];
	output: unknown[];
}

const numbers = [{ a: '06 01 02 03 04' }, { a: '+33 6 01 02 03 05' }];
const phoneNumber = '={{ $json.a }}';
const accepted = 'Votre message a bien été envoyé';
const message = { parts: 1, encoding: 'gsm', text: 'Ete', characters: 3 };

const orange = { valid: true, operator: 'Orange', operatorCode: 'ORAN', blacklisted: false };

const uses: Record<string, Use> = {
	'account:getBalance': {
		parameters: { balance: '={{ $json.a }}' },
		items: [{ a: 'credit' }, { a: 'creditAndQuantity' }],
		output: [
			{ credit: 108.16, currency: 'EUR' },
			{ credit: 108.16, currency: 'EUR', smsQuantity: 2704 },
		],
	},
	'api:request': {
		parameters: {
			parameters: {
				parameter: [
					{ name: 'repertoireEdit', value: 'create' },
					{ name: 'repertoireNom', value: '={{ $json.a }}' },
				],
			},
		},
		items: [{ a: 'PROMO' }, { a: 'SOLDES' }],
		output: Array(2).fill(
			expect.objectContaining({ code: 100, message: 'Votre répertoire a été créé !' }),
		),
	},
	'blacklist:add': {
		parameters: { phoneNumber },
		items: numbers,
		output: ['0601020304', '0601020305'].map((number) => ({
			phoneNumber: number,
			blacklisted: true,
			succeeded: true,
			apiResult: 'OK',
		})),
	},
	'blacklist:getMany': {
		parameters: { returnAll: true },
		items: [{}],
		output: [{ phoneNumber: '0601020306' }],
	},
	'blacklist:remove': {
		parameters: { phoneNumber },
		items: [{ a: '0601020306' }, { a: '0601020305' }],
		output: [
			{
				phoneNumber: '0601020306',
				blacklisted: false,
				succeeded: true,
				apiResult: 'SUPPRESSION OK',
			},
			{
				phoneNumber: '0601020305',
				blacklisted: true,
				succeeded: false,
				apiResult: 'SUPPRESSION NOK',
			},
		],
	},
	'campaign:getReport': {
		parameters: { startDate: '={{ $json.a }}', endDate: '2016-07-31T00:00:00' },
		items: [{ a: '2016-07-01T00:00:00' }],
		output: [
			{
				sentAt: '2016-07-05T14:00:00+02:00',
				sender: 'iSendPro',
				to: '0601020304',
				text: 'Été; "10 %"\nfin',
				status: '0',
				delivered: true,
				operator: 'SFR',
				reply: 'Merci',
				price: 0.044,
				stop: false,
				tracker: 'a',
			},
		],
	},
	'directory:addContacts': {
		parameters: {
			directoryId: '39565',
			phoneNumber,
			contactFields: { fields: [{ field: 27, value: '={{ $json.b }}' }] },
		},
		items: [
			{ a: '0601020304', b: 'Zoé' },
			{ a: '0601020309', b: '' },
		],
		output: [
			expect.objectContaining({ phoneNumber: '0601020304', status: 'added', code: 103 }),
			expect.objectContaining({ phoneNumber: '0601020309', status: 'alreadyPresent', code: 105 }),
		],
	},
	'directory:create': {
		parameters: { name: '={{ $json.a }}' },
		items: [{ a: 'Clients' }, { a: 'Été' }],
		output: ['Clients', 'Été'].map((name) => ({
			directoryId: expect.stringMatching(/^\d+$/),
			name,
			code: 100,
			apiMessage: 'Votre répertoire a été créé !',
		})),
	},
	'directory:removeContacts': {
		parameters: { directoryId: '39565', phoneNumber },
		items: [{ a: '0601020309' }, { a: '0601020304' }],
		output: [
			expect.objectContaining({ phoneNumber: '0601020309', status: 'removed', code: 106 }),
			expect.objectContaining({ phoneNumber: '0601020304', status: 'notPresent', code: 107 }),
		],
	},
	'phoneNumber:verify': {
		parameters: { phoneNumber },
		items: [...numbers, { a: '0601020304' }],
		output: [
			{ phoneNumber: '0601020304', ...orange },
			{ phoneNumber: '0601020305', ...orange, operator: 'SFR', operatorCode: 'SFR' },
			{ phoneNumber: '0601020304', ...orange },
		],
	},
	'shortLink:create': {
		parameters: { url: '={{ $json.a }}' },
		items: [{ a: 'https://été.fr/?a=1&b=2#c' }],
		output: [
			{
				shortLink: expect.stringMatching(/^www\.sms\.ht\/\w{4}$/),
				url: expect.stringMatching(/^https:\/\/www\.sms\.ht\/\w{4}$/),
				target: 'https://xn--t-9fab.fr/?a=1&b=2#c',
				expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
			},
		],
	},
	'sms:count': {
		parameters: { to: phoneNumber, message: 'Été' },
		items: numbers,
		output: ['0601020304', '0601020305'].map((to) => ({
			to,
			text: 'Eté',
			characters: 3,
			parts: 1,
			localCharacters: 3,
			localParts: 1,
		})),
	},
	'sms:send': {
		parameters: { to: phoneNumber, message: 'Êtê' },
		items: numbers,
		output: ['0601020304', '0601020305'].map((to) => ({
			to,
			status: 'sent',
			code: 0,
			apiMessage: accepted,
			...message,
		})),
	},
	'sms:sendToDirectory': {
		parameters: { directoryId: '39565', message: '={{ $json.a }}' },
		items: [{ a: 'Êtê' }],
		output: [{ directoryId: '39565', status: 'sent', code: 0, apiMessage: accepted, ...message }],
	},
	'subAccount:addCredit': {
		parameters: { subAccountKeyId, amount: '={{ $json.a }}' },
		items: [{ a: 150 }, { a: '12,50' }],
		output: [150, 12.5].map((amount) => expect.objectContaining({ code: 239, amount })),
	},
	'subAccount:create': {
		parameters: { login: '={{ $json.a }}', password: 'secret & é' },
		items: [{ a: 'agence-lyon' }],
		output: [
			{
				subAccountId: expect.stringMatching(/^\d+$/),
				subAccountKeyId: expect.stringMatching(/^\w{20}$/),
				login: 'agence-lyon',
				code: 230,
				apiMessage: 'Le sous compte a ete ajoute',
			},
		],
	},
	'subAccount:setPrice': {
		parameters: { subAccountKeyId, price: '={{ $json.a }}', countryCode: '+33' },
		items: [{ a: 0.049 }, { a: '0,05' }],
		output: [
			expect.objectContaining({ code: 237, price: 0.049, countryCode: '33' }),
			expect.objectContaining({ code: 241, price: 0.05, countryCode: '33' }),
		],
	},
	'subAccount:setRestriction': {
		parameters: { subAccountKeyId, restriction: '={{ $json.a }}', enabled: '={{ $json.b }}' },
		items: [
			{ a: 'stop', b: true },
			{ a: 'time', b: false },
		],
		output: [
			expect.objectContaining({ code: 245, restriction: 'stop', enabled: true }),
			expect.objectContaining({ code: 246, restriction: 'time', enabled: false }),
		],
	},
};

function workflowOf(name: string, { items, parameters }: Use): WorkflowDefinition {
	const [resource, operation] = name.split(':');
	const node = (label: string, type: string, own: INodeParameters, typeVersion = 1) => ({
		name: label,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: own,
	});
	const to = (label: string) => [{ node: label, type: 'main' as const, index: 0 }];
	const jsCode = `return ${JSON.stringify(items)}.map((json) => ({ json }));`;
	return {
		name,
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node('Items', 'n8n-nodes-base.code', { jsCode }, 2),
			node('iSendPro', 'n8n-nodes-isendpro.iSendPro', { resource, operation, ...parameters }),
		],
		connections: {
			Start: { main: [to('Items')] },
			Items: { main: [to('iSendPro')] },
		},
	};
}

/** A gateway on which each operation has something to do. */
function prepare({ account, accounts }: Simulator): void {
	account.directories.push({
		id: '39565',
		name: 'Clients',
		contacts: [{ number: '+33601020309', fields: {} }],
	});
	account.blacklist.add('+33601020306');
	account.reportRows.push({
		sentAt: new Date('2016-07-05T12:00:00Z'),
		sender: 'iSendPro',
		to: '0601020304',
		text: 'Été; "10 %"\nfin',
		information: 'SFR: SMS remis',
		details: '',
		status: '0',
		reply: 'Merci',
		channel: '',
		price: 0.044,
		stop: 0,
		tracker: 'a',
	});
	const [, made] = accounts;
	if (made) made.keyId = subAccountKeyId;
}

const generations = (process.env.N8N_GENERATIONS ?? '1,2').split(',').map(Number) as Array<1 | 2>;

describe.each(generations)('Every operation in n8n %i.x', (generation) => {
	let n8n: N8n;
	let simulator: Simulator;
	let credential: Credential;

	beforeAll(async () => {
		simulator = await startSimulator();
		n8n = await startN8n({ generation });
		credential = await n8n.api.createCredential('Simulator', 'iSendProApi', {
			keyId: simulator.account.keyId,
			baseUrl: simulator.url,
			textEncoding: 'iso-8859-15',
		});
	});

	afterAll(async () => {
		await n8n?.stop();
		await simulator?.close();
	});

	async function run(name: string, use: Use): Promise<Execution> {
		const workflow = await n8n.api.createWorkflow(workflowOf(name, use), credential);
		return await n8n.api.run(workflow);
	}

	it.each(Object.entries(uses))('%s', async (name, use) => {
		await simulator.reset();
		await run('subAccount:create', {
			parameters: { login: 'x', password: 'x' },
			items: [{}],
			output: [],
		});
		prepare(simulator);

		const execution = await run(name, use);

		const results = itemsOf(execution, 'iSendPro');
		expect(results.map(({ json }) => json)).toEqual(use.output);
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(
			use.output.map((_, item) => ({ item })),
		);
		expect(execution.status).toBe('success');
	});

	it.each(Object.keys(uses))('shows the fields of %s before the first run', async (name) => {
		const path = `n8n-nodes-isendpro.iSendPro/1.0.0/${name.replace(':', '/')}.json`;
		const response = await fetch(`${n8n.url}/schemas/${path}`);
		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({ type: 'object', properties: expect.any(Object) });
	});

	it('is a tool of the AI Agent too', async () => {
		expect(await n8n.api.loadedNodes()).toContain('n8n-nodes-isendpro.iSendProTool');
	});
});
