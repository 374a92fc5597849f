import type { TextRules } from './message-text';
import { measureText, partsAllowed } from './message-text';

const ELLIPSIS = '...';

/**
 * Writes a message and, on a line of its own, a link, so that both fit into the SMS that are allowed:
 * a message that is too long is cut, never the link.
 * @returns the text; longer than allowed only where the link alone is
 * @throws InvalidInputError for a character that cannot be sent, also in the part that is cut off
 */
export function cutToFit(message: string, link: string, rules: TextRules): string {
	const allowed = partsAllowed(rules.maxParts);
	const fits = (text: string) => measureText(text, rules).parts <= allowed;
	const whole = `${message.trim()}\n${link}`;
	if (fits(whole)) return whole;
	// A user-perceived character is never cut
	const characters = Array.from(new Intl.Segmenter().segment(message.trim()), (one) => one.segment);
	const cut = (length: number) =>
		`${characters.slice(0, length).join('').trimEnd()}${ELLIPSIS}\n${link}`;
	let [some, tooMany] = [0, characters.length];
	while (tooMany - some > 1) {
		const middle = Math.floor((some + tooMany) / 2);
		if (fits(cut(middle))) some = middle;
		else tooMany = middle;
	}
	return some > 0 ? cut(some) : link;
}
