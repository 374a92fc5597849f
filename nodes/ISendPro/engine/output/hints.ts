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
		if (!isDone) continue;
		const ofTask = repeatedItem === undefined ? task.hints : [task.repeatHint];
		for (const hint of ofTask ?? []) if (hint) hints.set(hint.message, hint);
	}
	return [...hints.values()];
}
