import type { NodeExecutionHint } from 'n8n-workflow';
import type { Failed, Hint, Settled } from '../task';

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
