import type { IDataObject, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InvalidInputError } from '../../api/errors';
import type { Failure } from '../../api/wire/failure';
import { errorWords } from './compose';
import type { Entry } from '../run/plan';

/** How many recipients an error names; the rest is counted. */
const NAMED = 20;

/** The error that stops the workflow because of an item's input. */
export function inputError(node: INode, error: Error, itemIndex: number): NodeOperationError {
	if (!(error instanceof InvalidInputError))
		return new NodeOperationError(node, error, { itemIndex });
	return new NodeOperationError(node, error.message, { itemIndex, description: error.description });
}

/** One unit that was not accepted. */
export interface FailedEntry {
	entry: Entry;
	failure: Failure;
}

function naming(
	failed: readonly FailedEntry[],
	status: Failure['status'],
	words: string,
): string[] {
	const names = failed
		.filter(({ entry, failure }) => failure.status === status && !entry.repeats)
		.map(({ entry }) => Object.values(entry.unit.identity ?? {}).join(' '));
	if (names.length === 0) return [];
	const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
	return [`${words}: ${names.slice(0, NAMED).join(', ')}${more}.`];
}

/**
 * The error that stops the workflow: what happened first and what to do, then who is concerned.
 * @param failed at least one
 * @param results what came of everything: the execution keeps it with the error
 */
export function failureError(
	node: INode,
	failed: readonly [FailedEntry, ...FailedEntry[]],
	results: IDataObject[],
): NodeApiError {
	const [{ entry, failure }] = failed;
	const { message, description } = errorWords(failure);
	const concerned = failed.some((one) => one.entry.unit.identity)
		? [
				...naming(failed, 'rejected', 'Refused'),
				...naming(failed, 'unknown', 'Unknown, may have been done'),
				...naming(failed, 'notSent', 'Not sent'),
			]
		: [];
	const error = new NodeApiError(
		node,
		{ message },
		{
			message,
			description: [description, ...concerned].join(' '),
			itemIndex: entry.itemIndex,
		},
	);
	error.context.data = { results };
	return error;
}

const STATUS_WORDS = {
	rejected: 'refused',
	unknown: 'unknown (may have been done)',
	notSent: 'not sent',
} as const;

/**
 * The hint of a run that ended without error although not everything was accepted.
 * @param total of the units that were asked for, repeats included
 */
export function partialFailureHint(failed: readonly FailedEntry[], total: number): string {
	const counts = (['rejected', 'unknown', 'notSent'] as const).flatMap((status) => {
		const { length } = failed.filter(({ failure }) => failure.status === status);
		return length > 0 ? [`${length} ${STATUS_WORDS[status]}`] : [];
	});
	return `${failed.length} of ${total} were not accepted: ${counts.join(', ')}. See "status" and "reason" of each item.`;
}

/** The hint of a run that waits for one answer, whatever else there was to ask. */
export function waitsOnceHint(items: number): string {
	return `n8n waits once, so only the first of ${items} items was asked about. To ask about each, put a Loop Over Items node before this one.`;
}
