import { codeElements, Refusal } from '../manual/codes';
import { acts } from '../world/faults';
import type { Account, RecordedRequest } from '../types';
import type { TextElement } from '../http/xml';
import type { Arguments } from '../http/form';
import type { World } from '../world/world';
import type { Answer } from './call';
import type { Route } from './routes';

/** A request as it was read, before anything is done for it. */
export interface Reading {
	route: Route;
	args: Arguments;
	/** Its bytes deserve 998. */
	unreadable: boolean;
}

/** Does what a request asks for, unless its fault forbids it, and returns what is answered. */
export function serve(
	world: World,
	reading: Reading,
	record: RecordedRequest,
	client: string,
): Answer {
	const { fault } = record;
	const answer: Answer = acts(fault)
		? act(world, reading, record, client)
		: { kind: 'flat', elements: [] };
	if (fault?.kind !== 'code') return answer;
	const { code, message } = fault;
	const elements: TextElement[] =
		message === undefined
			? codeElements(world.service, { code })
			: [
					['code', String(code)],
					['message', message],
				];
	return { kind: 'flat', elements };
}

function act(world: World, reading: Reading, record: RecordedRequest, client: string): Answer {
	const { args, route } = reading;
	try {
		const account = admit(world, args, client);
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
