import type { IncomingMessage } from 'node:http';
import { findRoute } from './routes';
import type { Reading } from './serve';
import type { Account, RecordedRequest } from '../types';
import { Arguments, decodeLatin9, decodeUtf8, EncodingError, parseForm } from '../http/form';
import type { RawForm } from '../http/form';
import type { World } from '../world/world';

const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** A body, one character a byte. Rejects for one that is longer than any request. */
export async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > MAX_BODY_BYTES) throw new Error('The body is too long');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('latin1');
}

/** Path and query of a target. */
export function splitTarget(target: string): [path: string, query: string] {
	const place = target.indexOf('?');
	return place < 0 ? [target, ''] : [target.slice(0, place), target.slice(place + 1)];
}

/** Reads a request to the API, records it, and takes the fault that is meant for it. */
export function receive(
	world: World,
	request: IncomingMessage,
	query: string,
	body: string,
): { reading: Reading; record: RecordedRequest } {
	const { method = '', url: target = '', headers } = request;
	const contentType = headers['content-type'] ?? '';
	const hasForm = method === 'POST' && /^application\/x-www-form-urlencoded\b/i.test(contentType);
	const form = parseForm(hasForm ? `${query}&${body}` : query);
	const reading = readForm(form, world.accounts);
	const record: RecordedRequest = {
		number: world.requests.length + 1,
		kind: reading.route.kind,
		method,
		target,
		contentType,
		body,
		arguments: Object.fromEntries(reading.args.values),
		ignoredArguments: [],
		acted: false,
		at: world.clock.now(),
	};
	const fault = world.faults.take(record.number, record.kind);
	record.fault = fault;
	world.requests.push(record);
	if (fault?.kind !== 'cutForm') return { reading, record };
	const read = { ...form, fields: form.fields.slice(0, fault.fields) };
	return { reading: readForm(read, world.accounts), record };
}

/**
 * Decodes a form: UTF-8 with `ucs2=1` or for an account that wants it, ISO-8859-15 otherwise
 * [3, 3.16].
 */
function readForm({ fields, malformed }: RawForm, accounts: readonly Account[]): Reading {
	const raw = new Map(
		fields.map(({ name, value }) => [name, Buffer.from(value).toString('latin1')]),
	);
	const account = accounts.find(({ keyId }) => keyId === raw.get('keyid'));
	const utf8 = raw.get('ucs2') === '1' || account?.textEncoding === 'utf-8';
	let unreadable = malformed;
	const values = new Map<string, string>();
	for (const { name, value } of fields) {
		try {
			values.set(name, utf8 ? decodeUtf8(value) : decodeLatin9(value));
		} catch (error) {
			if (!(error instanceof EncodingError)) throw error;
			unreadable = true;
			values.set(name, Buffer.from(value).toString('latin1'));
		}
	}
	return { route: findRoute(values), args: new Arguments(values), unreadable };
}
