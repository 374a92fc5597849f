import { createHmac } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { UnreadableAnswerError } from '../api/errors';
import { readDownload } from '../api/files/download';
import { parseUrl } from '../api/text/url';
import type { Account } from '../api/wire/account';
import type { Answer } from '../api/wire/answer';
import { isAnswer, parseAnswer } from '../api/wire/answer';
import { describeCode } from '../api/wire/codes';
import { outcomeUnknown, RequestFailed } from '../api/wire/failure';
import type { FormField, TextEncoding } from '../api/wire/form';
import { encodeForm } from '../api/wire/form';
import { connectionFailure, statusFailure } from './connection';
import { noKey, noWebAddress } from './failures';
import type { Limits } from './limits';
import { Redaction } from './redaction';
import { withRetries } from './retries';

/** The credential, as ISendProApi defines it. */
interface Credential {
	keyId: string;
	baseUrl: string;
	textEncoding: TextEncoding;
}

function trimValue(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/**
 * @param data as n8n provides it: an expression may return a number, or no value
 * @returns empty texts for missing values
 */
export function readCredential(data: ICredentialDataDecryptedObject): Credential {
	return {
		keyId: trimValue(data.keyId),
		baseUrl: trimValue(data.baseUrl),
		textEncoding: data.textEncoding === 'utf-8' ? 'utf-8' : 'iso-8859-15',
	};
}

/** The answer to an HTTP request. */
export interface HttpReply {
	statusCode: number;
	/** Reads the whole body. */
	read(): Promise<Uint8Array>;
}

/** Posts a form with one of n8n's helpers. */
type Post = (url: string, body: string) => Promise<HttpReply>;

/** How requests of an account are made. */
interface AccountOptions {
	/** Whether a request with a lost answer may be repeated, as the operation says. */
	idempotent: boolean;
	limits: Limits;
	/** Sent before the fields of every request. */
	fixedFields?: readonly FormField[];
}

/** The part of a stream that is used here. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy(error?: Error): void;
}

/** @throws Error if the stream breaks off, takes too long or does not end */
export async function readAll(
	stream: ByteStream,
	{ timeoutMs, maxBytes }: Limits,
): Promise<Uint8Array> {
	const deadline = AbortSignal.timeout(timeoutMs);
	const expire = () => stream.destroy(new Error('The answer took too long'));
	deadline.addEventListener('abort', expire);
	try {
		const chunks: Uint8Array[] = [];
		let size = 0;
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > maxBytes) throw new Error('The answer does not end');
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} finally {
		deadline.removeEventListener('abort', expire);
	}
}

/**
 * @returns the bytes of an answer: one with HTTP status 2xx, or an answer of iSendPro with any status
 * @throws RequestFailed otherwise. The original error holds the request with the key, so it is dropped
 */
async function exchange(
	post: Post,
	url: string,
	body: string,
	redaction: Redaction,
): Promise<Uint8Array> {
	const address = parseUrl(url);
	if (!address || !/^https?:$/.test(address.protocol)) throw new RequestFailed(noWebAddress());
	// A user may have pasted the key there.
	const host = redaction.text(address.host);
	const result = await post(url, body)
		.then(async ({ statusCode, read }) => {
			const failure = statusFailure(statusCode, host);
			const answer = await read();
			return failure && !isAnswer(answer) ? failure : answer;
		})
		.catch((error: unknown) => connectionFailure(error, host));
	if ('status' in result) throw new RequestFailed(result);
	return result;
}

/** Whether an answer rejects the whole request for a moment: it has no results and names no number. */
function isTransientRejection({ fields: { code, tel }, records }: Answer): boolean {
	return records.size === 0 && tel === undefined && describeCode(code).isTransient;
}

/** The failure of a submitted request whose answer cannot be read. */
function unreadableAnswer(error: unknown): RequestFailed {
	const isUnreadable = error instanceof UnreadableAnswerError;
	return new RequestFailed(
		outcomeUnknown(isUnreadable ? error.message : 'The answer cannot be read'),
	);
}

/** Creates an account that makes its requests through `post`. */
export function createAccount(
	post: Post,
	{ keyId, baseUrl, textEncoding }: Credential,
	{ idempotent, limits, fixedFields = [] }: AccountOptions,
): Account {
	const bytesFor = async (
		fields: readonly FormField[],
		encoding: TextEncoding,
		redaction: Redaction,
	) => {
		if (keyId === '') throw new RequestFailed(noKey());
		const body = encodeForm([...fixedFields, ...fields], encoding);
		return await exchange(post, baseUrl, body, redaction);
	};

	const answerTo = async (fields: readonly FormField[], encoding: TextEncoding) => {
		const redaction = new Redaction(keyId, fields);
		const body = await bytesFor(fields, encoding, redaction);
		try {
			return redaction.answer(parseAnswer(body, redaction.text));
		} catch (error) {
			throw unreadableAnswer(error);
		}
	};

	const loaded = new Map<unknown, Promise<unknown>>();
	const account: Account = {
		baseUrl,
		textEncoding,
		ask: async (fields, encoding = textEncoding) =>
			await withRetries(
				limits,
				idempotent,
				async () => await answerTo(fields, encoding),
				isTransientRejection,
			),
		download: async (fields) => {
			// A download only reads.
			const redaction = new Redaction(keyId, fields);
			const body = await withRetries(
				limits,
				true,
				async () => await bytesFor(fields, textEncoding, redaction),
			);
			const { csv, answer } = readDownload(body, redaction.text);
			return csv ? { csv: redaction.file(csv) } : { answer: redaction.answer(answer) };
		},
		once: async <Value>(load: (account: Account) => Promise<Value>) => {
			const value = loaded.get(load) ?? load(account);
			loaded.set(load, value);
			return (await value) as Value;
		},
	};
	return account;
}

/**
 * The account of the node's credential.
 * @param idempotent whether its requests may be repeated
 * @throws NodeOperationError if the node has no credential
 */
export async function openAccount(
	context: IExecuteFunctions | IPollFunctions,
	idempotent: boolean,
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
				timeout: limits.timeoutMs,
			},
		);
		return { statusCode, read: async () => await readAll(stream, limits) };
	};
	const credential = readCredential(await context.getCredentials('iSendProApi'));
	return createAccount(post, credential, { idempotent, limits });
}

/**
 * A secret of the account for one purpose, from which nobody can tell the key. Another key or another address has
 * another one.
 * @throws NodeOperationError if the node has no credential
 */
export async function deriveSecret(
	context: IExecuteFunctions | IPollFunctions,
	purpose: string,
): Promise<string> {
	const { keyId, baseUrl } = readCredential(await context.getCredentials('iSendProApi'));
	return createHmac('sha256', keyId)
		.update(JSON.stringify([purpose, baseUrl]))
		.digest('base64url');
}
