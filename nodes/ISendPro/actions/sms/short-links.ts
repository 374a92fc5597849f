import type { IDataObject } from 'n8n-workflow';
import { checkTarget, createShortLink } from '../../api/requests/short-link';
import { replaceLinks } from '../../api/text/links';
import { linkNotShortened } from '../../api/wire/failure';
import type { Preliminary, Run } from '../../engine/operation';

/** Stands for a short link that is not made yet; as long as that of the manual [3.18]. */
const STAND_IN = 'www.sms.ht/XXXX';

/** Short links have to be asked for before the texts that hold them are final [3.18]. */
export const shortLinks: Preliminary = {
	ask: createShortLink,
	failure: linkNotShortened,
	standIn: `No link was shortened: ${STAND_IN} stands for each, and has as many characters as a short link of iSendPro.`,
};

/** A message whose links are short, and which they are. */
export interface Shortened {
	message: string;
	/** The pages that its links lead to, each different one once, in order. */
	targets: string[];
	/** Those of them whose short link is not made yet. */
	needs: string[];
	/** What an output says of them. */
	shown: { links?: IDataObject[] };
}

/**
 * Writes a message with a short link in the place of each link, or what stands for it until it is made.
 * @throws InvalidInputError for a link that no browser would open
 */
export function shortenLinks(written: string, { obtained }: Run): Shortened {
	const targets = new Set<string>();
	const message = replaceLinks(written, (link) => {
		const target = checkTarget(link);
		targets.add(target);
		return obtained.get(target) ?? STAND_IN;
	});
	const links = [...targets].map((target): IDataObject => {
		const shortLink = obtained.get(target);
		return { target, ...(shortLink === undefined ? {} : { shortLink }) };
	});
	return {
		message,
		targets: [...targets],
		needs: [...targets].filter((target) => !obtained.has(target)),
		shown: links.length > 0 ? { links } : {},
	};
}
