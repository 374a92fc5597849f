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

/**
 * Cuts an expression into its parts, as n8n does: the next `}}` ends a part, even in a quoted text.
 * @param raw the parameter as the workflow stores it, with its `=`
 * @returns the code of each part, with its braces; braces that are never closed are text
 */
export function splitExpression(raw: string): string[] {
	const parts: string[] = [];
	let from = 1;
	for (;;) {
		const opening = findBraces(raw, '{{', from);
		const closing = opening === -1 ? -1 : findBraces(raw, '}}', opening + 2);
		if (closing === -1) return parts;
		from = closing + 2;
		parts.push(raw.slice(opening, from));
	}
}
