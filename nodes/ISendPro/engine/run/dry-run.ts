import type { Account } from '../../api/wire/account';
import type { Operation } from '../operation';
import type { Hint, Pending, Settled } from '../task';
import { usageOf } from './sms-limit';

/**
 * Ends a dry run: all that would be submitted is `checked`, and nothing but the balance is asked for.
 * @returns what was checked, and a hint on what the run would take
 */
export async function completeDryRun(
	{ billing, prerequisite }: Operation,
	account: Account,
	pending: readonly Pending[],
): Promise<{ settled: Settled[]; hints: Hint[] }> {
	const settled = pending.map(({ index, itemIndex, task }): Settled => ({
		index,
		itemIndex,
		task,
		outcome: 'checked',
	}));
	if (!billing || settled.length === 0) return { settled, hints: [] };
	const { type, message } = await billing.dryRunHint(account, usageOf(pending));
	const hasStandIns = pending.some(({ task }) => task.requires?.length);
	const note = hasStandIns ? prerequisite?.standInNote : undefined;
	return { settled, hints: [{ type, message: note ? `${message} ${note}` : message }] };
}
