/** What people write after the keyword without changing what they ask for. */
const companions = new Set(['SMS', 'PUB', 'AU', 'SVP', 'STP', 'MERCI']);

/** The short numbers that STOP is sent to, such as 36180. */
const shortNumber = /^\d{4,6}$/;

/**
 * Whether a reply asks for no more messages: it begins with a keyword, in any case and with any signs around
 * it, and goes on, if at all, with a short number or one of the words that people add (`Stop.`, `stop sms`,
 * `STOP au 36180`). A sentence is none (`Stop à 15 h devant la gare ?`).
 *
 * @param keywords separated by commas, semicolons or line breaks; none means STOP
 */
export function isStop(text: string, keywords: string): boolean {
	const words = wordsOf(text);
	return readKeywords(keywords).some(
		(keyword) =>
			keyword.every((word, index) => words[index] === word) &&
			words
				.slice(keyword.length)
				.every((word) => companions.has(word) || shortNumber.test(word) || keyword.includes(word)),
	);
}

function readKeywords(keywords: string): string[][] {
	const read = keywords
		.split(/[,;\n]/)
		.map(wordsOf)
		.filter((words) => words.length > 0);
	return read.length > 0 ? read : [['STOP']];
}

/** Upper case, without accents and signs; `STOP36180` is two words. */
function wordsOf(text: string): string[] {
	const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
	return plain.match(/\p{L}+|\p{N}+/gu) ?? [];
}
