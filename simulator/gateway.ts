import { Refusal, writeCode } from './codes';
import { acts } from './faults';
import { type Call, type Outcome } from './requests/call';
import { findRoute } from './requests/routes';
import type { Account, Fault, RecordedRequest, RequestKind } from './types';
import { Arguments, decodeLatin9, decodeUtf8, EncodingError, type RawForm } from './wire/form';
import type { World } from './world';

/** A request as the gateway reads it, before it acts. */
export interface Reading {
	kind: RequestKind;
	args: Arguments;
	/** The refusal that its bytes deserve. */
	unreadable: boolean;
}

/** Decodes a form: UTF-8 with `ucs2=1` or for an account that wants it, ISO-8859-15 otherwise [3, 3.16]. */
export function readForm(form: RawForm, accounts: readonly Account[]): Reading {
	const ascii = (name: string) =>
		Buffer.from(form.fields.findLast((field) => field.name === name)?.value ?? []).toString(
			'latin1',
		);
	const account = accounts.find(({ keyId }) => keyId === ascii('keyid'));
	const utf8 = ascii('ucs2') === '1' || account?.textEncoding === 'utf-8';
	let unreadable = form.malformed;
	const values = new Map<string, string>();
	for (const { name, value } of form.fields) {
		try {
			values.set(name, utf8 ? decodeUtf8(value) : decodeLatin9(value));
		} catch (error) {
			if (!(error instanceof EncodingError)) throw error;
			unreadable = true;
			values.set(name, Buffer.from(value).toString('latin1'));
		}
	}
	const args = new Arguments(
		form.fields.map(({ name }) => name),
		values,
	);
	return { kind: findRoute(values).kind, args, unreadable };
}

/** Does what a request asks for, unless its fault keeps the gateway from acting; returns what it answers. */
export function serve(
	world: World,
	reading: Reading,
	record: RecordedRequest,
	client: string,
): Outcome {
	const { fault } = record;
	if (fault?.kind === 'code') {
		if (acts(fault)) act(world, reading, record, client);
		return refusalAnswer(world, new Refusal(fault.code), fault);
	}
	if (!acts(fault)) return { kind: 'flat', elements: [] };
	return act(world, reading, record, client);
}

function act(world: World, reading: Reading, record: RecordedRequest, client: string): Outcome {
	const { args } = reading;
	try {
		const account = admit(world, args, client);
		if (reading.unreadable) throw new Refusal(998);
		const call: Call = { world, account, args, record, fault: record.fault };
		const outcome = findRoute(args.values).handle(call);
		record.acted = true;
		return outcome;
	} catch (error) {
		if (error instanceof Refusal) return refusalAnswer(world, error);
		throw error;
	} finally {
		record.ignoredArguments = args.ignored();
	}
}

/** The account that may make this request. Throws 777, 3, 14. */
function admit(world: World, args: Arguments, client: string): Account {
	if (world.service.maintenance) throw new Refusal(777);
	const keyId = args.get('keyid');
	const account = world.accounts.find((candidate) => candidate.keyId === keyId);
	if (account === undefined) throw new Refusal(3);
	const { allowedIps } = account;
	if (allowedIps !== 'any' && !allowedIps.includes(client)) throw new Refusal(14);
	return account;
}

function refusalAnswer(world: World, refusal: Refusal, fault?: Fault): Outcome {
	const { code, message } = writeCode(refusal.code, world.service.wording, refusal.values);
	const forced = fault?.kind === 'code' ? fault.message : undefined;
	return {
		kind: 'flat',
		elements: [
			['code', code],
			['message', forced ?? message],
		],
	};
}
