import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { compose } from './compose';

/** Where the page lies. */
export const CHARACTERS_PAGE = join(__dirname, '..', '..', '..', 'docs', 'characters.md');

/** The Unicode blocks that French business texts use, and three from which nothing can be sent. */
const blocks = [
	['Basic Latin', 0x0020, 0x007e],
	['Latin-1 Supplement', 0x00a0, 0x00ff],
	['Latin Extended-A', 0x0100, 0x017f],
	['Latin Extended Additional', 0x1e00, 0x1eff],
	['Spacing Modifier Letters', 0x02b0, 0x02ff],
	['General Punctuation', 0x2000, 0x206f],
	['Superscripts and Subscripts', 0x2070, 0x209f],
	['Currency Symbols', 0x20a0, 0x20c0],
	['Letterlike Symbols', 0x2100, 0x214f],
	['Number Forms', 0x2150, 0x218f],
	['Arrows', 0x2190, 0x21ff],
	['Mathematical Operators', 0x2200, 0x22ff],
	['Enclosed Alphanumerics', 0x2460, 0x24ff],
	['Box Drawing', 0x2500, 0x257f],
	['Geometric Shapes', 0x25a0, 0x25ff],
	['Miscellaneous Symbols', 0x2600, 0x26ff],
	['Dingbats', 0x2700, 0x27bf],
	['CJK Compatibility', 0x3300, 0x33ff],
	['Alphabetic Presentation Forms (Latin)', 0xfb00, 0xfb06],
	['Halfwidth and Fullwidth Forms', 0xff00, 0xffef],
	['Mathematical Alphanumeric Symbols', 0x1d400, 0x1d7ff],
	['Greek and Coptic', 0x0370, 0x03ff],
	['Cyrillic', 0x0400, 0x04ff],
	['Emoticons', 0x1f600, 0x1f64f],
] as const;

/** What the phone shows of one character, which stands between two that are always sent. */
function shown(character: string): string | undefined {
	try {
		const { text } = compose(`a${character}b`, { encoding: 'gsm' });
		return text.slice(1, -1);
	} catch (error) {
		if (error instanceof InvalidInputError) return undefined;
		throw error;
	}
}

function charactersFrom(first: number, last: number): string[] {
	return Array.from({ length: last - first + 1 }, (_, index) =>
		String.fromCodePoint(first + index),
	).filter((character) => !/[\p{Unassigned}\p{Mark}]/u.test(character));
}

/** Shows a character in a table of Markdown, invisible ones by their code. */
function cell(character: string): string {
	if (/^[\p{Other}\p{Separator}\p{Mark}]/u.test(character)) {
		return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	}
	return /[\\|`*_<>[\]~]/.test(character) ? `\\${character}` : character;
}

const MAX_SHOWN = 14;

function few(characters: readonly string[]): string {
	const more = characters.length > MAX_SHOWN ? ' …' : '';
	return characters.slice(0, MAX_SHOWN).map(cell).join(' ') + more;
}

function row([name, first, last]: (typeof blocks)[number]): string {
	const kinds = { written: 0, replaced: 0, refused: [] as string[] };
	for (const character of charactersFrom(first, last)) {
		const text = shown(character);
		if (text === undefined) kinds.refused.push(character);
		else if (text === character) kinds.written += 1;
		else kinds.replaced += 1;
	}
	const { written, replaced, refused } = kinds;
	return `| ${name} | ${written} | ${replaced} | ${refused.length} | ${few(refused)} |`;
}

/** What becomes of signs, a line for each result: letters and numbers follow rules. */
function replacementRows(): string[] {
	const byText = new Map<string, string[]>();
	for (const [block, first, last] of blocks) {
		if (block === 'Enclosed Alphanumerics' || block === 'CJK Compatibility') continue;
		for (const character of charactersFrom(first, last)) {
			const text = shown(character);
			if (text === undefined || text === character || /^[\p{Letter}\p{Number}]/u.test(character))
				continue;
			byText.set(text, [...(byText.get(text) ?? []), character]);
		}
	}
	return [...byText].map(
		([text, characters]) =>
			`| ${few(characters)} | ${unseen.get(text) ?? [...text].map(cell).join('')} |`,
	);
}

const unseen = new Map([
	['', 'nothing'],
	[' ', 'a space'],
	['\n', 'a line break'],
]);

/** The page on characters, as the code has them. */
export function charactersPage(): string {
	return [
		'# Characters',
		'',
		'What becomes of each character in a message with the option **Message Unsupported Characters** at its',
		'default, **Replace by Similar Ones**. A character arrives as it was written, or is replaced by the way in',
		'which people write it where they lack it, or is refused before anything is sent. With **Message Encoding**',
		'set to Automatic, a text abroad goes out as Unicode only if it has a character that would be refused.',
		'',
		'With **Replace or Leave Out**, what would be refused is left out instead, and the `text` of the output is',
		'what was sent. A message of which nothing would be left is refused.',
		'',
		'**In a link** that begins with `https://`, `http://` or `www.` no character is replaced, since it would lead',
		'elsewhere. What would be is percent-encoded there: `https://a.fr/forêt` arrives as `https://a.fr/for%C3%AAt`,',
		'which is the same page, `m²` as `m%C2%B2`, and the host `forêt.fr` as `xn--fort-ipa.fr`. Such a link is longer;',
		'Shorten Links makes it short. What else would be refused is refused in a link too, and never left out.',
		'With **Refuse the Message** nothing is encoded.',
		'',
		'**White space at the end** of a text is dropped, so that it never costs an SMS. **Signs of windows-1252** that',
		'were read as ISO-8859-1, U+0080 to U+009F, are those signs again: U+0080 is `€`, U+0092 is `’`. **A typed',
		'`\\n`** becomes a line break, but not in a path such as `C:\\new`.',
		'',
		'This page is written by `npm run generate`, and a test holds it to the code.',
		'',
		'## By Unicode block',
		'',
		'Counted over the characters that Unicode 15 has, without control characters and marks.',
		'',
		'| block | as written | replaced | refused | refused are |',
		'|---|---|---|---|---|',
		...blocks.map(row),
		'',
		'- Letters of another script are refused even where they look like Latin ones, and so are pictograms.',
		'- `{` and `}` are refused on purpose: in an SMS they are nearly always a placeholder that nobody filled in.',
		'- `~` and `≈` are refused: what they stand for is a word, in one language or another, and `^` has no other',
		'  form at all.',
		'',
		'## Signs and what they become',
		'',
		'Behind a number, fractions get a space and raised numbers parentheses, so that it stays the number that',
		'it is: `3½` becomes `3 1/2`, `10²` becomes `10(2)`; `m²` becomes `m2`. Letters lose their marks, Roman',
		'numerals become letters (`Ⅻ` XII), circled numbers go into parentheses, and units in one character are',
		'spelt (`㎏` kg). Currencies become their codes of ISO 4217, which may stand before or behind an amount',
		'and are the same in every language.',
		'',
		'| written | becomes |',
		'|---|---|',
		...replacementRows(),
		'',
	].join('\n');
}

/** Writes the page. */
export function writeCharactersPage(): void {
	writeFileSync(CHARACTERS_PAGE, charactersPage());
}
