import { request } from 'node:http';
import { startSimulator } from '../../simulator';
import type { Simulator, SimulatorOptions } from '../../simulator';

/** The key as an argument. */
export const key = 'keyid=a296464ce012b8ab710a';

/** The simulator of a test file that calls `useSimulator`. */
export let simulator: Simulator;

/** Starts a simulator for the tests of one file, and resets it before each of them. */
export function useSimulator(options?: SimulatorOptions): void {
	beforeAll(async () => {
		simulator = await startSimulator(options);
	});
	beforeEach(async () => await simulator.reset());
	afterAll(async () => await simulator.close());
}

export interface RawAnswer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	/** One character a byte. */
	body: string;
	bytes: Buffer;
}

/** Sends bytes as they are and returns the answer as it is. */
export async function call(
	url: string,
	{
		method = 'GET',
		body,
		headers,
	}: { method?: string; body?: string | Buffer; headers?: object } = {},
): Promise<RawAnswer> {
	return await new Promise((resolve, reject) => {
		const sent = request(url, { method, agent: false, headers: { ...headers } }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const bytes = Buffer.concat(chunks);
				const { statusCode = 0, headers: received } = response;
				resolve({ status: statusCode, headers: received, body: bytes.toString('latin1'), bytes });
			});
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

/** Calls the control API with a JSON object. */
export async function control(method: string, path: string, input?: object) {
	const { status, body } = await call(`${simulator.controlUrl}${path}`, {
		method,
		body: input && JSON.stringify(input),
	});
	return { status, result: JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as unknown };
}

/** A form with the key in front, posted; the arguments are written as they go over the wire. */
export async function post(form: string, { url } = simulator): Promise<RawAnswer> {
	return await call(url, {
		method: 'POST',
		body: Buffer.from(`${key}&${form}`, 'latin1'),
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
	});
}

/** The answer to a posted form, or the code of the error that came instead. */
export const attempt = async (form: string, to = simulator) =>
	await post(form, to).catch((error: NodeJS.ErrnoException) => error.code);

/** The XML of a posted form. */
export async function xmlOf(form: string): Promise<string> {
	return (await post(form)).body;
}

/** All codes in the answer to a posted form, in their order. */
export async function codesOf(form: string): Promise<number[]> {
	return codesIn(await xmlOf(form));
}

/** The first code in the answer to a posted form. */
export async function codeOf(form: string): Promise<number> {
	return (await codesOf(form))[0] ?? -1;
}

/** All codes of an answer in their order. */
export function codesIn(xml: string): number[] {
	return [...xml.matchAll(/<code\d*>(\d+)</g)].map(([, code]) => Number(code));
}

/** The text of the first element of that name, empty without one. */
export function elementIn(xml: string, name: string): string {
	return new RegExp(`<${name}>([^<]*)<`).exec(xml)?.[1] ?? '';
}

/** Creates a directory, and returns its id. */
export async function createDirectory(): Promise<string> {
	return elementIn(await xmlOf('repertoireEdit=create&repertoireNom=Clients'), 'repertoireId');
}

/** Creates a directory and a sub-account, and fills their ids into `[directory]` and `[key]`. */
export async function createPlaceholders(): Promise<(form: string) => string> {
	const directory = await createDirectory();
	await post('subAccountEdit=addAccount&subAccountLogin=a&subAccountPassword=a');
	const keyId = simulator.accounts[1]?.keyId ?? '';
	return (form) => form.replace('[directory]', directory).replace('[key]', keyId);
}

/** `num1=0610000000&num2=0610000001&…` */
export const numbered = (count: number) =>
	Array.from({ length: count }, (_, index) => `num${index + 1}=06${10_000_000 + index}`).join('&');

/** A flat answer as the manual prints it. */
export const flat = (...elements: string[]) =>
	`<?xml version="1.0" encoding="ISO-8859-1"?>\n<etat>\n${elements.join('\n')}\n</etat>\n`;
