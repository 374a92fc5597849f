import type { TextRules } from './message-text';
import { measureText, partsAllowed } from './message-text';

const ELLIPSIS = '...';

function fits(text: string, rules: TextRules): boolean {
	return measureText(text, rules).parts <= partsAllowed(rules.maxParts);
}

/**
 * Finds where a text may be cut. All of the text is read a few times, not once a character.
 * @param isShortEnough of a beginning of the text; true of none that is longer than one of which it is not
 * @returns two neighbours: the end of the longest beginning that is short enough, and of the next one.
 * A user-perceived character is never cut
 */
function findCut(text: string, isShortEnough: (beginning: string) => boolean): [number, number] {
	const segments = new Intl.Segmenter().segment(text);
	let [some, low, high] = [0, 0, text.length];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		const end = segments.containing(middle)?.index ?? middle;
		if (end <= some) low = middle;
		else if (isShortEnough(text.slice(0, end))) [some, low] = [end, middle];
		else high = end;
	}
	return [some, high];
}

/**
 * Writes a message as it would be submitted, and leaves of one that is too long no more than what decides
 * where it is cut: so it is read once for however many links.
 * @returns a message for {@link cutToFit}, which cuts it where it would cut the other, before any link
 * that is longer than "..."
 * @throws InvalidInputError as of {@link measureText}
 */
export function trimForCut(message: string, rules: TextRules): string {
	const text = measureText(message, rules).submitted.trim();
	const isShortEnough = (beginning: string) => fits(`${beginning.trimEnd()}${ELLIPSIS}`, rules);
	if (isShortEnough(text)) return text;
	const [, tooMany] = findCut(text, isShortEnough);
	return text.slice(0, tooMany);
}

/**
 * Writes a message and, on a line of its own, a link, so that both fit into the SMS that are allowed:
 * a message that is too long is cut, never the link.
 * @returns the text; longer than allowed only where the link alone is
 * @throws InvalidInputError for a character that cannot be sent, also in the part that is cut off
 */
export function cutToFit(message: string, link: string, rules: TextRules): string {
	const text = message.trim();
	const whole = `${text}\n${link}`;
	if (fits(whole, rules)) return whole;
	const cut = (beginning: string) => `${beginning.trimEnd()}${ELLIPSIS}\n${link}`;
	const [end] = findCut(text, (beginning) => fits(cut(beginning), rules));
	return end > 0 ? cut(text.slice(0, end)) : link;
}
