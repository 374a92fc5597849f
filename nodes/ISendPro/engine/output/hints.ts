import type { NodeExecutionHint } from 'n8n-workflow';
import type { Hint, Settled } from '../task';

const STATUS_WORDS = {
	rejected: 'refused',
	unknown: 'unknown (may have been done)',
	notSent: 'not sent',
} as const;

/** How many parts without a value a hint names, and how many items for each. */
const MAX_NAMED_PARTS = 3;
const MAX_NAMED_ITEMS = 5;

/** A hint as n8n takes it. */
export function outputHint({ message, type }: Hint): NodeExecutionHint {
	return { message, type, location: 'outputPane' };
}

/** How many tasks were not accepted, and where that is said of each; nothing if all were. */
function failureSentence(settled: readonly Settled[], continueOnFail: boolean): string[] {
	const statuses = settled.flatMap((one) => {
		if (one.outcome === 'refused') return ['notSent'];
		return one.outcome === 'failed' ? [one.failure.status] : [];
	});
	if (statuses.length === 0) return [];
	const counts = (['rejected', 'unknown', 'notSent'] as const).flatMap((status) => {
		const { length } = statuses.filter((each) => each === status);
		return length > 0 ? [`${length} ${STATUS_WORDS[status]}`] : [];
	});
	const total = `${statuses.length} of ${settled.length} were not accepted`;
	const where = continueOnFail ? '"error" of each of them' : '"status" and "reason" of each item';
	return [`${total}: ${counts.join(', ')}. See ${where}.`];
}

/** How many tasks were left alone because an earlier try has done them; nothing if there are none. */
function earlierSentence(settled: readonly Settled[]): string[] {
	const { length } = settled.filter(
		({ outcome, isRestored }) => outcome === 'accepted' && isRestored,
	);
	return length > 0 ? [`${length} had been accepted in an earlier try of this execution.`] : [];
}

/** The hint of a run that waits for one answer, although there were more items to ask about. */
export function waitsOnceHint(items: number): NodeExecutionHint {
	return {
		message: `n8n waits once, so only the first of ${items} items was asked about. To ask about each, put a Loop Over Items node before this one.`,
		location: 'outputPane',
	};
}

/** A hint, how many tasks say it, and the item of the first. */
interface Said {
	readonly hint: Hint;
	readonly itemIndex: number;
	times: number;
}

/** `… (3 times, first in item 0: position 8)` */
function countedHint({ hint: { type, message, detail }, itemIndex, times }: Said): Hint {
	if (detail === undefined) return { type, message };
	const often = times === 1 ? 'once, in' : `${times} times, first in`;
	return { type, message: `${message} (${often} item ${itemIndex}: ${detail})` };
}

/** The hints of the accepted tasks, each once. */
function hintsOf(settled: readonly Settled[]): Hint[] {
	const hints = new Map<string, Said>();
	for (const { outcome, task, itemIndex, repeatedItem } of settled) {
		const isDone = outcome === 'accepted' || outcome === 'checked';
		if (!isDone) continue;
		const ofTask = repeatedItem === undefined ? (task.hints ?? []) : [task.repeatHint];
		for (const hint of ofTask) {
			const said = hint && hints.get(hint.message);
			if (said) said.times += 1;
			else if (hint) hints.set(hint.message, { hint, itemIndex, times: 1 });
		}
	}
	return [...hints.values()].map(countedHint);
}

/**
 * The hints of a run: those of its tasks, and at the end what was accepted. What was not comes first.
 * @param settled all tasks, repeats and refused input items included
 * @param summary what the operation says of the accepted tasks
 */
export function runHints(
	settled: readonly Settled[],
	{ summary, continueOnFail }: { summary?: string; continueOnFail: boolean },
): Hint[] {
	const accepted = summary === undefined ? [] : [summary, ...earlierSentence(settled)];
	const failures = failureSentence(settled, continueOnFail);
	const message = [...accepted, ...failures].join(' ');
	if (failures.length > 0) return [{ type: 'warning', message }, ...hintsOf(settled)];
	return [...hintsOf(settled), ...(message === '' ? [] : [{ type: 'info', message } as const])];
}

/** `a (items 1, 2), b (item 7)` */
function nameParts(itemsOf: ReadonlyMap<string, readonly number[]>): string {
	const named = [...itemsOf].slice(0, MAX_NAMED_PARTS).map(([code, items]) => {
		const more = items.length > MAX_NAMED_ITEMS ? ', …' : '';
		const numbers = items.slice(0, MAX_NAMED_ITEMS).join(', ');
		return `${code} (${items.length === 1 ? 'item' : 'items'} ${numbers}${more})`;
	});
	const left = itemsOf.size - named.length;
	return [...named, ...(left > 0 ? [`${left} more`] : [])].join(', ');
}

/**
 * The hint that texts have a part without a value.
 * @param missing the code of such parts, for each input item; nothing for an item that was refused
 * @returns none if every part has a value
 */
export function missingValuesHints(missing: ReadonlyArray<readonly string[] | undefined>): Hint[] {
	const itemsOf = new Map<string, number[]>();
	let read = 0;
	let concerned = 0;
	for (const [itemIndex, codes] of missing.entries()) {
		if (codes) read += 1;
		if (codes?.length) concerned += 1;
		for (const code of new Set(codes)) {
			const items = itemsOf.get(code);
			if (items) items.push(itemIndex);
			else itemsOf.set(code, [itemIndex]);
		}
	}
	if (concerned === 0) return [];
	const have = concerned === 1 ? 'has' : 'have';
	return [
		{
			type: 'warning',
			message: `${concerned} of ${read} texts ${have} a part without a value, so nothing stands there: ${nameParts(itemsOf)}`,
		},
	];
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
