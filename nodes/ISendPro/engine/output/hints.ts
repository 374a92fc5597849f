import type { NodeExecutionHint } from 'n8n-workflow';
import type { Failed, Hint, Settled } from '../task';

const STATUS_WORDS = {
	rejected: 'refused',
	unknown: 'unknown (may have been done)',
	notSent: 'not sent',
} as const;

/** A hint as n8n takes it. */
export function outputHint({ message, type }: Hint): NodeExecutionHint {
	return { message, type, location: 'outputPane' };
}

/**
 * The hint of a run that ended without error although not everything was accepted.
 * @param total of the tasks, repeats included
 */
export function partialFailureHint(failures: readonly Failed[], total: number): Hint {
	const counts = (['rejected', 'unknown', 'notSent'] as const).flatMap((status) => {
		const { length } = failures.filter(({ failure }) => failure.status === status);
		return length > 0 ? [`${length} ${STATUS_WORDS[status]}`] : [];
	});
	return {
		type: 'warning',
		message: `${failures.length} of ${total} were not accepted: ${counts.join(', ')}. See "status" and "reason" of each item.`,
	};
}

/** The hint of a run that waits for one answer, although there were more items to ask about. */
export function waitsOnceHint(items: number): NodeExecutionHint {
	return {
		message: `n8n waits once, so only the first of ${items} items was asked about. To ask about each, put a Loop Over Items node before this one.`,
		location: 'outputPane',
	};
}

/** The hints of the accepted tasks, each once. */
export function hintsOf(settled: readonly Settled[]): Hint[] {
	const hints = new Map<string, Hint>();
	for (const { outcome, task, repeatedItem } of settled) {
		const isDone = outcome === 'accepted' || outcome === 'checked';
		if (!isDone || repeatedItem !== undefined) continue;
		for (const hint of task.hints ?? []) hints.set(hint.message, hint);
	}
	return [...hints.values()];
}

/**
 * What a run with once keys says of them.
 * @param unreleased how many of what was not done could not be released
 */
export function onceHints(settled: readonly Settled[], unreleased: number): Hint[] {
	const skipped = settled.filter(
		({ outcome, repeatedItem }) => outcome === 'skipped' && repeatedItem === undefined,
	);
	const isDryRun = settled.some(({ outcome, task }) => outcome === 'checked' && task.onceKey);
	return [
		...(skipped.length > 0 ? [doneEarlierHint(skipped.length, settled.length)] : []),
		...(isDryRun ? [NOT_LOOKED_UP] : []),
		...(unreleased > 0 ? [unreleasedHint(unreleased)] : []),
	];
}

/** n8n cannot look once keys up without recording them. */
const NOT_LOOKED_UP: Hint = {
	type: 'info',
	message:
		'The dry run did not look whether an earlier run has used the Once Key, and did not record it: the real run may skip some of these.',
};

function doneEarlierHint(skipped: number, total: number): Hint {
	return {
		type: 'info',
		message: `${skipped} of ${total} were skipped: earlier runs of this node with the same Once Key have sent them, or may have. Runs in the editor count too.`,
	};
}

function unreleasedHint(count: number): Hint {
	return {
		type: 'warning',
		message: `n8n could not release the Once Key of ${count} that were not sent: another run with the same key skips them. To send them, change the Once Key.`,
	};
}
