import 'reflect-metadata';
import { createServer, type Server } from 'node:http';
import { ExecuteContext } from 'n8n-core';
import type { IExecuteData, INode, IRequestOptions, IRunExecutionData } from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node';
import { Credentials, executionData, KEY } from '../helpers/engine';

const node: INode = {
	id: '1',
	name: 'HTTP Request',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	credentials: { iSendProApi: { id: '1', name: 'Test' } },
};

/** What n8n offers a node at run time. */
function contextOfNode(): ExecuteContext {
	const type = new ISendPro();
	const workflow = new Workflow({
		id: '1',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		},
	});
	const data: IRunExecutionData = createRunExecutionData();
	const executed: IExecuteData = { node, data: { main: [[{ json: {} }]] }, source: null };
	const credentialsHelper = new Credentials({ keyId: KEY, baseUrl: '', textEncoding: '' });
	return new ExecuteContext(
		workflow,
		node,
		executionData({ credentialsHelper }),
		'manual',
		data,
		0,
		[],
		executed.data,
		executed,
		[],
	);
}

/** As n8n's HTTP Request node asks unless its user says something else about redirects. */
const followsAll: IRequestOptions = {
	method: 'POST',
	followRedirect: true,
	followAllRedirects: true,
	resolveWithFullResponse: true,
	sendCredentialsOnCrossOriginRedirect: false,
	simple: false,
};

describe('With this credential, a server that answers with another address', () => {
	let first: Server;
	let other: Server;
	let status = 307;
	let received: string[] = [];

	const urlOf = (server: Server) => {
		const address = server.address();
		if (typeof address !== 'object' || address === null) throw new Error('It has no port');
		return `http://127.0.0.1:${address.port}/`;
	};

	beforeAll(async () => {
		other = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk: Buffer) => (body += chunk.toString()));
			request.on('end', () => {
				received.push(`${request.url} ${body}`);
				response.end('taken');
			});
		});
		first = createServer((request, response) => {
			request.resume();
			request.on('end', () => response.writeHead(status, { location: urlOf(other) }).end());
		});
		for (const server of [first, other]) {
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		}
	});

	beforeEach(() => {
		received = [];
	});

	afterAll(() => {
		for (const server of [first, other]) {
			server.closeAllConnections();
			server.close();
		}
	});

	type Ask = (context: ExecuteContext) => Promise<{ statusCode?: number }>;
	const byHttpRequestNode =
		(more: IRequestOptions): Ask =>
		async (context) =>
			await context.helpers.requestWithAuthentication.call(context, 'iSendProApi', {
				...{ ...followsAll, uri: urlOf(first) },
				...more,
			});
	const byAnyNode: Ask = async (context) =>
		await context.helpers.httpRequestWithAuthentication.call(context, 'iSendProApi', {
			...{ method: 'POST', url: urlOf(first), body: 'credit=2' },
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			...{ returnFullResponse: true, ignoreHttpStatusErrors: true },
		});

	describe.each<[string, Ask]>([
		['the form of the HTTP Request node', byHttpRequestNode({ form: { credit: '2' } })],
		['the query of the HTTP Request node', byHttpRequestNode({ method: 'GET' })],
		['the form of a Custom API Call or of any other node', byAnyNode],
	])('does not get %s sent there', (_, ask) => {
		it.each([301, 302, 303, 307, 308])('with HTTP %i', async (code) => {
			status = code;
			expect(await ask(contextOfNode())).toMatchObject({ statusCode: code });
			expect(received).toEqual([]);
		});
	});
});
