/**
 * Finds where braces stand that are not escaped: n8n takes an odd number of backslashes before them for
 * an escape.
 */
function findBraces(text: string, braces: string, from: number): number {
	let at = text.indexOf(braces, from);
	while (at !== -1) {
		const [backslashes = ''] = /\\*$/.exec(text.slice(from, at)) ?? [];
		if (backslashes.length % 2 === 0) return at;
		from = at + braces.length;
		at = text.indexOf(braces, from);
	}
	return -1;
}

/** An expression, cut as n8n cuts it. */
export interface SplitExpression {
	/** The code of each part, with its braces. */
	readonly codes: readonly string[];
	/** The text before each part, and that behind the last. */
	readonly texts: readonly string[];
}

/**
 * Cuts an expression into its parts, as n8n does: the next `}}` ends a part, even in a quoted text. Braces
 * that are never closed are text.
 * @param raw the parameter as the workflow stores it, with its `=`
 */
export function splitExpression(raw: string): SplitExpression {
	const codes: string[] = [];
	const texts: string[] = [];
	let from = 1;
	for (;;) {
		const opening = findBraces(raw, '{{', from);
		const closing = opening === -1 ? -1 : findBraces(raw, '}}', opening + 2);
		if (closing === -1) return { codes, texts: [...texts, raw.slice(from)] };
		texts.push(raw.slice(from, opening));
		from = closing + 2;
		codes.push(raw.slice(opening, from));
	}
}
