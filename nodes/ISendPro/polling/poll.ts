import { randomBytes } from 'crypto';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InvalidInputError } from '../api/errors';
import { openOnceKeys } from '../engine/run/once-keys';
import { deriveSecret, openAccount } from '../transport/account';
import { STANDARD_LIMITS } from '../transport/limits';
import { writeEvents } from './event';
import { describeFailure, isLasting, tooSlow } from './failure';
import { makeHash } from './hash-set';
import { memoryOf, newestState } from './memory';
import { findNewest } from './newest';
import { pollOnce } from './round';
import type { PollingSettings } from './settings';
import { OF_BLACKLIST, POLLED_EVENTS, readPollingSettings } from './settings';
import { downloadsOf } from './source';
import { readState } from './state';

/** This process of n8n. */
const PROCESS = randomBytes(9).toString('base64url');

/** What n8n says of the time for a poll where it has no limit of its own. */
const NO_BUDGET_MS = 300_000;
/** The part of that time after which nothing more is begun. */
const BUDGET_SHARE = 0.8;

/** The name of the state in n8n's static data. */
const STATE = 'polling';

/** Contexts that have polled: n8n polls first when it activates, and again with the same one at each poll time. */
const polled = new WeakSet<IPollFunctions>();

/**
 * Polls, as the node's `poll`.
 * @returns the new events; null when there is none, or another poll of the node is under way
 * @throws NodeApiError or NodeOperationError for a failure, which n8n makes a failed execution
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const memory = memoryOf(placeOf(context));
	if (memory.isPolling) return null;
	memory.isPolling = true;
	const isActivation = !polled.has(context) && !isDurable(context);
	polled.add(context);
	try {
		return await pollNode(context);
	} catch (error) {
		const shown = nodeError(context.getNode(), error);
		if (!isActivation || (saysAtOnce(context) && isLasting(error))) throw shown;
		// n8n would not poll again after an activation that failed.
		context.logger.error(`${nameOf(context)}: ${shown.message}. ${shown.description ?? ''}`);
		return null;
	} finally {
		memory.isPolling = false;
	}
}

/**
 * Gives out what `poll` gave, as the node's `execute`: an event that came out before is dropped. In a manual test,
 * the newest events, whether they came out or not.
 * @returns the outputs of the selected events
 */
export async function emitPolled(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const given = context.getInputData().filter(({ json }) => typeof json.eventId === 'string');
	const isTest = context.getMode() === 'manual' && given.length === 0;
	try {
		const settings = settingsOf(context);
		const items = isTest ? await testItems(context, settings) : await newItems(context, given);
		return POLLED_EVENTS.filter((name) => settings.events.includes(name)).map((name) =>
			items.filter(({ json }) => json.event === name),
		);
	} catch (error) {
		throw nodeError(context.getNode(), error);
	}
}

async function pollNode(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const startedAt = Date.now();
	const budgetMs = budgetOf(context);
	const settings = settingsOf(context);
	const secret = await deriveSecret(context, 'polling');
	const owner = makeHash(secret)(placeOf(context));
	const staticData = context.getWorkflowStaticData('node');
	const stored = readState(staticData[STATE], owner);
	const memory = memoryOf(placeOf(context));
	const limits = { ...STANDARD_LIMITS, timeoutMs: Math.min(STANDARD_LIMITS.timeoutMs, budgetMs) };
	const account = await openAccount(context, true, limits);
	const now = new Date();
	const round = await pollOnce(
		downloadsOf(account),
		newestState(memory, stored, owner, isDurable(context)),
		{
			...{ now, secret, owner, process: PROCESS },
			...settings,
			readsReport: settings.events.some((name) => !OF_BLACKLIST.includes(name)),
			readsBlacklist: settings.events.some((name) => OF_BLACKLIST.includes(name)),
			isOverBudget: () => Date.now() - startedAt > budgetMs * BUDGET_SHARE,
		},
	);
	// What comes too late is dropped by n8n: it must not count as given out.
	if (isDurable(context) && Date.now() - startedAt > budgetMs) throw tooSlow();
	for (const note of round.notes) context.logger.warn(`${nameOf(context)}: ${note}`);
	if (!round.state) throw round.failure ?? new Error('Nothing was read');
	memory.state = round.state;
	const items = writeEvents({ ...round, changes: round.blacklist?.changes ?? [] }, settings, now);
	const isEmpty = items.length === 0;
	if (round.failure) {
		if (isEmpty && stored) throw round.failure;
		// What was read comes out, and the failure has an execution of its own.
		context.__emitError(nodeError(context.getNode(), round.failure));
	}
	// n8n stores a baseline with an execution, be it one without items.
	if (isEmpty && stored) return null;
	memory.emitted = round.state.sequence;
	const plain: IDataObject = JSON.parse(JSON.stringify(round.state));
	staticData[STATE] = plain;
	return [items.map((json) => ({ json }))];
}

async function newItems(
	context: IExecuteFunctions,
	given: readonly INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	if (given.length === 0) return [];
	const byId = new Map(given.map((item) => [String(item.json.eventId), item]));
	const added = await openOnceKeys(context)
		.claim([...byId.keys()])
		.catch((error: Error) => {
			throw new NodeOperationError(
				context.getNode(),
				`n8n cannot tell which events are new: ${error.message}`,
				{
					description: 'Retry this execution: it holds all of its events.',
				},
			);
		});
	return [...byId].flatMap(([id, item]) => (added.has(id) ? [item] : []));
}

async function testItems(
	context: IExecuteFunctions,
	settings: PollingSettings,
): Promise<INodeExecutionData[]> {
	const account = await openAccount(context, true, STANDARD_LIMITS);
	const events = await findNewest(downloadsOf(account), settings, new Date());
	if (events.length === 0) {
		context.addExecutionHints({
			message: `iSendPro has none of the selected events of the last ${settings.lookBackDays} days.`,
			location: 'outputPane',
		});
	}
	return events.map((json) => ({ json }));
}

function settingsOf(context: IPollFunctions | IExecuteFunctions): PollingSettings {
	const read = (name: string): unknown =>
		'getInputData' in context
			? context.getNodeParameter(name, 0, undefined)
			: context.getNodeParameter(name);
	const options = Object.fromEntries(Object.entries(read('options') ?? {}));
	return readPollingSettings({ events: read('events'), options });
}

function placeOf(context: IPollFunctions): string {
	return JSON.stringify([context.getWorkflow().id, context.getNode().id]);
}

function nameOf(context: IPollFunctions): string {
	return `iSendPro Polling Trigger "${context.getNode().name}"`;
}

/** Whether n8n tells the user at once when an activation fails; it does in 1.x, which knows no budget. */
function saysAtOnce(context: IPollFunctions): boolean {
	return !('getPollBudgetMs' in context);
}

/** Milliseconds that n8n gives a poll. */
function budgetOf(context: IPollFunctions): number {
	return saysAtOnce(context) ? NO_BUDGET_MS : context.getPollBudgetMs();
}

/** Whether n8n's durable scheduler polls: each time with a new context, and it drops what comes late. */
function isDurable(context: IPollFunctions): boolean {
	return budgetOf(context) !== NO_BUDGET_MS;
}

function nodeError(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const { message, description, httpCode } = describeFailure(error);
	if (error instanceof InvalidInputError) {
		return new NodeOperationError(node, message, { description });
	}
	return new NodeApiError(
		node,
		{ message },
		{ message, description, ...(httpCode && { httpCode }) },
	);
}
