import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Credential, Execution, Generation, N8n, WorkflowDefinition } from '../../../harness';
import type { Listening } from '../../helpers/listen';
import { listenHttp } from '../../helpers/listen';
import { readDatabase } from '../../soak/stored';
import { createCredential } from '../stage';
import { received } from './outcome';
import type { World } from './lanes';
import { sendWorkflow } from './workflows';

/** A key that has to be percent-encoded in a form. */
export const secretKey = 'a296464+e012b/8ab=710a';

const subAccountKey = 'b307575+f123c/9bc=821b';

const recipient = [{ phone: '0601020304' }];

/** Every way in which the key may be written somewhere. */
const spellings = [
	secretKey,
	encodeURIComponent(secretKey),
	encodeURIComponent(secretKey).toLowerCase(),
	secretKey.replaceAll('/', '\\/'),
	Buffer.from(secretKey).toString('base64').replace(/=+$/, ''),
];

/** Pages that quote what they were sent, by the path of their address. */
const echoes: Record<string, (body: string) => { status?: number; type?: string; text: string }> = {
	'page-200': (body) => ({ type: 'text/html', text: `<h1>Oops</h1>${body}` }),
	'page-404': (body) => ({ status: 404, type: 'text/html', text: `<h1>Oops</h1>${body}` }),
	'page-500': (body) => ({ status: 500, type: 'text/html', text: `<h1>Oops</h1>${body}` }),
	'json-200': (body) => ({ type: 'application/json', text: JSON.stringify({ body }) }),
	'wrong-key': (body) => ({
		text: `<etat><code>3</code><message>Vos identifiants sont incorrects: ${body}</message></etat>`,
	}),
	cut: (body) => ({ text: `<etat><code>0</code><message>${body}` }),
	unknown: (body) => ({ text: `<etat><echo>${body}</echo></etat>` }),
	'other-root': (body) => ({ text: `<a>${body}</a>` }),
};

/** A gateway of the worst kind: it quotes each request, as it came and decoded. */
async function startEcho(): Promise<Listening> {
	return await listenHttp((form, request, response) => {
		const decoded = form.replace(/%([0-9A-F]{2})/g, (_, code: string) =>
			String.fromCharCode(parseInt(code, 16)),
		);
		const echo = echoes[(request.url ?? '/').split(/[/?]/)[1] ?? ''];
		const body = `${form} ${decoded} ${request.url}`.replace(/&(?!amp;)/g, '&amp;');
		if (echo) {
			const { status = 200, type = 'text/xml', text } = echo(body);
			response.writeHead(status, { 'Content-Type': type }).end(text);
		} else if (request.url?.startsWith('/redirect')) {
			response.writeHead(302, { Location: `/page-200?${form}` }).end(body);
		} else {
			// Half an answer, and the connection ends.
			response.writeHead(200, { 'Content-Length': 10_000 });
			response.write(body, () => response.destroy());
		}
	});
}

const addresses = [...Object.keys(echoes), 'redirect', 'broken'];

/** Every value of n8n's SQLite file, written out. */
async function databaseText(n8n: N8n, generation: Generation): Promise<string> {
	const script = `
		for (const { name } of database.prepare("select name from sqlite_master where type = 'table'").all())
			for (const row of database.prepare('select * from "' + name + '"').iterate())
				console.log(name, JSON.stringify(row), ...Object.values(row));`;
	return (await readDatabase(n8n, generation, script)).toString();
}

/** The files that n8n wrote: database, log files, its own log of events. */
function filesOf(n8n: N8n): string[] {
	const all = readdirSync(n8n.folder, { recursive: true, encoding: 'utf8' });
	return all
		.filter((file) => !file.includes('node_modules'))
		.map((file) => join(n8n.folder, file))
		.filter((file) => statSync(file).isFile());
}

/** Where a text is found among all that n8n keeps and prints. */
async function placesOf(n8n: N8n, generation: Generation, texts: string[]): Promise<string[]> {
	const places: Array<[string, string | Buffer]> = [
		['the database', await databaseText(n8n, generation)],
		['what n8n printed', n8n.logs()],
		...filesOf(n8n).map((file): [string, Buffer] => [file, readFileSync(file)]),
	];
	return places.flatMap(([place, content]) =>
		texts.some((text) => content.includes(text)) ? [place] : [],
	);
}

const marker = 'Marker4711';

/** Runs that fail in many ways, at gateways that quote what they were sent. */
export function secretTests(world: () => World): void {
	describe('The key of the account', () => {
		let echo: Listening;

		beforeAll(async () => (echo = await startEcho()));

		afterAll(() => echo?.close());

		const account = { keyId: secretKey };

		/** Presses the Test button of a saved credential. */
		async function testOf(credential: Credential, baseUrl: string): Promise<unknown> {
			const data = { ...account, baseUrl, textEncoding: 'iso-8859-15' };
			const credentials = { ...credential, data };
			return await world().n8n.api.request('POST', '/rest/credentials/test', { credentials });
		}

		/** Runs a workflow with a credential. */
		async function run(definition: WorkflowDefinition, credential: Credential): Promise<Execution> {
			const { api } = world().n8n;
			return await api.run(await api.createWorkflow(definition, credential));
		}

		it.each(addresses)('stays secret at a gateway that quotes it: %s', async (address) => {
			const url = `${echo.url}/${address}/`;
			const credential = await createCredential(world().n8n, { url, account }, address);
			const runs = [
				sendWorkflow(recipient, { parameters: { message: marker } }),
				sendWorkflow(recipient, { onError: 'continueErrorOutput' }),
				sendWorkflow([{}], { parameters: { resource: 'account', operation: 'getBalance' } }),
				sendWorkflow([{}], { parameters: { resource: 'blacklist', operation: 'getMany' } }),
			];
			await Promise.all(
				runs.map(async (definition) => {
					const execution = JSON.stringify(await run(definition, credential));
					expect(spellings.filter((spelling) => execution.includes(spelling))).toEqual([]);
				}),
			);
			const test = JSON.stringify(await testOf(credential, url));
			expect(test).toContain('Error');
			expect(spellings.filter((spelling) => test.includes(spelling))).toEqual([]);
		});

		it.each(['wrong-key', 'page-200', 'cut'])(
			'nor is that of a sub-account: %s',
			async (address) => {
				const url = `${echo.url}/${address}/`;
				const credential = await createCredential(world().n8n, { url, account }, address);
				const parameters = {
					resource: 'subAccount',
					operation: 'addCredit',
					subAccountKeyId: '={{ $json.key }}',
					amount: 150,
				};
				const definition = sendWorkflow([{ key: subAccountKey }], { parameters });
				const { resultData, executionData } = (await run(definition, credential)).data;
				// The key is what another node gave, so it is in that node's data.
				const { Items, ...others } = resultData.runData;
				const own = JSON.stringify([others, resultData.error, executionData?.contextData]);
				expect(JSON.stringify(Items)).toContain(subAccountKey);
				expect(own).toContain('iSendPro');
				expect(own).not.toContain(subAccountKey);
				expect(own).not.toContain(encodeURIComponent(subAccountKey));
				expect(world().n8n.logs()).not.toContain(subAccountKey);
				expect(world().n8n.logs()).not.toContain(encodeURIComponent(subAccountKey));
			},
		);

		it('stays secret when there is no gateway', async () => {
			for (const url of ['http://127.0.0.1:9/', 'http://no-such-host.invalid/', 'nonsense']) {
				const credential = await createCredential(world().n8n, { url, account }, url);
				expect(await run(sendWorkflow(recipient, {}), credential)).toMatchObject({
					status: 'error',
				});
				expect(await testOf(credential, url)).toMatchObject({ status: 'Error' });
			}
		});

		it('is in no address that was asked for', async () => {
			await world().lanes.use(async ({ simulator, credential }) => {
				await run(sendWorkflow(recipient, {}), credential);
				expect(received(simulator)).toHaveLength(1);
				expect(simulator.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
					'POST /cgi-bin/',
				]);
			});
		});
	});
}

/** The key is nowhere, after all runs: this has to be the last call. */
export function secretSearchTest(world: () => World, generation: Generation): void {
	it('The key of the account is nowhere in what n8n keeps and prints', async () => {
		const { n8n } = world();
		expect(await placesOf(n8n, generation, spellings)).toEqual([]);
		// The search finds what is there.
		expect(await placesOf(n8n, generation, [marker])).toContain('the database');
		expect(n8n.logs()).toContain('debug');
	});
}
