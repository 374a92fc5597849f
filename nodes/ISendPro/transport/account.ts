import type { IExecuteFunctions } from 'n8n-workflow';
import { parseUrl } from '../api/text/url';
import type { Account } from '../api/wire/account';
import { holdsCode, parseAnswer } from '../api/wire/answer';
import { describeCode } from '../api/wire/codes';
import { lostAnswer, RequestFailed } from '../api/wire/failure';
import type { FormField, TextEncoding } from '../api/wire/form';
import { encodeForm } from '../api/wire/form';
import { connectionFailure, statusFailure } from './connection';
import type { Limits } from './limits';
import { Redaction } from './redaction';
import { retrying } from './retries';

/** The credential, as ISendProApi defines it. */
export interface Credential {
	keyId: string;
	baseUrl: string;
	textEncoding: TextEncoding;
}

/** What an HTTP request gave. */
export interface HttpReply {
	statusCode: number;
	/** The whole answer. */
	read(): Promise<Uint8Array>;
}

/** Posts a form, whatever helper n8n offers for it. */
type Post = (url: string, body: string) => Promise<HttpReply>;

/** How an account is asked. */
interface Rules {
	/** Asking twice does no harm, so a lost answer may be asked for again: the operation says so. */
	repeatable: boolean;
	limits: Limits;
	/** Go before the fields of every request. */
	fixedFields?: readonly FormField[];
}

/** What is needed here of a stream. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy(error?: Error): void;
}

/** @throws Error if the stream breaks off, takes too long or does not end */
export async function readAll(
	stream: ByteStream,
	{ answerTime, mostBytes }: Limits,
): Promise<Uint8Array> {
	const deadline = AbortSignal.timeout(answerTime);
	const expire = () => stream.destroy(new Error('The answer took too long'));
	deadline.addEventListener('abort', expire);
	try {
		const chunks: Uint8Array[] = [];
		let size = 0;
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > mostBytes) throw new Error('The answer does not end');
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} finally {
		deadline.removeEventListener('abort', expire);
	}
}

/**
 * @returns the bytes of an answer: one whose status is good, or that holds a code of iSendPro
 * @throws RequestFailed otherwise. The original error holds the request with the key: it goes no
 * further
 */
async function exchange(post: Post, url: string, body: string): Promise<Uint8Array> {
	const host = parseUrl(url)?.host ?? url;
	const result = await post(url, body)
		.then(async ({ statusCode, read }) => {
			const failure = statusFailure(statusCode, host);
			if (!failure) return await read();
			const answer = await read().catch(() => undefined);
			return answer && holdsCode(answer) ? answer : failure;
		})
		.catch((error: unknown) => connectionFailure(error, host));
	if ('status' in result) throw new RequestFailed(result);
	return result;
}

/** An account behind a way to post forms. */
export function accountOver(
	post: Post,
	{ keyId, baseUrl, textEncoding }: Credential,
	{ repeatable, limits, fixedFields = [] }: Rules,
): Account {
	const bytesFor = async (fields: readonly FormField[], encoding: TextEncoding) =>
		await exchange(post, baseUrl.trim(), encodeForm([...fixedFields, ...fields], encoding));

	const answerTo = async (fields: readonly FormField[], encoding: TextEncoding) => {
		const redaction = new Redaction(keyId, fields);
		const body = await bytesFor(fields, encoding);
		try {
			return redaction.answer(parseAnswer(body));
		} catch (error) {
			const message = redaction.text((error as Error).message);
			return await Promise.reject(new RequestFailed(lostAnswer(message)));
		}
	};

	return {
		textEncoding,
		ask: async (fields, encoding = textEncoding) =>
			await retrying(
				limits,
				repeatable,
				async () => await answerTo(fields, encoding),
				({ fields: { code } }) => describeCode(code).passes,
			),
		download: async (fields) => {
			// A download only reads.
			const body = await retrying(limits, true, async () => await bytesFor(fields, textEncoding));
			return new Redaction(keyId, fields).download(body);
		},
	};
}

/**
 * The account of the node's credential.
 * @param repeatable whether what it is asked for may be asked for twice
 * @throws NodeOperationError if the node has no credential
 */
export async function openAccount(
	context: IExecuteFunctions,
	repeatable: boolean,
	limits: Limits,
): Promise<Account> {
	const post: Post = async (url, body) => {
		const { statusCode, body: stream } = await context.helpers.httpRequestWithAuthentication.call(
			context,
			'iSendProApi',
			{
				method: 'POST',
				url,
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
				body,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: limits.answerTime,
			},
		);
		return { statusCode, read: async () => await readAll(stream, limits) };
	};
	const credential = await context.getCredentials<Credential>('iSendProApi');
	return accountOver(post, credential, { repeatable, limits });
}
