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

	it.each([301, 302, 303, 307, 308])(
		'(HTTP %i) does not get the form of the HTTP Request node sent there',
		async (code) => {
			status = code;
			const context = contextOfNode();
			const answer = await context.helpers.requestWithAuthentication.call(context, 'iSendProApi', {
				...followsAll,
				uri: urlOf(first),
				form: { credit: '2' },
			});
			expect(answer.statusCode).toBe(code);
			expect(received).toEqual([]);
		},
	);

	it('does not get the query of the HTTP Request node sent there', async () => {
		status = 307;
		const context = contextOfNode();
		const answer = await context.helpers.requestWithAuthentication.call(context, 'iSendProApi', {
			...followsAll,
			method: 'GET',
			uri: urlOf(first),
		});
		expect(answer.statusCode).toBe(307);
		expect(received).toEqual([]);
	});

	it('does not get the form of a Custom API Call or of any other node sent there', async () => {
		status = 307;
		const context = contextOfNode();
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			'iSendProApi',
			{
				method: 'POST',
				url: urlOf(first),
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
				body: 'credit=2',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
			},
		);
		expect(answer).toMatchObject({ statusCode: 307 });
		expect(received).toEqual([]);
	});
});
