import { createServer, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { startN8n, type N8n, type WorkflowDefinition } from '../../harness';
import { generations } from './generations';

const KEY = 'a296464ce012b8ab710a';

/** n8n's HTTP Request node with this package's credential, all else as the editor has it. */
function httpRequest(url: string, credential: { id: string; name: string }): WorkflowDefinition {
	return {
		name: 'HTTP Request',
		nodes: [
			{
				name: 'Manual Trigger',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				name: 'HTTP Request',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [200, 0],
				parameters: {
					method: 'POST',
					url,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'iSendProApi',
					sendBody: true,
					contentType: 'form-urlencoded',
					bodyParameters: { parameters: [{ name: 'credit', value: '2' }] },
					options: {},
				},
				credentials: { iSendProApi: { id: credential.id, name: credential.name } },
			},
		],
		connections: {
			'Manual Trigger': { main: [[{ node: 'HTTP Request', type: 'main', index: 0 }]] },
		},
	};
}

describe.each(generations)('The credential in n8n %i.x', (generation) => {
	let n8n: N8n;
	let servers: Server[] = [];
	const bodies = { first: [] as string[], other: [] as string[] };

	/** What the Test button of a credential says of a server. */
	async function testedAt(answer: (response: ServerResponse) => void) {
		const server = createServer((request, response) => {
			response.on('error', () => undefined);
			request.resume().on('end', () => answer(response));
		});
		const data = { keyId: KEY, baseUrl: await started(server), textEncoding: 'iso-8859-15' };
		const credential = await n8n.api.createCredential('Tested', 'iSendProApi', data);
		return await n8n.api.request<{ status: string; message: string }>(
			'POST',
			'/rest/credentials/test',
			{ credentials: { ...credential, data } },
		);
	}

	async function listening(taken: string[], location?: () => string): Promise<string> {
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk: Buffer) => (body += chunk.toString()));
			request.on('end', () => {
				taken.push(body);
				if (location) response.writeHead(307, { location: location() });
				response.end('<etat><credit>1</credit></etat>');
			});
		});
		return await started(server);
	}

	async function started(server: Server): Promise<string> {
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		if (typeof address !== 'object' || address === null) throw new Error('It has no port');
		return `http://127.0.0.1:${address.port}/`;
	}

	beforeAll(async () => {
		n8n = await startN8n({ generation });
	});

	afterAll(async () => {
		await n8n?.stop();
		for (const server of servers) server.closeAllConnections();
		for (const server of servers) server.close();
		servers = [];
	});

	it("does not let a redirect take the key of n8n's HTTP Request node to another host", async () => {
		const other = await listening(bodies.other);
		// localhost and 127.0.0.1 are two hosts
		const first = await listening(bodies.first, () => other.replace('127.0.0.1', 'localhost'));
		bodies.first.length = 0;
		bodies.other.length = 0;
		const credential = await n8n.api.createCredential('Account', 'iSendProApi', {
			keyId: KEY,
			baseUrl: first,
			textEncoding: 'iso-8859-15',
		});
		const workflow = await n8n.api.createWorkflow(httpRequest(first, credential));

		const execution = await n8n.api.run(workflow);

		expect(bodies.first).toEqual([`keyid=${KEY}&credit=2`]);
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
