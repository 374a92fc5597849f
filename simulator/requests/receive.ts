import { Arguments, decodeLatin9, decodeUtf8, EncodingError, parseForm } from '../http/form';
import type { RawForm } from '../http/form';
import type { HttpRequest } from '../http/server';
import type { Account, RecordedRequest } from '../types';
import type { World } from '../world/world';
import { findRoute } from './routes';
import type { Reading } from './serve';

/** Reads a request to the API, records it, and takes the fault that is meant for it. */
export function receive(
	world: World,
	{ method, target, query, contentType, body }: HttpRequest,
): { reading: Reading; record: RecordedRequest } {
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
	const cutForm = { ...form, fields: form.fields.slice(0, fault.fields) };
	return { reading: readForm(cutForm, world.accounts), record };
}

/** Decodes a form: UTF-8 with `ucs2=1` or for an account set to it, otherwise ISO-8859-15 [3, 3.16]. */
function readForm({ fields, malformed }: RawForm, accounts: readonly Account[]): Reading {
	const raw = new Map(
		fields.map(({ name, value }) => [name, Buffer.from(value).toString('latin1')]),
	);
	const account = accounts.find(({ keyId }) => keyId === raw.get('keyid'));
	const isUtf8 = raw.get('ucs2') === '1' || account?.textEncoding === 'utf-8';
	let unreadable = malformed;
	const values = new Map<string, string>();
	for (const { name, value } of fields) {
		try {
			values.set(name, isUtf8 ? decodeUtf8(value) : decodeLatin9(value));
		} catch (error) {
			if (!(error instanceof EncodingError)) throw error;
			unreadable = true;
			values.set(name, Buffer.from(value).toString('latin1'));
		}
	}
	return { route: findRoute(values), args: new Arguments(values), unreadable };
}
