import { InvalidInputError } from '../errors';
import { startOf } from '../text/character';
import { parseUrl } from '../text/url';
import type { Account } from '../wire/account';
import { describeCode } from '../wire/codes';
import { failureWithout, RequestFailed } from '../wire/failure';

/**
 * Checks the target of a short link.
 * @returns the address as browsers send it: in ASCII, its host in punycode and the rest
 * percent-encoded, so that no character can be lost
 * @throws InvalidInputError for anything but the address of a web page
 */
export function checkTarget(written: string): string {
	const address = written.trim();
	const shown = startOf(address, 100);
	// URL silently drops a line break
	if (/[\p{Control}\p{Surrogate}]/u.test(address)) {
		throw new InvalidInputError(
			`The URL "${shown}" has a line break or another character that no URL can have`,
			'Remove it.',
		);
	}
	const url = parseUrl(address);
	if (!url) {
		throw new InvalidInputError(
			`"${shown}" is not a URL`,
			'Give a whole one, with https:// in front, for example https://www.example.com/offer?id=1.',
		);
	}
	if (url.protocol === 'https:' || url.protocol === 'http:') return url.href;
	throw new InvalidInputError(
		`The URL "${shown}" does not begin with https:// or http://`,
		'A short link can only lead to a web page.',
	);
}

/** One calendar month later, or the last day of that month where there is no such day [3.18]. */
export function aMonthAfter(start: Date): Date {
	const end = new Date(start);
	end.setUTCMonth(end.getUTCMonth() + 1);
	// 31 January plus a month is no 3 March
	if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0);
	return end;
}

/**
 * Makes a short link [3.18].
 * @param target as of {@link checkTarget}
 * @returns the link as iSendPro writes it, without scheme: `www.sms.ht/aOHi`
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function createShortLink(account: Account, target: string): Promise<string> {
	const { fields } = await account.ask([['shortlink', target]]);
	const link = fields.shortlink?.replace(/^https?:\/\//i, '');
	if (link && describeCode(fields.code).kind === 'success') return link;
	throw new RequestFailed(failureWithout('the short link', fields));
}
