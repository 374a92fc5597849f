import { randomBytes } from 'crypto';
import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError, WAIT_INDEFINITELY } from 'n8n-workflow';
import { ownMember } from './own-member';
import { OPEN_QUESTION } from './stored-question';

/** What an execution waits for. */
export interface Wait {
	/** When it goes on without an answer; never if absent. */
	until?: Date;
	/** Plain data: what the webhook needs to take an answer. */
	question: IDataObject;
}

/** What the execution keeps of those who are asked, from before the first SMS. */
interface Asked extends IDataObject {
	/** The run of the node: the same at every try. */
	runId: string;
	/** Tells the question from those that the same node asks before and after, in a loop. */
	round: string;
	/** Who is asked; the place in the list is all that the address of a page says of a person. */
	people: string[];
}

const ASKED = 'askedPeople';

/** Replaces the answer to an earlier question in the input items, which n8n passes on at the time limit. */
const noAnswer = { data: { respondedAt: null, respondedBy: null } };

/**
 * Lets n8n check the signature of every call to this execution. n8n 2.x always does; 1.x has to be
 * told, by a function that 2.x does not have.
 */
function requireSignature(context: IExecuteFunctions): void {
	if ('setSignatureValidationRequired' in context) {
		(context.setSignatureValidationRequired as () => void)();
	}
}

/**
 * Refuses a question before anything is sent where n8n could not tell its answer from a forged one.
 * @throws NodeOperationError in an n8n before 1.107, which signs no address
 */
export function assertSignedResumeUrl(context: IExecuteFunctions): void {
	if (typeof context.getSignedResumeUrl === 'function') return;
	throw new NodeOperationError(
		context.getNode(),
		'Send and Wait for Response needs n8n 1.107 or newer',
		{ description: 'Nothing was sent. Update n8n; every other operation works without that.' },
	);
}

function isAskedBy(runId: string, kept: unknown): kept is Asked {
	return ownMember(kept, 'runId') === runId;
}

/** What an earlier try of the run has kept, so that an address leads to the same person at every try. */
function askedIn(context: IExecuteFunctions, runId: string): Asked {
	const store = context.getContext('node');
	const kept: unknown = store[ASKED];
	if (isAskedBy(runId, kept)) return kept;
	// Not the run's own name, from which the input could be guessed.
	const asked: Asked = { runId, round: randomBytes(6).toString('base64url'), people: [] };
	store[ASKED] = asked;
	return asked;
}

/**
 * Gives everybody who is asked a page of their own. Its address says nothing of them: not their number,
 * only their place in a list that the execution keeps.
 * @param runId names the run of the node
 * @returns a function from a person to the signed address, the same at every try
 */
export function pageAddresses(
	context: IExecuteFunctions,
	runId: string,
): (person: string) => string {
	const { round, people } = askedIn(context, runId);
	const places = new Map(people.map((person, place) => [person, place]));
	return (person) => {
		let place = places.get(person);
		if (place === undefined) {
			place = people.push(person) - 1;
			places.set(person, place);
		}
		return context.getSignedResumeUrl({ person: String(place), round });
	};
}

/**
 * Puts the execution to wait for an answer. n8n only displays the node's output meanwhile.
 * @param runId names the run of the node
 */
export async function startWaiting(
	context: IExecuteFunctions,
	{ until, question }: Wait,
	runId: string,
): Promise<void> {
	const { round, people } = askedIn(context, runId);
	const store = context.getContext('node');
	store[OPEN_QUESTION] = {
		round,
		...(until ? { until: until.toISOString() } : {}),
		people,
		question,
	};
	requireSignature(context);
	await context.putExecutionToWait(until ?? WAIT_INDEFINITELY);
	delete store[ASKED];
	// When the time is over, n8n passes on what it holds for this node to begin with. That list is its
	// own; the items may be those of the node before.
	const { data } = context.getExecuteData();
	const isTool = context.getNode().type.endsWith('Tool');
	data.main = (data.main ?? []).map(
		(items) =>
			items?.map((item) => ({ ...item, json: { ...(isTool ? {} : item.json), ...noAnswer } })) ??
			null,
	);
}

/** Text as it stands in an expression, where braces would end it. */
function quoted(text: string): string {
	return JSON.stringify(text).replace(/[{}]/g, (brace) => (brace === '{' ? '\\u007b' : '\\u007d'));
}

/** What an expression gives; undefined where it fails. */
function evaluated(context: IWebhookFunctions, expression: string): unknown {
	try {
		return context.evaluateExpression(expression);
	} catch {
		return undefined;
	}
}

/**
 * The question that the execution waits for, as it is kept: anything, if it is damaged. n8n gives the
 * webhook no way to the execution's data but an expression, which cannot name every node: of one that
 * is called `constructor`, they are read where n8n keeps them.
 * @returns undefined if there is none
 */
export function storedQuestion(context: IWebhookFunctions): unknown {
	const { name } = context.getNode();
	const expression = `{{ $node[${quoted(name)}].context[${quoted(OPEN_QUESTION)}] }}`;
	const data: unknown = Reflect.get(context, 'runExecutionData');
	const place = ['executionData', 'contextData', `node:${name}`, OPEN_QUESTION];
	return evaluated(context, expression) ?? place.reduce(ownMember, data);
}
