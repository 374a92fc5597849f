import { positionAt } from './alphabet';
import { decodeBack } from './decode-back';
import { DECODING_ADVICE, LOST_CHARACTERS } from './lost-characters';
import { findHtml, readEntities } from './html-remains';
import { findEscapes, readEscapes } from './escapes';
import type { FoundWords } from './found-words';
import { findWords } from './found-words';
import { findPlaceholders, findScriptWords, findSheetErrors } from './script-words';
import { findWrongDecoding } from './wrong-decoding';

type Kind = 'decoding' | 'escape' | 'script' | 'sheet' | 'html' | 'placeholder';

/** What to do about each kind, in the order in which it is said. */
const ADVICE: ReadonlyArray<readonly [Kind, string]> = [
	['decoding', DECODING_ADVICE],
	[
		'escape',
		'Letters are still escaped: read the text once more before it comes here, e.g. with decodeURIComponent() or JSON.parse() in an expression.',
	],
	[
		'script',
		"This is what JavaScript writes where there is no value, date or text: check the expression that gives it. Write a date with .toFormat('dd/MM/yyyy HH:mm'), and of an object the field that you mean.",
	],
	[
		'sheet',
		'A spreadsheet writes this where a formula has no result: correct the cell, or leave its row out.',
	],
	[
		'html',
		'An SMS shows HTML as it is written: use the text without it. In an expression, .removeTags() drops tags; characters such as &eacute; have to be written as themselves.',
	],
	['placeholder', 'Nobody has filled in the placeholder: put the value in its place.'],
];

/** How many mistakes an error shows. */
const MAX_SHOWN = 3;
/** How far a word that is shown goes on either side of what was found in it. */
const MAX_AROUND = 24;

/** Words of a text that nobody meant to send. */
export interface Mistake {
	/** As they stand in the text. */
	readonly words: string;
	/** 1-based, in Unicode characters. */
	readonly position: number;
	/** What was meant instead, where it can be told. */
	readonly meant?: string;
}

/** The mistakes of a text: the first few of them, and what to do about all. */
export interface Mistakes {
	readonly shown: readonly [Mistake, ...Mistake[]];
	/** How many there are besides. */
	readonly more: number;
	readonly advice: string;
}

interface Found extends FoundWords {
	readonly kind: Kind;
	readonly read?: (words: string) => string;
}

/** Control characters that are no signs of windows-1252 are letters of yet another encoding. */
const LOST = new RegExp(`[${LOST_CHARACTERS}\\x80-\\x9f]`, 'g');

/** What a decoder has left, in the whole word around it. */
function findDecoding(text: string): Found[] {
	const wrong = findWrongDecoding(text).map(({ encoding, ...found }) => ({
		...found,
		read: (words: string) => decodeBack(words, encoding),
	}));
	return [...wrong, ...findWords(text, LOST)].map((found) => ({
		...wordAround(text, found),
		kind: 'decoding',
	}));
}

/** A no-break space is no end of a word here: it is half of a wrongly decoded à. */
function wordAround<F extends FoundWords>(text: string, found: F): F {
	const end = found.index + found.length;
	const before = /[^ \t\r\n]*$/.exec(
		text.slice(Math.max(found.index - MAX_AROUND, 0), found.index),
	);
	const behind = /^[^ \t\r\n,;!?]*/.exec(text.slice(end, end + MAX_AROUND));
	const index = found.index - (before?.[0].length ?? 0);
	return { ...found, index, length: end - index + (behind?.[0].length ?? 0) };
}

function ofKind(kind: Kind, words: readonly FoundWords[], read?: Found['read']): Found[] {
	return words.map((found) => ({ ...found, kind, read }));
}

/** All that was found, in order, each word once. */
function findAll(text: string): Found[] {
	const all: Found[] = [
		...findDecoding(text),
		...ofKind('escape', findEscapes(text), readEscapes),
		...ofKind('script', findScriptWords(text)),
		...ofKind('sheet', findSheetErrors(text)),
		...ofKind('html', findHtml(text), readEntities),
		...ofKind('placeholder', findPlaceholders(text)),
	].sort((one, other) => one.index - other.index);
	let end = 0;
	return all.filter(({ index, length }) => {
		const isNew = index >= end;
		if (isNew) end = index + length;
		return isNew;
	});
}

/**
 * Finds what nobody meant to send: letters that were decoded wrongly or are still escaped, the words of
 * JavaScript and of spreadsheets for what is no text, HTML, and placeholders that nobody has filled in.
 * @param text as it was written, before anything is replaced
 * @returns undefined if there is nothing of the kind
 */
export function findMistakes(text: string): Mistakes | undefined {
	const all = findAll(text);
	const [first, ...others] = all.slice(0, MAX_SHOWN).map(({ index, length, read }): Mistake => {
		const words = text.slice(index, index + length);
		const meant = read?.(words) ?? words;
		const position = positionAt(text, index);
		return { words, position, ...(meant === words ? {} : { meant }) };
	});
	if (!first) return undefined;
	const kinds = new Set(all.map(({ kind }) => kind));
	const advice = ADVICE.filter(([kind]) => kinds.has(kind));
	return {
		shown: [first, ...others],
		more: all.length - 1 - others.length,
		advice: advice.map(([, sentence]) => sentence).join(' '),
	};
}
