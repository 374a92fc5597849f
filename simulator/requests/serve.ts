import type { Answer } from '../http/http-response';
import { Refusal } from '../manual/codes';
import { actsDespite } from '../world/faults';
import type { Account, RecordedRequest } from '../types';
import type { Arguments } from '../http/form';
import type { World } from '../world/world';
import { codeElements } from './answers';
import type { Route } from './routes';

/** A request that was read and not yet acted on. */
export interface Reading {
	route: Route;
	args: Arguments;
	/** Its bytes are refused with 998. */
	unreadable: boolean;
}

/** Acts on a request unless its fault forbids it, and returns the answer. */
export function serve(
	world: World,
	reading: Reading,
	record: RecordedRequest,
	client: string,
): Answer {
	const { fault } = record;
	const answer: Answer = actsDespite(fault)
		? act(world, reading, record, client)
		: { kind: 'flat', elements: [] };
	if (fault?.kind !== 'code') return answer;
	const { code, message } = fault;
	const elements = codeElements(world.service, { code });
	if (message !== undefined) elements[1] = ['message', message];
	return { kind: 'flat', elements };
}

function act(world: World, reading: Reading, record: RecordedRequest, client: string): Answer {
	const { args, route } = reading;
	try {
		const account = authenticate(world, args, client);
		if (reading.unreadable) throw new Refusal(998);
		if (route.value !== undefined) args.get(route.argument);
		const answer = route.handle({ world, account, args, record });
		record.acted = true;
		return answer;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { kind: 'flat', elements: codeElements(world.service, error) };
	} finally {
		record.ignoredArguments = args.ignored();
	}
}

/** The account of a request. Throws 777, 3, 14. */
function authenticate(world: World, args: Arguments, client: string): Account {
	if (world.service.maintenance) throw new Refusal(777);
	const keyId = args.get('keyid');
	const account = world.accounts.find((candidate) => candidate.keyId === keyId);
	if (account === undefined) throw new Refusal(3);
	const { allowedIps } = account;
	if (allowedIps !== 'any' && !allowedIps.includes(client)) throw new Refusal(14);
	return account;
}
