import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { parseAnswer } from '../api/wire/answer';
import { connectionFailure, statusFailure } from './connection';
import type { Failure } from '../api/wire/failure';
import { GatewayError, lostAnswer } from '../api/wire/failure';
import type { FormField, TextEncoding } from '../api/wire/form';
import { encodeForm } from '../api/wire/form';
import type { Gateway } from '../api/wire/account';
import { Redaction } from './redaction';
import { parseUrl } from '../api/text/url';
import { ANSWER_TIME, FIRST_PAUSE, MOST_BYTES, TRIES } from './limits';

/** "Nous ne pouvons donner suite à votre demande (overflow)" [4.1]: nothing was done. */
const OVERFLOW = '29';

/** The credential, as ISendProApi defines it. */
export interface Account {
	keyId: string;
	baseUrl: string;
	textEncoding: TextEncoding;
}

/** What an HTTP request gave. */
export interface HttpReply {
	statusCode: number;
	/** The whole answer, if it is wanted. */
	read(): Promise<Uint8Array>;
	/** Lets go of an answer that is not. */
	discard?(): void;
}

/** Posts a form, whatever helper n8n offers for it. */
type Post = (url: string, body: string) => Promise<HttpReply>;

/** What is needed here of a stream. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy(error?: Error): void;
}

/** @throws Error if the stream breaks off, takes too long or does not end */
async function readAll(stream: ByteStream): Promise<Uint8Array> {
	const deadline = AbortSignal.timeout(ANSWER_TIME);
	const expire = () => stream.destroy(new Error('The answer took too long'));
	deadline.addEventListener('abort', expire);
	try {
		const chunks: Uint8Array[] = [];
		let size = 0;
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > MOST_BYTES) throw new Error('The answer does not end');
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} finally {
		deadline.removeEventListener('abort', expire);
	}
}

/**
 * @returns the bytes of an answer whose status is good
 * @throws GatewayError otherwise. The original error holds the request with the key: it goes no further
 */
async function ask(post: Post, url: string, body: string): Promise<Uint8Array> {
	const host = parseUrl(url)?.host ?? url;
	const result = await post(url, body)
		.then(async ({ statusCode, read, discard }) => {
			const failure = statusFailure(statusCode, host);
			if (failure) discard?.();
			return failure ?? (await read());
		})
		.catch((error) => connectionFailure(error, host));
	if ('status' in result) throw new GatewayError(result);
	return result;
}

/** Whether trying again at once can help, and cannot do anything twice. */
function isHarmless({ passes = false, status }: Failure, repeatable: boolean): boolean {
	return passes || (repeatable && status === 'unknown');
}

/** Tries again where nothing can have been done, or where doing it again does no harm. */
async function retrying<Result>(
	tries: number,
	repeatable: boolean,
	attempt: () => Promise<Result>,
	isRefused: (result: Result) => boolean = () => false,
): Promise<Result> {
	for (let tried = 1; ; tried += 1) {
		const result = await attempt().catch((error: Error) => error);
		const again =
			result instanceof GatewayError
				? isHarmless(result.failure, repeatable)
				: !(result instanceof Error) && isRefused(result);
		if (!again || tried >= tries) {
			return result instanceof Error ? await Promise.reject(result) : result;
		}
		await sleep(FIRST_PAUSE * 2 ** (tried - 1));
	}
}

/**
 * An account behind a way to post forms.
 * @param fixedFields go before the fields of every request
 * @param tries how often a request is made at most
 */
export function gatewayOver(
	post: Post,
	{ keyId, baseUrl, textEncoding }: Account,
	{ fixedFields = [], tries = TRIES }: { fixedFields?: readonly FormField[]; tries?: number } = {},
): Gateway {
	const download = async (fields: readonly FormField[], encoding: TextEncoding) =>
		await ask(post, baseUrl.trim(), encodeForm([...fixedFields, ...fields], encoding));

	const request = async (fields: readonly FormField[], encoding: TextEncoding) => {
		const redaction = new Redaction(keyId, fields);
		const body = await download(fields, encoding);
		try {
			return redaction.answer(parseAnswer(body));
		} catch (error) {
			const message = redaction.text((error as Error).message);
			return await Promise.reject(new GatewayError(lostAnswer(message)));
		}
	};

	return {
		textEncoding,
		request: async (fields, { repeatable, encoding = textEncoding }) =>
			await retrying(
				tries,
				repeatable,
				async () => await request(fields, encoding),
				(answer) => answer.fields.code === OVERFLOW,
			),
		download: async (fields) => {
			const body = await retrying(tries, true, async () => await download(fields, textEncoding));
			return new Redaction(keyId, fields).download(body);
		},
	};
}

/**
 * The account of the node's credential.
 * @throws NodeOperationError if the node has no credential
 */
export async function createGateway(context: IExecuteFunctions): Promise<Gateway> {
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
				timeout: ANSWER_TIME,
			},
		);
		return { statusCode, read: async () => await readAll(stream), discard: () => stream.destroy() };
	};
	return gatewayOver(post, await context.getCredentials<Account>('iSendProApi'));
}
