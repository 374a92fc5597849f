import { request } from 'node:http';
import type { Simulator } from '../../simulator';

export const key = 'keyid=a296464ce012b8ab710a';

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

/** A form with the key in front, posted; the arguments are written as they go over the wire. */
export async function post({ url }: Simulator, form: string): Promise<RawAnswer> {
	return await call(url, {
		method: 'POST',
		body: `${key}&${form}`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
	});
}

/** The XML of a posted form. */
export async function xmlOf(simulator: Simulator, form: string): Promise<string> {
	return (await post(simulator, form)).body;
}

/** The first code in the answer to a posted form. */
export async function codeOf(simulator: Simulator, form: string): Promise<number> {
	return codesIn(await xmlOf(simulator, form))[0] ?? -1;
}

/** Makes a directory and a sub-account; fills their ids into forms with `[directory]` and `[key]`. */
export async function makePlaces(simulator: Simulator): Promise<(form: string) => string> {
	const created = await xmlOf(simulator, 'repertoireEdit=create&repertoireNom=a');
	const directory = /<repertoireId>(\d+)/.exec(created)?.[1] ?? '';
	await post(simulator, 'subAccountEdit=addAccount&subAccountLogin=a&subAccountPassword=a');
	const keyId = simulator.accounts[1]?.keyId ?? '';
	return (form) => form.replace('[directory]', directory).replace('[key]', keyId);
}

/** All codes of an answer in their order. */
export function codesIn(xml: string): number[] {
	return [...xml.matchAll(/<code\d*>(\d+)</g)].map(([, code]) => Number(code));
}

/** A flat answer as the manual prints it. */
export const flat = (...elements: string[]) =>
	`<?xml version="1.0" encoding="ISO-8859-1"?>\n<etat>\n${elements.join('\n')}\n</etat>\n`;
