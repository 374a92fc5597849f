import type { IDataObject, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InvalidInputError } from '../api/errors';
import type { Failure } from '../api/wire/failure';

/** How many recipients an error names; the rest is counted. */
const NAMED = 20;

/** The fields of a failure that an output shows. */
export function failureFields({ status, code, message, apiMessage }: Failure): IDataObject {
	return {
		status,
		...(code === undefined ? {} : { code }),
		reason: message,
		...(apiMessage === undefined ? {} : { apiMessage }),
	};
}

/** What an error adds of iSendPro's own words. */
function inFull({ message, description, code, apiMessage }: Failure): [string, string] {
	return [
		code === undefined ? message : `${message} (iSendPro code ${code})`,
		apiMessage ? `${description} iSendPro said: "${apiMessage}".` : description,
	];
}

/**
 * What an item on n8n's error output says, under the single key `error`: so both generations of n8n
 * take the item for an error, and nothing in it is lost.
 */
export function errorFields(
	failure: Failure,
	identity: IDataObject,
	reference: IDataObject,
): IDataObject {
	const [message, description] = inFull(failure);
	return { message, description, ...identity, ...failureFields(failure), ...reference };
}

/** The same for an input item that was refused here, before any request. */
export function inputErrorFields(
	{ message, description }: Error & { description?: string },
	identity: IDataObject,
): IDataObject {
	return { message, ...(description ? { description } : {}), ...identity, status: 'notSent' };
}

/** The error that stops the workflow because of an item's input. */
export function inputError(node: INode, error: Error, itemIndex: number): NodeOperationError {
	if (!(error instanceof InvalidInputError))
		return new NodeOperationError(node, error, { itemIndex });
	return new NodeOperationError(node, error.message, { itemIndex, description: error.description });
}

/** One failed unit, for the error that stops the workflow. */
export interface FailedUnit {
	itemIndex: number;
	failure: Failure;
	identity: IDataObject;
}

function count(failed: readonly FailedUnit[], status: Failure['status'], words: string): string[] {
	const units = failed.filter(({ failure }) => failure.status === status);
	if (units.length === 0) return [];
	const names = units.slice(0, NAMED).map(({ identity }) => Object.values(identity).join(' '));
	const more = units.length > NAMED ? ` and ${units.length - NAMED} more` : '';
	return [`${words}: ${names.join(', ')}${more}.`];
}

/**
 * The error that stops the workflow: what happened first and what to do, then who is concerned.
 * @param failed at least one
 * @param results what came of everything: the execution keeps it with the error
 */
export function failureError(
	node: INode,
	failed: readonly [FailedUnit, ...FailedUnit[]],
	results: IDataObject[],
): NodeApiError {
	const [{ failure, itemIndex }] = failed;
	const [message, description] = inFull(failure);
	const named = failed.some(({ identity }) => Object.keys(identity).length > 0);
	const concerned = named
		? [
				...count(failed, 'rejected', 'Refused'),
				...count(failed, 'unknown', 'Unknown, may have been done'),
				...count(failed, 'notSent', 'Not sent'),
			]
		: [];
	const error = new NodeApiError(
		node,
		{ message },
		{ message, description: [description, ...concerned].join(' '), itemIndex },
	);
	error.context.data = { results };
	return error;
}

/** The hint of a run that ended without error although not everything was accepted. */
export function partialFailureHint(failed: readonly FailedUnit[], total: number): string {
	const counts = (['rejected', 'unknown', 'notSent'] as const).flatMap((status) => {
		const { length } = failed.filter(({ failure }) => failure.status === status);
		const words = {
			rejected: 'refused',
			unknown: 'unknown (may have been done)',
			notSent: 'not sent',
		};
		return length > 0 ? [`${length} ${words[status]}`] : [];
	});
	return `${failed.length} of ${total} were not accepted: ${counts.join(', ')}. See "status" and "reason" of each item.`;
}
