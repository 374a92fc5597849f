import type {
	IExecuteFunctions,
	IHookFunctions,
	INode,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { InvalidInputError } from '../api/errors';
import type { Response } from './acknowledgement';
import { forcePlainTextReply } from './acknowledgement';
import type { EventName } from './event';
import { EVENT_NAMES } from './event';
import { receive } from './receive';
import type { RawSettings } from './settings';
import { checkSettings, OPTIONS, settingsForCall } from './settings';

/** The body's bytes, and the caller as n8n's proxy setting shows it. */
interface CalledRequest {
	originalUrl: string;
	rawBody?: Buffer;
	ip?: string;
}

/**
 * Runs when the workflow is published and when a test starts: wrong settings end it there.
 *
 * @returns true; iSendPro is told the addresses by hand, so there is nothing to register
 * @throws NodeOperationError when the settings are wrong
 */
export function acceptSettings(context: IHookFunctions): boolean {
	try {
		checkSettings(readRawSettings(context, (name) => context.getNodeParameter(name)));
	} catch (error) {
		throw settingsError(context.getNode(), error);
	}
	return true;
}

/** Before there is an execution: decides whether the call starts one, and answers it if not. */
export function receiveCall(context: IWebhookFunctions): IWebhookResponseData {
	const response: Response = context.getResponseObject();
	const request: CalledRequest = context.getRequestObject();
	const answer = forcePlainTextReply(response, readTimeoutMs(context));
	const reception = receive(
		{ url: request.originalUrl, body: request.rawBody, ip: request.ip, receivedAt: new Date() },
		settingsForCall(readRawSettings(context, (name) => readParameter(context, name))),
	);
	if ('event' in reception) return { workflowData: [[{ json: reception.event }]] };
	answer(reception.status, reception.body);
	return { noWebhookResponse: true };
}

/**
 * First in the execution, which n8n has stored by then: acknowledges the event.
 *
 * @returns the event at its output, among those of the selected events
 */
export async function emitEvent(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (context.getNodeParameter('acknowledge', 0) === 'onReceived') {
		await context.sendResponse({ body: 'validation', headers: {}, statusCode: 200 });
	}
	const events = context.getNodeParameter('events', 0) as EventName[];
	const items = context.getInputData();
	return EVENT_NAMES.filter((name) => events.includes(name)).map((name) =>
		items.filter(({ json }) => json.event === name),
	);
}

/** Each is read on its own: one whose expression fails must not take the others with it. */
function readRawSettings(
	context: IHookFunctions | IWebhookFunctions,
	read: (name: string) => unknown,
): RawSettings {
	const added = context.getNode().parameters.options ?? {};
	const options = OPTIONS.filter((name) => typeof added !== 'object' || name in added);
	return {
		events: read('events'),
		acknowledge: read('acknowledge'),
		...Object.fromEntries(options.map((name) => [name, read(`options.${name}`)])),
	};
}

/** When a call comes, an expression that fails counts as one without a value. */
function readParameter(context: IWebhookFunctions, name: string): unknown {
	try {
		return context.getNodeParameter(name);
	} catch {
		return undefined;
	}
}

/**
 * Milliseconds that a call may stay open. n8n leaves one open for good when the workflow times out
 * in a worker; and where the workflow has no limit, nobody waits for an answer as long as this.
 */
function readTimeoutMs(context: IWebhookFunctions): number {
	const { executionTimeout = 0 } = context.getWorkflowSettings?.() ?? {};
	return (executionTimeout > 0 ? executionTimeout + 10 : 300) * 1000;
}

/** On publishing and on listening, n8n shows only the message: it has to say what to do as well. */
function settingsError(node: INode, error: unknown): NodeOperationError {
	return error instanceof InvalidInputError
		? new NodeOperationError(node, `${error.message}. ${error.description}`)
		: new NodeOperationError(node, error as Error);
}
