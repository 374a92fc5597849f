import 'reflect-metadata';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialTestFunctions } from 'n8n-workflow';
import { testConnection } from '../../nodes/ISendPro/transport/credential-test';
import { executionData, KEY } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

const MEBIBYTE = 1024 * 1024;

async function test(baseUrl: string) {
	const context: ICredentialTestFunctions = new CredentialTestContext(executionData());
	return await testConnection.call(context, {
		id: '1',
		name: 'Test',
		type: 'iSendProApi',
		data: { keyId: KEY, baseUrl, textEncoding: 'iso-8859-15' },
	});
}

const answer = '<?xml version="1.0"?><etat><credit>108.16</credit><quantite>2704</quantite></etat>';

/** A server that writes what a test tells it, right or wrong. */
let server: Server;
let write: (socket: Socket) => void;
let open: Set<Socket>;
let taken = 0;

beforeAll(async () => {
	open = new Set();
	server = createTcpServer((socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
		socket.on('error', () => undefined);
		socket.once('data', () => write(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
	taken = 0;
});

afterAll(async () => {
	for (const socket of open) socket.destroy();
	await new Promise((resolve) => server.close(resolve));
});

function url(host = '127.0.0.1'): string {
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
	return `http://${host}:${address.port}/cgi-bin/`;
}

const begin = (socket: Socket, headers: readonly string[]) =>
	socket.write(['HTTP/1.1 200 OK', 'Connection: close', ...headers, '', ''].join('\r\n'));

function reply(headers: readonly string[], body: string | Uint8Array = '') {
	return (socket: Socket) => {
		begin(socket, headers);
		socket.end(body);
	};
}

/** Writes for as long as somebody reads. */
function endless(socket: Socket): void {
	begin(socket, []);
	const block = Buffer.alloc(65_536, 'a');
	const more = () => {
		while (!socket.destroyed && socket.write(block)) taken += block.length;
	};
	socket.on('drain', more);
	more();
}

describe('The test of a credential', () => {
	const gateway = useGateway();

	it('says how much credit is left', async () => {
		expect(await test(gateway().url)).toEqual({
			status: 'OK',
			message: expect.stringMatching(/^Connected\. Credit left: [\d.]+ EUR, enough for \d+ SMS\.$/),
		});
	});

	it('reads an answer that is compressed', async () => {
		write = reply(['Content-Encoding: gzip'], gzipSync(answer));
		expect(await test(url())).toEqual({
			status: 'OK',
			message: 'Connected. Credit left: 108.16 EUR, enough for 2704 SMS.',
		});
	});

	it.each<[string, (socket: Socket) => void]>([
		['shorter than its length says', reply([`Content-Length: ${answer.length + 50}`], answer)],
		['of a length that is no number', reply(['Content-Length: many'], answer)],
		['of two lengths', reply(['Content-Length: 1', 'Content-Length: 2'], answer)],
		['in blocks of a broken length', reply(['Transfer-Encoding: chunked'], 'zz\r\nabc')],
		['compressed and cut off', reply(['Content-Encoding: gzip'], gzipSync(answer).subarray(0, 40))],
		['called compressed, which it is not', reply(['Content-Encoding: gzip'], answer)],
		['called compressed, and empty', reply(['Content-Encoding: gzip', 'Content-Length: 0'])],
		['compressed in a broken way', reply(['Content-Encoding: br'], 'xxxxxxxxxxxxxxxxx')],
		['nothing at all', (socket) => socket.end()],
		['no HTTP', (socket) => socket.end('220 mail.example ESMTP\r\n')],
		['cut off by force', (socket) => socket.resetAndDestroy()],
		['empty', reply(['Content-Length: 0'])],
		['of a type that is none', reply(['Content-Type: ;;;=', 'Content-Length: 2'], 'no')],
	])('an answer that is %s is told with what to do', async (_, written) => {
		write = written;
		const { status, message } = await test(url());
		expect(status).toBe('Error');
		expect(message).toMatch(/iSendPro|Base URL|The answer/);
		expect(message).not.toMatch(
			/undefined|is not a function|of null|reading '|TypeError|ERR_|Buffer|zlib/,
		);
		// what happened, and what to do
		expect(message.split('. ').length).toBeGreaterThan(1);
	});

	it.each<[string, (socket: Socket) => void]>([
		['does not end', endless],
		['has 16 MB', reply([`Content-Length: ${16 * MEBIBYTE}`], Buffer.alloc(16 * MEBIBYTE, 'a'))],
		[
			'has 64 MB when it is unpacked',
			reply(['Content-Encoding: gzip'], gzipSync(Buffer.alloc(64 * MEBIBYTE, 'a'))),
		],
	])(
		'an answer that %s is not read to its end',
		async (_, written) => {
			write = written;
			const { status, message } = await test(url());
			expect(status).toBe('Error');
			expect(message).toContain('Base URL');
			expect(taken).toBeLessThan(16 * MEBIBYTE);
		},
		30_000,
	);

	it('does not send the key on to where an answer points', async () => {
		write = (socket) =>
			socket.end(
				`HTTP/1.1 307 Temporary Redirect\r\nLocation: ${gateway().url}\r\nContent-Length: 0\r\n\r\n`,
			);
		expect((await test(url())).status).toBe('Error');
	});
});

describe('A base URL that is not encrypted', () => {
	const gateway = useGateway();

	it.each(['127.0.0.1', 'localhost', '[::1]'])('is nobody else’s business at %s', async (host) => {
		const { port } = new URL(gateway().url);
		const { message } = await test(`http://${host}:${port}/cgi-bin/`);
		expect(message).not.toContain('unencrypted');
	});

	it.each([
		['the test is red', 'http://gateway.invalid/cgi-bin/', 'Error', /./],
		// 0.0.0.0 is this machine too, but no loopback address.
		['the test is green', undefined, 'OK', /Credit left/],
	])('is warned of anywhere else: %s', async (_, address, result, said) => {
		const { port } = new URL(gateway().url);
		const { status, message } = await test(address ?? `http://0.0.0.0:${port}/cgi-bin/`);
		expect(status).toBe(result);
		expect(message).toMatch(said);
		expect(message).toMatch(/unencrypted.*https:\/\//);
	});
});
