/**
 * Reads a web address. Not `URL.canParse`, which in Node.js 20 says no to good addresses with
 * letters beyond Latin-1 once it has been called often.
 * @returns undefined if it is none
 */
export function parseUrl(address: string): URL | undefined {
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}
