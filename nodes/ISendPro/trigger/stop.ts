/** What people write beside the keyword without changing what they ask for. */
const COMPANIONS = new Set(
	(
		'BONJOUR BONSOIR SMS MMS PUB PUBS PUBLICITE PUBLICITES SPAM SPAMS MESSAGE MESSAGES ENVOI ENVOIS ' +
		'A AU AUX CE CES DE LA LE LES TOUS TOUT VOS VOTRE SVP STP MERCI'
	).split(' '),
);

/** What is also written in one word with it: `STOPSMS`. */
const GLUED = ['SMS', 'PUB'];

/** The short numbers that STOP is sent to, such as 36180. */
const SHORT_NUMBER = /^\d{4,6}$/;

/**
 * Whether a reply asks for no more messages: a keyword, in any case and with any signs around it,
 * and beside it, if anything, a short number or words that people add (`Stop.`, `stop sms`,
 * `STOP au 36 180`, `Bonjour, stop la pub`). A sentence is none (`Stop à 15 h devant la gare ?`,
 * `ne stoppez pas`).
 *
 * @param keywords separated by commas, semicolons or line breaks; none means STOP
 */
export function isStop(text: string, keywords: string): boolean {
	const words = wordsOf(text);
	return readKeywords(keywords).some((keyword) => {
		const last = keyword.length - 1;
		const isPart = (word: string | undefined, index: number) =>
			word === keyword[index] ||
			(index === last && GLUED.some((end) => word === `${keyword[last]}${end}`));
		return (
			words.some((_, start) => keyword.every((_, index) => isPart(words[start + index], index))) &&
			words.every(
				(word) =>
					COMPANIONS.has(word) ||
					SHORT_NUMBER.test(word) ||
					keyword.some((_, index) => isPart(word, index)),
			)
		);
	});
}

function readKeywords(keywords: string): string[][] {
	const read = keywords
		.split(/[,;\n]/)
		.map(wordsOf)
		.filter((words) => words.length > 0);
	return read.length > 0 ? read : [['STOP']];
}

/** Upper case, without accents and signs; `STOP36180` is two words, and so is `STOP 36 180`. */
function wordsOf(text: string): string[] {
	const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
	const joined = plain.replace(/(?<!\d)(\d\d)[ .](\d{3})(?!\d)/g, '$1$2');
	return joined.match(/\p{L}+|\p{N}+/gu) ?? [];
}
