import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { listenHttp } from '../helpers/listen';
import { chain, node, start } from '../helpers/workflow';
import { generations } from './generations';
import type { Stage } from './stage';
import { createCredential, useStage } from './stage';

const account = { keyId: 'a296464ce012b8ab710a' };

/** n8n's HTTP Request node with this package's credential, all else as the editor has it. */
const httpRequest = (url: string) => ({
	method: 'POST',
	url,
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'iSendProApi',
	sendBody: true,
	contentType: 'form-urlencoded',
	bodyParameters: { parameters: [{ name: 'credit', value: '2' }] },
	options: {},
});

describe.each(generations)('The credential in n8n %i.x', (generation) => {
	let { n8n } = {} as Stage;
	useStage({ generation }, (stage) => ({ n8n } = stage));
	const opened: Array<() => void> = [];

	afterAll(() => {
		for (const close of opened) close();
	});

	/** Opens a server. */
	async function open(...[answer]: Parameters<typeof listenHttp>): Promise<string> {
		const { url, close } = await listenHttp(answer);
		opened.push(close);
		return `${url}/`;
	}

	/** What the Test button of a credential says of a server. */
	async function testedAt(answer: (response: ServerResponse) => void) {
		const baseUrl = await open((_body, _request, response) => answer(response));
		const credential = await createCredential(n8n, { url: baseUrl, account }, 'Tested');
		const data = { ...account, baseUrl, textEncoding: 'iso-8859-15' };
		return await n8n.api.request<{ status: string; message: string }>(
			'POST',
			'/rest/credentials/test',
			{ credentials: { ...credential, data } },
		);
	}

	it("does not let a redirect take the key of n8n's HTTP Request node to another host", async () => {
		const bodies = { first: [] as string[], other: [] as string[] };
		const other = await open((body, _, response) => {
			bodies.other.push(body);
			response.end('<etat><credit>1</credit></etat>');
		});
		// localhost and 127.0.0.1 are two hosts
		const location = other.replace('127.0.0.1', 'localhost');
		const url = await open((body, _, response) => {
			bodies.first.push(body);
			response.writeHead(307, { location }).end('<etat><credit>1</credit></etat>');
		});
		const { id, name } = await createCredential(n8n, { url, account }, 'Account');
		bodies.first.length = 0;
		bodies.other.length = 0;
		const credentials = { iSendProApi: { id, name } };
		const request = { ...node('HTTP Request', 'httpRequest', httpRequest(url), 4.2), credentials };
		const workflow = await n8n.api.createWorkflow({
			name: 'HTTP Request',
			nodes: [start, request],
			connections: chain('Start', 'HTTP Request'),
		});

		const execution = await n8n.api.run(workflow);

		expect(bodies.first).toEqual([`keyid=${account.keyId}&credit=2`]);
		expect(bodies.other).toEqual([]);
		expect(execution.status).toBe('error');
	});

	it.each<[string, (response: ServerResponse) => void]>([
		[
			'shorter than it says',
			(response) => {
				response.writeHead(200, { 'content-length': '500' });
				response.write('<etat>');
				setTimeout(() => response.destroy(), 50);
			},
		],
		[
			'compressed and cut off',
			(response) => {
				response.writeHead(200, { 'content-encoding': 'gzip' });
				response.end(gzipSync('<etat><credit>1</credit></etat>').subarray(0, 25));
			},
		],
		[
			'without an end',
			(response) => {
				const more = () => {
					while (!response.destroyed && response.write('a'.repeat(65_536)));
				};
				response.on('drain', more);
				more();
			},
		],
	])('is tested red, with what to do, by an answer that is %s', async (_, answer) => {
		const { status, message } = await testedAt(answer);
		expect(status).toBe('Error');
		expect(message).toContain('check the Base URL of the credential');
	});

	it('is tested green by an answer that is compressed', async () => {
		const tested = await testedAt((response) => {
			response.writeHead(200, { 'content-encoding': 'gzip' });
			response.end(gzipSync('<etat><credit>1,50</credit><quantite>1 234</quantite></etat>'));
		});
		expect(tested).toEqual({
			status: 'OK',
			message: 'Connected. Credit left: 1.5 EUR, enough for 1234 SMS.',
		});
	});
});
