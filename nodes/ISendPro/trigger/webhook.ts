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

/** The part of Express's request that is used here; `ip` follows n8n's proxy setting. */
interface CalledRequest {
	originalUrl: string;
	rawBody?: Buffer;
	ip?: string;
}

/**
 * Runs when the workflow is published and when a test starts: wrong settings stop it there.
 * @returns true; users give the addresses to iSendPro themselves, so there is nothing to register
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

/** Decides whether a call starts an execution, and answers it if not. */
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
 * Acknowledges the event as the first step of its execution, which n8n has stored by then.
 * @returns the outputs of the selected events, with the event at its own
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

/** Reads each parameter separately: an expression that fails must not affect the others. */
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
 * Milliseconds that a call may stay open. n8n never answers when the workflow times out in a worker;
 * where the workflow has no limit, no caller waits longer than this.
 */
function readTimeoutMs(context: IWebhookFunctions): number {
	const { executionTimeout = 0 } = context.getWorkflowSettings?.() ?? {};
	return (executionTimeout > 0 ? executionTimeout + 10 : 300) * 1000;
}

/** On publishing and listening, n8n shows only the message, so it includes the description. */
function settingsError(node: INode, error: unknown): NodeOperationError {
	return error instanceof InvalidInputError
		? new NodeOperationError(node, `${error.message}. ${error.description}`)
		: new NodeOperationError(node, error as Error);
}
