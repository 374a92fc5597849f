import { positionAt } from './alphabet';

/** `\n` or `\r\n`, typed as a backslash and a letter; in JSON that was escaped twice, two backslashes. */
const TYPED = '(?<!\\\\)(?:\\\\{1,2}r)?\\\\{1,2}n';
/** A path of Windows, up to its closing quote where it has one: `C:\new`, `\\server\notes`, `%TEMP%\n`. */
const ROOT = '(?:[C-Zc-z]:|\\\\\\\\[^\\s\\\\]+|%\\w+%|\\.\\.?|HK[A-Z_]+)\\\\(?!\\\\)';
const PATH = [
	`(?<=")${ROOT}[^"\\r\\n]*`,
	// a folder may have a space in its name: C:\new folder\names
	`(?<![^\\s"'«“‘(=])${ROOT}\\S*(?: [^\\s\\\\]+\\\\\\S*)*`,
].join('|');

const TYPED_OR_PATH = new RegExp(`(${PATH})|${TYPED}`, 'g');

/**
 * Turns line breaks that people and language models type as `\n` into real ones, but for those that are
 * part of a path.
 * @returns the text, and the 1-based position of its first typed line break
 */
export function breakTypedLines(text: string): { text: string; position?: number } {
	if (!text.includes('\\')) return { text };
	let first: number | undefined;
	const broken = text.replace(TYPED_OR_PATH, (found, path: string | undefined, offset: number) => {
		if (path !== undefined) return found;
		first ??= offset;
		return '\n';
	});
	if (first === undefined) return { text };
	return { text: broken, position: positionAt(text, first) };
}
