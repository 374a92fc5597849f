import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
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
 * @param data as n8n gives it: an expression may give a number, or find nothing
 * @returns empty texts for what is not there
 */
export function readCredential(data: ICredentialDataDecryptedObject): Credential {
	return {
		keyId: trimValue(data.keyId),
		baseUrl: trimValue(data.baseUrl),
		textEncoding: data.textEncoding === 'utf-8' ? 'utf-8' : 'iso-8859-15',
	};
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
interface AccountOptions {
	/** Asking twice does no harm, so a lost answer may be asked for again: the operation says so. */
	idempotent: boolean;
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
 * @returns the bytes of an answer: one whose status is good, or that is one of iSendPro all the same
 * @throws RequestFailed otherwise. The original error holds the request with the key: it goes no
 * further
 */
async function exchange(
	post: Post,
	url: string,
	body: string,
	redaction: Redaction,
): Promise<Uint8Array> {
	const address = parseUrl(url);
	if (!address || !/^https?:$/.test(address.protocol)) throw new RequestFailed(noWebAddress());
	// Somebody may have pasted the key there.
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

/** Whether an answer refuses all that was asked for, for a moment: no result and no number beside it. */
function isTransientRejection({ fields: { code, tel }, records }: Answer): boolean {
	return records.size === 0 && tel === undefined && describeCode(code).isTransient;
}

/** The request was submitted, so whatever is wrong with its answer leaves the outcome unknown. */
function unreadableAnswer(error: unknown): RequestFailed {
	const isUnreadable = error instanceof UnreadableAnswerError;
	return new RequestFailed(
		outcomeUnknown(isUnreadable ? error.message : 'The answer cannot be read'),
	);
}

/** An account behind a way to post forms. */
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
 * @param idempotent whether what it is asked for may be asked for twice
 * @throws NodeOperationError if the node has no credential
 */
export async function openAccount(
	context: IExecuteFunctions,
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
