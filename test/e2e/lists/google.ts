import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { itemsOf } from '../../../harness';
import { listenHttp } from '../../helpers/listen';
import { chain, node, start } from '../../helpers/workflow';
import { example } from '../examples/imported';
import type { Lists } from './form';

/** What n8n loads before its own code, so that it asks the stand-in. */
export const googleOptions = ['--require', join(__dirname, 'google-stand-in.cjs')];

/** Stands in for Google: it has one sheet. */
export interface Google {
	port: string;
	/** What n8n asked for. */
	queries: Array<Record<string, string>>;
	/** The cells, as Google gives them to such a query; a row ends with its last cell that is not empty. */
	values: unknown[][];
	close: () => void;
}

/** Answers log-ins, and requests for the sheets and for their cells. */
export async function startGoogle(): Promise<Google> {
	const google: Omit<Google, 'port' | 'close'> = { queries: [], values: [] };
	const answerTo = ({ pathname, searchParams }: URL): object => {
		if (pathname === '/token') return { access_token: 'token' };
		if (!pathname.includes('/values/')) {
			return { sheets: [{ properties: { sheetId: 0, title: 'Feuille 1' } }] };
		}
		google.queries.push(Object.fromEntries(searchParams));
		return { values: google.values };
	};
	const { url, close } = await listenHttp((_, request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(answerTo(new URL(request.url ?? '', 'http://google'))));
	});
	return Object.assign(google, { port: new URL(url).port, close });
}

/** A sheet in Google, read by n8n's own node for it. */
export function googleTests({ setting, received }: Lists, google: () => Google): void {
	it('in Google has numbers without their zero, and dates as the sheet shows them', async () => {
		const { n8n, credential } = setting();
		const year = new Date().getUTCFullYear() + 1;
		google().values = [
			['Prénom', 'Mobile', 'Date'],
			['Zoé', 601020304, `25/12/${year} 09:10`],
			[],
			['Noël', '06 05 06 07 08', `05/06/${year} 09:10:00`],
		];
		const { privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
		const account = { email: 'account@example.com', privateKey };
		const logIn = await n8n.api.createCredential('Google', 'googleApi', account);
		const sheet = node(
			'Google Sheets',
			'googleSheets',
			{
				authentication: 'serviceAccount',
				documentId: { __rl: true, mode: 'id', value: 'document' },
				sheetName: { __rl: true, mode: 'name', value: 'Feuille 1' },
				options: {},
			},
			4.5,
		);
		sheet.credentials = { googleApi: { id: logIn.id, name: logIn.name } };
		const [send] = example('list-to-sms').nodes.filter(({ name }) => name === 'Send the SMS');
		if (!send) throw new Error('The example does not send');
		send.parameters.options = { sendAt: '={{ $json.Date }}' };
		const workflow = await n8n.api.createWorkflow(
			{
				name: 'Google',
				nodes: [start, sheet, send],
				connections: chain('Start', 'Google Sheets', 'Send the SMS'),
				settings: { timezone: 'Europe/Paris' },
			},
			credential,
		);

		const execution = await n8n.api.run(workflow, { trigger: 'Start' });

		expect(google().queries).toEqual([
			{ valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' },
		]);
		expect(received().map(({ to }) => to)).toEqual(['0601020304', '0605060708']);
		expect(
			itemsOf(execution, 'Send the SMS').map(({ json: { scheduledFor } }) => scheduledFor),
		).toEqual([`${year}-12-25T09:10:00+01:00`, `${year}-06-05T09:10:00+02:00`]);
	});
}
