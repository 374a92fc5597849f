import { readBalance } from '../../api/requests/balance';
import { asIdempotent, messageOf, notSent, RequestFailed } from '../../api/wire/failure';
import type { Billing, Usage } from '../../engine/operation';

const euros = (amount: number) => `€${amount.toFixed(2)}`;

/** With the decimals that a price has, so that two amounts that differ never look alike. */
function exactEuros(amount: number): string {
	const [whole, decimals = ''] = String(Number(amount.toFixed(4))).split('.');
	return `€${whole}.${decimals.padEnd(2, '0')}`;
}

/** Below what sums of prices lose to rounding. */
const ROUNDING = 1e-6;

const NOTHING_SENT = 'Nothing was sent.';
const CHECK_RECIPIENTS = 'Check that the workflow gives the recipients that you mean, or';

/** Whether a run may take more SMS, or dearer ones, than can be counted here. */
function orMore({ condition, dearerParts = 0 }: Usage): string {
	return condition !== undefined || dearerParts > 0 ? ' or more' : '';
}

/** The quantity of the balance counts SMS to metropolitan France, and so does the price [3.1]. */
function abroadNote({ dearerParts = 0 }: Usage): string {
	if (dearerParts === 0) return '';
	return ` ${dearerParts} SMS ${dearerParts === 1 ? 'goes' : 'go'} outside metropolitan France and may cost more than that price.`;
}

const supposing = ({ condition }: Usage) => (condition === undefined ? '' : `, ${condition}`);

/** What a run that sends SMS says of their number and price. */
export const billing: Billing = {
	limitExceeded: (usage, maxSms) =>
		notSent(
			`This run would take ${usage.parts} SMS${usage.condition === undefined ? '' : ' or more'}, more than the ${maxSms} of Maximum SMS`,
			`${NOTHING_SENT} ${CHECK_RECIPIENTS} raise the option Maximum SMS.`,
		),

	async readFunds(account) {
		try {
			const { credit, smsQuantity = 0 } = await readBalance(account, true);
			if (credit > 0 && smsQuantity > 0) return { credit, pricePerSms: credit / smsQuantity };
			const why = `, since the balance has no price per SMS (its credit is ${euros(credit)})`;
			return { unknownBecause: why };
		} catch (error) {
			if (!(error instanceof RequestFailed)) return { unknownBecause: `: ${String(error)}` };
			const cause = asIdempotent(error.failure);
			return { unknownBecause: `: ${messageOf(cause)}`, cause };
		}
	},

	costExceeded(usage, funds, { maxCost = Infinity, minimumCredit = -Infinity }) {
		if ('unknownBecause' in funds) {
			const { unknownBecause, cause } = funds;
			return notSent(
				`What this run would cost is not known${unknownBecause}`,
				`${NOTHING_SENT} Maximum Cost and Minimum Credit need the balance and its price per SMS. ${cause ? cause.description : 'Remove them to send without, or use Maximum SMS.'}`,
				{ code: cause?.code, apiMessage: cause?.apiMessage },
			);
		}
		const { credit, pricePerSms } = funds;
		const cost = usage.parts * pricePerSms;
		const costs = `This run would cost about ${exactEuros(cost)}${orMore(usage)} (${usage.parts} SMS at ${exactEuros(pricePerSms)}${supposing(usage)})`;
		const note = abroadNote(usage);
		if (cost > maxCost + ROUNDING) {
			return notSent(
				`${costs}, more than the ${exactEuros(maxCost)} of Maximum Cost`,
				`${NOTHING_SENT} ${CHECK_RECIPIENTS} raise the option Maximum Cost.${note}`,
			);
		}
		const left = credit - cost;
		if (left >= minimumCredit - ROUNDING) return undefined;
		const limit = `the ${exactEuros(minimumCredit)} of Minimum Credit`;
		return notSent(
			left < 0
				? `${costs}, more than the credit of ${exactEuros(credit)}, and leave less than ${limit}`
				: `${costs} and leave ${exactEuros(left)} of ${exactEuros(credit)}, less than ${limit}`,
			`${NOTHING_SENT} ${CHECK_RECIPIENTS} buy credit, or lower the option Minimum Credit.${note}`,
		);
	},

	dryRunHint(usage, funds) {
		const { parts } = usage;
		const takes = `Dry run: nothing was sent. This run would take ${parts} SMS`;
		if ('unknownBecause' in funds) {
			const message = `${takes}${supposing(usage)}. What that costs is not known${funds.unknownBecause}.`;
			return { type: 'warning', message };
		}
		const { credit, pricePerSms } = funds;
		const cost = parts * pricePerSms;
		const isCovered = cost <= credit + ROUNDING;
		const left = isCovered ? `is ${euros(credit)}` : `of ${euros(credit)} is not enough`;
		const message = `${takes}, about ${euros(cost)} at the price per SMS of the balance${supposing(usage)}.${abroadNote(usage)} The credit ${left}.`;
		return { type: isCovered ? 'info' : 'warning', message };
	},

	billedParts(result) {
		if (Array.isArray(result)) return undefined;
		return typeof result.billedParts === 'number' ? result.billedParts : undefined;
	},

	acceptedSummary(usage, funds) {
		const accepted = `${usage.parts} SMS accepted`;
		if (!funds || 'unknownBecause' in funds) return `${accepted}${supposing(usage)}.`;
		const cost = euros(usage.parts * funds.pricePerSms);
		return `${accepted}, about ${cost} at the price per SMS of the balance${supposing(usage)}.${abroadNote(usage)}`;
	},
};
