/**
 * Reads a web address. Not with `URL.canParse`, which in Node.js 20 refuses valid addresses with letters
 * beyond Latin-1 after many calls.
 * @returns undefined if it is not an address
 */
export function parseUrl(address: string): URL | undefined {
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}
