/** Where a web address may be; what it ends with may belong to the sentence around it. */
const CANDIDATE = /(?<![\p{Letter}\p{Number}])https?:\/\/[^\s\p{Control}<>"«»“”]+/giu;

const SCHEME_ALONE = /^https?:\/\/$/i;

const PUNCTUATION = ".,;:!?…'’";

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Leaves out the end of the sentence: `.` of `https://a.fr/1.`, `)` of `(https://a.fr/1)`. */
function withoutSentence(candidate: string): string {
	const open = new Map<string, number>();
	for (const character of candidate) open.set(character, (open.get(character) ?? 0) + 1);
	const countOf = (character: string) => open.get(character) ?? 0;
	let length = candidate.length;
	for (; length > 0; length -= 1) {
		const last = candidate.charAt(length - 1);
		const opening = OPENING[last];
		const isOutside =
			opening === undefined ? PUNCTUATION.includes(last) : countOf(last) > countOf(opening);
		if (!isOutside) break;
		open.set(last, countOf(last) - 1);
	}
	return candidate.slice(0, length);
}

/**
 * Replaces each web address in a text that begins with `https://` or `http://`, up to where the
 * sentence goes on.
 * @param write gives what to put in its place
 */
export function replaceLinks(text: string, write: (link: string) => string): string {
	return text.replace(CANDIDATE, (candidate) => {
		const link = withoutSentence(candidate);
		if (SCHEME_ALONE.test(link)) return candidate;
		return write(link) + candidate.slice(link.length);
	});
}
