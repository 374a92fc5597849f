import type { Account } from '../../api/wire/account';
import type { Funds, Operation } from '../operation';
import type { Pending, Settled } from '../task';
import { usageOf } from './sms-limit';

/**
 * Ends a dry run: all that would be submitted is `checked`, and nothing but the balance is asked for. A
 * hint of the first task says what the run would take.
 * @param known what is known of credit and price, if it was asked for before
 */
export async function completeDryRun(
	{ billing, prerequisite }: Operation,
	account: Account,
	pending: readonly Pending[],
	known?: Funds,
): Promise<Settled[]> {
	const checked = pending.map((one): Settled => ({ ...one, outcome: 'checked' }));
	const [first, ...others] = checked;
	if (!billing || !first) return checked;
	const funds = known ?? (await billing.readFunds(account));
	const { type, message } = billing.dryRunHint(usageOf(pending.map(({ task }) => task)), funds);
	const hasStandIns = pending.some(({ task }) => task.requires?.length);
	const note = hasStandIns && prerequisite?.standInNote;
	const hint = { type, message: note ? `${message} ${note}` : message };
	const task = { ...first.task, hints: [hint, ...(first.task.hints ?? [])] };
	return [{ ...first, task }, ...others];
}
