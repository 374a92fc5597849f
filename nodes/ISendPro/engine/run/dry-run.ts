import type { Account } from '../../api/wire/account';
import type { Operation } from '../operation';
import type { Pending, Settled } from '../task';
import { usageOf } from './sms-limit';

/**
 * Ends a dry run: all that would be submitted is `checked`, and nothing but the balance is asked for. A
 * hint of the first task says what the run would take.
 */
export async function completeDryRun(
	{ billing, prerequisite }: Operation,
	account: Account,
	pending: readonly Pending[],
): Promise<Settled[]> {
	const checked = pending.map((one): Settled => ({ ...one, outcome: 'checked' }));
	const [first, ...others] = checked;
	if (!billing || !first) return checked;
	const { type, message } = await billing.dryRunHint(account, usageOf(pending));
	const hasStandIns = pending.some(({ task }) => task.requires?.length);
	const note = hasStandIns && prerequisite?.standInNote;
	const hint = { type, message: note ? `${message} ${note}` : message };
	const task = { ...first.task, hints: [hint, ...(first.task.hints ?? [])] };
	return [{ ...first, task }, ...others];
}
