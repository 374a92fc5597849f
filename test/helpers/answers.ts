import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextEncoding } from '../../nodes/ISendPro/api/wire/form';
import type { Account } from '../../nodes/ISendPro/api/wire/account';
import { createAccount } from '../../nodes/ISendPro/transport/account';
import { STANDARD_LIMITS } from '../../nodes/ISendPro/transport/limits';

/** An answer of the manual, with its placeholders such as `[NUM]` filled in. */
export function manualAnswer(name: string, values: Record<string, string> = {}): Buffer {
	const answer = readFileSync(join(__dirname, '../fixtures/answers', `${name}.xml`), 'latin1');
	const filled = answer.replace(/\[(\w+)\]/g, (hole, key: string) => values[key] ?? hole);
	return Buffer.from(filled, 'latin1');
}

/** A flat answer with a code, a message and, if given, other elements. */
export function codeAnswer(code: number, elements = ''): Buffer {
	return Buffer.from(
		`<?xml version="1.0" encoding="ISO-8859-1"?><etat><code>${code}</code><message>Message</message>${elements}</etat>`,
		'latin1',
	);
}

function elements(values: Record<string, string | number>, suffix = ''): string {
	return Object.entries(values)
		.map(([name, value]) => `<${name}${suffix}>${value}</${name}${suffix}>`)
		.join('');
}

const etat = (content: string) => Buffer.from(`<etat>${content}</etat>`, 'latin1');

/** An answer with one result. */
export const flatAnswer = (values: Record<string, string | number>) => etat(elements(values));

/** An answer with a numbered result for each phone number [3.3.1]. */
export const numberedAnswer = (...results: Array<Record<string, string | number>>) =>
	etat(
		results
			.map((values, index) => elements({ etat: elements(values, `${index + 1}`) }, `${index + 1}`))
			.join(''),
	);

/** A file that iSendPro gives for download. */
export const csvFile = (...lines: string[]) =>
	Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');

/** An account that gets these answers in order, and the forms that it sent. */
export function answering(...answers: Array<Uint8Array | Error>): {
	account: Account;
	bodies: string[];
} {
	return answeringIn('iso-8859-15', ...answers);
}

/** The same, for an account whose text is in another encoding. */
export function answeringIn(
	textEncoding: TextEncoding,
	...answers: Array<Uint8Array | Error>
): { account: Account; bodies: string[] } {
	const bodies: string[] = [];
	const post = async (_url: string, body: string) => {
		const answer = answers[bodies.length];
		bodies.push(body);
		if (answer === undefined) throw new Error('asked more often than there are answers');
		if (answer instanceof Error) return await Promise.reject(answer);
		return { statusCode: 200, read: async () => await Promise.resolve(answer) };
	};
	const credential = {
		keyId: 'a296464ce012b8ab710a',
		baseUrl: 'https://www.isendpro.com/cgi-bin/',
		textEncoding,
	};
	const account = createAccount(post, credential, { idempotent: false, limits: STANDARD_LIMITS });
	return { account, bodies };
}

/** The failure of work that must fail. */
export async function failureOf(work: Promise<unknown>): Promise<Record<string, unknown>> {
	const error: unknown = await work.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (error instanceof Error && 'failure' in error) return { ...(error.failure as object) };
	throw new Error(`no failure, but ${String(error)}`);
}
