import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError, WAIT_INDEFINITELY } from 'n8n-workflow';

/** What an execution waits for. */
export interface Wait {
	/** When it goes on without an answer; never if absent. */
	until?: Date;
	/** Plain data: what the webhook needs to take an answer. */
	question: IDataObject;
}

/** A question that n8n waits for, in the form in which the execution keeps it. */
export interface OpenQuestion extends IDataObject {
	/** Tells it from those that the same node asks before and after, in a loop. */
	round: string;
	/** ISO 8601; absent if it is open until it is answered. */
	until?: string;
	question: IDataObject;
}

const KEY = 'openQuestion';

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

/** Puts the execution to wait for an answer. n8n only displays the node's output meanwhile. */
export async function startWaiting(
	context: IExecuteFunctions,
	{ until, question }: Wait,
	round: string,
): Promise<void> {
	const open: OpenQuestion = {
		round,
		...(until ? { until: until.toISOString() } : {}),
		question,
	};
	Object.assign(context.getContext('node'), { [KEY]: open });
	requireSignature(context);
	await context.putExecutionToWait(until ?? WAIT_INDEFINITELY);
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

/**
 * The question that the execution waits for, as seen by the webhook: n8n gives it no other way to the
 * execution's data than an expression.
 */
export function openQuestion(context: IWebhookFunctions): OpenQuestion | undefined {
	const expression = `{{ $node[${quoted(context.getNode().name)}].context[${quoted(KEY)}] }}`;
	const found: unknown = context.evaluateExpression(expression);
	return typeof found === 'object' && found !== null ? (found as OpenQuestion) : undefined;
}
