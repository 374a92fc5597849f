import type { IDataObject, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InvalidInputError } from '../../api/errors';
import type { Failure } from '../../api/wire/failure';
import type { Failed, Refused, Settled } from '../task';
import { errorMessage, summarize } from './compose';

/** How many recipients an error names; the rest is counted. */
const MAX_NAMED = 20;
/** The manual's numbers have eight digits or more. */
const PHONE_NUMBER = /\+?\d{4,}(?<end>\d{4})/g;

/**
 * A name in an error: n8n writes errors into its log, where no phone number belongs. The last four digits
 * tell a recipient from the others.
 */
function concealed(name: unknown): unknown {
	return typeof name === 'string' ? name.replace(PHONE_NUMBER, '…$<end>') : name;
}

/** `Refused: …0304, …0305.`; nothing if there are none. */
function naming(words: string, settled: readonly Settled[]): string[] {
	const names = settled
		.filter(({ repeatedItem }) => repeatedItem === undefined)
		.map(({ task }) =>
			Object.values(task.identity ?? {})
				.map(concealed)
				.join(' '),
		);
	if (names.length === 0) return [];
	const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
	return [`${words}: ${names.slice(0, MAX_NAMED).join(', ')}${more}.`];
}

function withStatus(failures: readonly Failed[], status: Failure['status']): Failed[] {
	return failures.filter(({ failure }) => failure.status === status);
}

function withResults<E extends { context: IDataObject }>(error: E, settled: readonly Settled[]): E {
	const results = summarize(settled).map((one) =>
		Object.fromEntries(Object.entries(one).map(([name, value]) => [name, concealed(value)])),
	);
	error.context.data = { results };
	return error;
}

/**
 * The error that stops the workflow because of an item's input. Where an earlier try has sent something,
 * it says what.
 * @param restored what earlier tries have settled
 */
export function inputError(
	node: INode,
	{ error, itemIndex }: Refused,
	restored: readonly Settled[],
): NodeOperationError {
	const accepted = restored.filter(({ outcome }) => outcome === 'accepted');
	const unknown = withStatus(failuresOf(restored), 'unknown');
	const earlier = [
		...naming('An earlier try of this execution was accepted for', accepted),
		...naming('Unknown since an earlier try, may have been done', unknown),
	];
	const isKnown = error instanceof InvalidInputError;
	const description = [...(isKnown ? [error.description] : []), ...earlier].join(' ');
	const stopping = new NodeOperationError(node, isKnown ? error.message : error, {
		itemIndex,
		...(description ? { description } : {}),
	});
	return earlier.length > 0 ? withResults(stopping, restored) : stopping;
}

/** Those that failed, in order. */
export function failuresOf(settled: readonly Settled[]): Failed[] {
	return settled.filter((one): one is Failed => one.outcome === 'failed');
}

/**
 * The error that stops the workflow: what happened first and what to do, then who is concerned.
 * @param failures at least one
 * @param settled all tasks: the execution keeps what became of them with the error
 */
export function failureError(
	node: INode,
	failures: readonly [Failed, ...Failed[]],
	settled: readonly Settled[],
): NodeApiError {
	const [{ failure, itemIndex }] = failures;
	const { message, description } = errorMessage(failure);
	const concerned = failures.some(({ task }) => task.identity)
		? [
				...naming('Refused', withStatus(failures, 'rejected')),
				...naming('Unknown, may have been done', withStatus(failures, 'unknown')),
				...naming('Not sent', withStatus(failures, 'notSent')),
			]
		: [];
	const error = new NodeApiError(
		node,
		{ message },
		{ message, description: [description, ...concerned].join(' '), itemIndex },
	);
	return withResults(error, settled);
}
