import type { IDataObject } from 'n8n-workflow';
import { aMonthAfter, checkTarget, createShortLink } from '../../api/requests/short-link';
import { startOf } from '../../api/text/character';
import { replaceLinks } from '../../api/text/links';
import type { Failure } from '../../api/wire/failure';
import { notSent } from '../../api/wire/failure';
import type { Prerequisite } from '../../engine/operation';
import type { Hint } from '../../engine/task';

/** Stands for a short link that is not made yet; as long as that of the manual [3.18]. */
export const STAND_IN = 'www.sms.ht/XXXX';

/**
 * A message that is not submitted, because a link in it has no short link.
 * @param target where the link leads to
 */
export function linkNotShortened(target: string, cause: Failure): Failure {
	const { code, apiMessage, isFinal } = cause;
	const again = isFinal
		? 'The link is not asked for again in this execution: start a new execution, or remove the option Shorten Links.'
		: cause.description;
	return notSent(
		`The link ${startOf(target, 100)} could not be shortened: ${cause.message}`,
		`Nothing that holds it was sent. ${again}`,
		{ code, apiMessage, isFinal },
	);
}

/**
 * A question that is not submitted, because its link has no short link. What else stands in the way,
 * such as a wrong key, stays what it is.
 */
export function pageNotShortened(_page: string, cause: Failure): Failure {
	if (cause.status !== 'unknown') return cause;
	return notSent(
		`Not sent, because its link could not be shortened: ${cause.message}`,
		'Run it again: no SMS went out. Or switch the option Shorten Link off.',
	);
}

/** The short links of the links in a text [3.18]. */
export const shortLinks: Prerequisite = {
	idempotent: false,
	resolve: createShortLink,
	failure: linkNotShortened,
	standInNote: `No link was shortened: ${STAND_IN} stands for each, and has as many characters as a short link of iSendPro.`,
};

/** The short link of a question's page. Only the person asked gets it, so a second one does no harm. */
export const pageLink: Prerequisite = {
	idempotent: true,
	resolve: createShortLink,
	failure: pageNotShortened,
};

/**
 * Warns of a question that waits for longer than its short link works [3.18].
 * @param until when the waiting ends; without it, nobody has said how long it takes
 */
export function linkHints(until: Date | undefined, now: Date): Hint[] {
	const end = aMonthAfter(now);
	if (until === undefined || until <= end) return [];
	const days = (time: Date) => time.toISOString().slice(0, 10);
	const message = `The short link to the page works for one month, until ${days(end)}, and this question waits until ${days(until)}: after the link has ended, nobody can answer. Shorten Limit Wait Time, or switch the option Shorten Link off.`;
	return [{ type: 'warning', message }];
}

/** A message whose links are short, and which they are. */
export interface Shortened {
	message: string;
	/** The pages that its links lead to, each different one once, in order. */
	targets: string[];
	/** What an output says of them. */
	links: { links?: IDataObject[] };
}

/**
 * Writes a message with a short link in the place of each link, or a stand-in where there is none yet.
 * @throws InvalidInputError for a link that no browser would open
 */
export function shortenLinks(
	written: string,
	resolved: ReadonlyMap<string, string> = new Map(),
): Shortened {
	const targets = new Set<string>();
	const message = replaceLinks(written, (link) => {
		const target = checkTarget(link);
		targets.add(target);
		return resolved.get(target) ?? STAND_IN;
	});
	const links = [...targets].map((target): IDataObject => {
		const shortLink = resolved.get(target);
		return { target, ...(shortLink === undefined ? {} : { shortLink }) };
	});
	return { message, targets: [...targets], links: links.length > 0 ? { links } : {} };
}
