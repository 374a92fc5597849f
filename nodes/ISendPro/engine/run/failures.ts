import type { InvalidInputError } from '../../api/errors';
import type { Failure } from '../../api/wire/failure';
import { notSent, outcomeUnknown } from '../../api/wire/failure';

/** A task that was submitted when the run ended. */
export const interrupted = (): Failure =>
	outcomeUnknown('The run was interrupted while iSendPro was being asked');

/** A task of an execution in which n8n was killed: nothing tells what was submitted. */
export const lostInCrash = (): Failure =>
	outcomeUnknown(
		'n8n was stopped in the middle of this execution',
		'Look in the iSendPro customer area, or for SMS in the campaign report, what was done, and start a new execution for the rest: this one cannot be retried.',
	);

/** A task that is no longer as it was checked once it is final. */
export const invalidInput = ({ message, description }: InvalidInputError): Failure =>
	notSent(message, description);

/** A task that need not be submitted, since an earlier failure of the run would recur. */
export function skippedBecauseOf(earlier: Failure): Failure {
	const cause = earlier.message + (earlier.code === undefined ? '' : `, code ${earlier.code}`);
	const description = earlier.ambiguous
		? 'This one was not sent. Run it again once iSendPro answers.'
		: earlier.description;
	return notSent(`Not sent, because an earlier request failed: ${cause}`, description, {
		stops: earlier.stops,
	});
}

/** A task whose turn did not come before the execution was stopped. */
export const executionStopped = (): Failure =>
	notSent('Not sent, because the execution was stopped', 'Run it again.');

/** A run that cannot record its once keys: whatever it did, it might do again. */
export const onceKeysUnavailable = (why: string): Failure =>
	notSent(
		`Not sent, because n8n could not record the Once Key: ${why}`,
		"Save the workflow, check that n8n's database works, and run it again. If this n8n is too old for Once Key, update it or remove the option.",
		{ stops: 'run' },
	);

/** A run with more once keys than a node remembers. */
export const tooManyOnceKeys = (count: number, limit: number): Failure =>
	notSent(
		`Not sent, because this run has ${count} Once Keys, more than the ${limit} that a node remembers`,
		'Give the node fewer items at a time, or remove the option Once Key.',
		{ stops: 'run' },
	);

/** A task whose time passed before its turn came. */
export const timeHasPassed = (): Failure =>
	notSent(
		'Not sent, because its time passed before its turn came',
		'Run it again. If Send At is a fixed time, choose a later one first.',
	);
