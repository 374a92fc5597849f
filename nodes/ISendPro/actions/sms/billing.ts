import { readBalance } from '../../api/requests/balance';
import type { Account } from '../../api/wire/account';
import { messageOf, notSent, RequestFailed } from '../../api/wire/failure';
import type { Billing, Usage } from '../../engine/operation';

const euros = (amount: number) => `€${amount.toFixed(2)}`;

/** What SMS cost, by the balance [3.1]: the end of a hint, and whether the credit is known to suffice. */
async function estimateCost(
	account: Account,
	{ parts, condition }: Usage,
): Promise<{ estimate: string; isCovered: boolean }> {
	const supposing = condition === undefined ? '' : `, ${condition}`;
	const unknown = (why: string) => ({
		estimate: `${supposing}. What that costs is not known${why}`,
		isCovered: false,
	});
	try {
		const { credit, smsQuantity = 0 } = await readBalance(account, true);
		if (credit <= 0 || smsQuantity <= 0) {
			return unknown(`, since the balance has no price per SMS. The credit is ${euros(credit)}.`);
		}
		const cost = euros((parts * credit) / smsQuantity);
		const isCovered = parts <= smsQuantity;
		const left = isCovered ? `is ${euros(credit)}` : `of ${euros(credit)} is not enough`;
		const estimate = `, about ${cost} at the price per SMS of the balance${supposing}. The credit ${left}.`;
		return { estimate, isCovered };
	} catch (error) {
		const why = error instanceof RequestFailed ? messageOf(error.failure) : String(error);
		return unknown(`: ${why}.`);
	}
}

/** What a run that sends SMS says of their number and price. */
export const billing: Billing = {
	limitExceeded: ({ parts, condition }, maxSms) =>
		notSent(
			`This run would take ${parts} SMS${condition === undefined ? '' : ' or more'}, more than the ${maxSms} of Maximum SMS`,
			'Nothing was sent. Check that the workflow gives the recipients that you mean, or raise the option Maximum SMS.',
		),

	async dryRunHint(account, usage) {
		const { estimate, isCovered } = await estimateCost(account, usage);
		return {
			type: isCovered ? 'info' : 'warning',
			message: `Dry run: nothing was sent. This run would take ${usage.parts} SMS${estimate}`,
		};
	},
};
