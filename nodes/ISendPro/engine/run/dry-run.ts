import type { NodeExecutionHint } from 'n8n-workflow';
import { readBalance } from '../../api/requests/balance';
import type { Account } from '../../api/wire/account';
import { messageOf, RequestFailed, tooManySms } from '../../api/wire/failure';
import type { Operation, Steering } from '../operation';
import { itemsOf } from '../output/compose';
import type { Entry } from './plan';

/** What entries take, as far as it can be counted. */
interface Sum {
	parts: number;
	/** The condition under which they take just these. */
	condition?: string;
}

function sumOf(entries: readonly Entry[]): Sum {
	return {
		parts: entries.reduce((sum, { unit: { parts = 0 } }) => sum + parts, 0),
		condition: entries.find(({ unit }) => unit.partsIf)?.unit.partsIf,
	};
}

/**
 * Lets a run that takes more SMS than allowed fail before its next request.
 * @param entries all that would be submitted
 */
export function keepWithin({ maxSms = Infinity }: Steering, entries: readonly Entry[]): void {
	const { parts, condition } = sumOf(entries);
	if (parts <= maxSms) return;
	const failure = tooManySms(parts, maxSms, condition !== undefined);
	for (const entry of entries) entry.outcome = { failure };
}

const euros = (amount: number) => `€${amount.toFixed(2)}`;

/** What an SMS costs, by the balance [3.1]; the end of a hint, and whether it has bad news. */
async function priceOf(
	account: Account,
	{ parts, condition }: Sum,
): Promise<{ words: string; good: boolean }> {
	const supposing = condition === undefined ? '' : `, ${condition}`;
	try {
		const { credit, smsQuantity = 0 } = await readBalance(account, true);
		if (credit <= 0 || smsQuantity <= 0) {
			return {
				words: `${supposing}. What that costs is not known, since the balance has no price per SMS. The credit is ${euros(credit)}.`,
				good: false,
			};
		}
		const cost = (parts * credit) / smsQuantity;
		const good = parts <= smsQuantity;
		const left = good ? `is ${euros(credit)}` : `of ${euros(credit)} is not enough`;
		return {
			words: `, about ${euros(cost)} at the price per SMS of the balance${supposing}. The credit ${left}.`,
			good,
		};
	} catch (error) {
		const why = error instanceof RequestFailed ? messageOf(error.failure) : String(error);
		return { words: `${supposing}. What that costs is not known: ${why}.`, good: false };
	}
}

/**
 * Ends a dry run: all that would be submitted is `checked`, and nothing but the balance is asked for.
 * @param entries all that would be submitted
 * @returns a hint on what the run would take
 */
export async function checkOnly(
	{ preliminary }: Operation,
	account: Account,
	entries: readonly Entry[],
): Promise<NodeExecutionHint> {
	const sum = sumOf(entries);
	for (const entry of entries) {
		entry.outcome = { items: itemsOf(entry.unit, { status: 'checked' }) };
	}
	const { words, good } = await priceOf(account, sum);
	const standsIn = preliminary && entries.some(({ unit }) => unit.needs?.length);
	return {
		message: `Dry run: nothing was sent. This run would take ${sum.parts} SMS${words}${standsIn ? ` ${preliminary.standIn}` : ''}`,
		location: 'outputPane',
		type: good ? 'info' : 'warning',
	};
}
