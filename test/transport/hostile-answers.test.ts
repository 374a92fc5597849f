import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { EngineResult, EngineRun } from '../helpers/engine';
import { KEY, runNode } from '../helpers/engine';
import { startScriptedGateway } from '../helpers/scripted-gateway';

/** An answer of a gateway that means no good. */
interface Answer {
	status?: number;
	body: string;
	/** The connection breaks before the length that was announced. */
	broken?: boolean;
}

const phone = '0601020304';
const other = '0601020305';
const message = { to: phone, message: 'a' };
const sending = { resource: 'sms', operation: 'send', parameters: message };

/** Runs the node against a gateway that gives one answer, whatever it is asked and how often. */
async function runAgainst(
	{ status = 200, body, broken = false }: Answer,
	run: Partial<EngineRun> = {},
): Promise<EngineResult & { requests: number }> {
	let requests = 0;
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			requests += 1;
			response.writeHead(status, { 'Content-Length': body.length + (broken ? 1 : 0) });
			if (broken) response.write(body, () => setTimeout(() => response.destroy(), 20));
			else response.end(body);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	try {
		const url = `http://127.0.0.1:${port}/cgi-bin/`;
		return { ...(await runNode({ url, ...sending, ...run })), requests };
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

const statuses = ({ error }: EngineResult) =>
	(error?.context?.data as { results: Array<{ status: string }> }).results.map(
		({ status }) => status,
	);

describe('a refusal that would pass', () => {
	it('is not tried again where it comes beside results', async () => {
		const record = (number: number, tel: string) =>
			`<etat${number}><code${number}>0</code${number}><tel${number}>${tel}</tel${number}></etat${number}>`;
		const { json, requests } = await runAgainst(
			{ body: `<etat><code>29</code>${record(1, phone)}${record(2, other)}</etat>` },
			{ parameters: { to: `${phone},${other}`, message: 'a' } },
		);
		expect(requests).toBe(1);
		expect(json).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
	});

	it('is not tried again where it is about another number', async () => {
		const run = await runAgainst({ body: `<etat><code>29</code><tel>${other}</tel></etat>` });
		expect(run.requests).toBe(1);
		expect(statuses(run)).toEqual(['unknown']);
	});
});

describe('a status that is no success', () => {
	const cut = '<etat><etat1><code1>0</code1><tel1>0601';

	it.each<[number, string, Partial<Answer>]>([
		[400, 'an answer that is cut off', {}],
		[400, 'an answer that breaks off', { broken: true }],
		[429, 'an answer that is cut off', {}],
		[429, 'an answer that breaks off', { broken: true }],
	])('leaves open what happened: %d with %s', async (status, _, how) => {
		const run = await runAgainst({ status, body: cut, ...how }, { retryOnFail: true, maxTries: 2 });
		expect(run.requests).toBe(1);
		expect(statuses(run)).toEqual(['unknown']);
	});
});

describe('the key of the account', () => {
	it.each([70, 81, 85, 95, 99, 120])(
		'is not shown in part where a page quotes it behind %d characters',
		async (length) => {
			const { error, stored } = await runAgainst({ body: `${'-'.repeat(length)}${KEY}` });
			expect(error?.message).toContain('is not an answer of iSendPro');
			expect(error?.message).not.toContain(KEY.slice(0, 3));
			// Hashes are stored too, and may hold any three characters.
			expect(stored).not.toContain(KEY.slice(0, 8));
		},
	);

	it('is not shown in part where it is that of a sub-account', async () => {
		const subAccountKeyId = 'ber296464ce018ab710a';
		const parameters = { subAccountKeyId, amount: 10 };
		const { error } = await runAgainst(
			{ body: `${'-'.repeat(88)}${subAccountKeyId}` },
			{ resource: 'subAccount', operation: 'addCredit', parameters },
		);
		expect(error?.message).toContain('is not an answer of iSendPro');
		expect(error?.message).not.toContain('ber');
	});

	it.each(['http://127.0.0.1:9/', KEY, `http://${KEY}/`, `http://${KEY}:99999/`])(
		'is not shown where there is no connection, not even if it was pasted there: %s',
		async (url) => {
			const { error, stored } = await runNode({ url, ...sending, limits: { maxTries: 1 } });
			expect(error?.message).toBeDefined();
			expect(stored).not.toContain(KEY);
		},
	);
});

describe('an expression in the credential', () => {
	const found = { keyId: KEY, textEncoding: 'iso-8859-15' };
	const answer = { body: '<etat><code>0</code><tel>0601020304</tel></etat>' };

	it.each([
		['Key ID of the credential is empty', { keyId: undefined }],
		['Key ID of the credential is empty', { keyId: null }],
		['Key ID of the credential is empty', { keyId: ' ' }],
		['Base URL of the credential is not a web address', { baseUrl: undefined }],
		['Base URL of the credential is not a web address', { baseUrl: {} }],
	])('that finds nothing sends nothing, and says so: the %s, %j', async (message, nothing) => {
		const baseUrl = 'http://127.0.0.1:9/';
		const credential = { baseUrl, ...found, ...nothing } as ICredentialDataDecryptedObject;
		const first = await runNode({ url: baseUrl, ...sending, credential });
		expect(first.error?.message).toBe(`The ${message}`);
		expect(statuses(first)).toEqual(['notSent']);

		const mended = await runAgainst(answer, { retryOf: first });
		expect(mended.json).toMatchObject([{ to: phone, status: 'sent' }]);
		expect(mended.requests).toBe(1);
	});

	it('may find a key that is a number, and no encoding', async () => {
		const gateway = await startScriptedGateway([Buffer.from(answer.body)]);
		const credential = { keyId: 12345678901234, baseUrl: gateway.url };
		const { json } = await runNode({ url: gateway.url, ...sending, credential });
		gateway.close();
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(gateway.bodies[0]).toMatch(/^keyid=12345678901234&/);
	});
});

describe('a Base URL that is none', () => {
	it.each(['www.isendpro.com/cgi-bin/', 'ftp://127.0.0.1/', 'https://', '', '/cgi-bin/'])(
		'sends nothing, and says so: %j',
		async (baseUrl) => {
			const run = await runNode({ url: baseUrl, ...sending });
			expect(run.error?.message).toBe('The Base URL of the credential is not a web address');
			expect(statuses(run)).toEqual(['notSent']);
		},
	);
});
