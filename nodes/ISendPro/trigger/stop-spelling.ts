import { single, wordsAsCompared } from './reply-words';
import { STOP_FORMS } from './stop-words';

/** STOP itself in an alphabet of its own: a reply may begin with it, whatever follows. */
const STOP_ABROAD = new Set(wordsAsCompared('توقف توقفوا أوقف أوقفوا ايقاف ستوب'));

/** What begins like STOP and is another word, or tells what somebody does: `Stopped by yesterday`. */
const OTHER_WORDS = new Set(
	wordsAsCompared(`
		stopover stopovers stopwatch stoplight stopgap stopcontact stoplicht stoptrein stopplaats
		stoppschild stopschild stoppeur stoppeuse stopped stopping
	`),
);

/** What differs from STOP by one letter and is a word of its own, or short for one. */
const NEAR_WORDS = new Set(
	wordsAsCompared('top stp shop step slop stap stof stok stow stoa stor stot swop стол стою сток'),
);

/** STOP in one of its forms, once or several times in one word. */
export function isStopForm(word: string): boolean {
	return STOP_FORMS.has(single(word).replace(/^(?:STOP)+(?=STOP)/, ''));
}

/** STOP, also with something behind it and no space between: `STOPMarque`, `stoppez`. */
export function beginsLikeStop(word: string): boolean {
	const once = single(word);
	return (
		isStopForm(word) || (once.startsWith('STOP') && !OTHER_WORDS.has(once)) || STOP_ABROAD.has(once)
	);
}

/** A word that differs from STOP by one letter: `SFTOP`, `STO`, `SGOP`. Only alone is it one. */
export function isStopMisspelt(word: string): boolean {
	if (word.length < 3 || word.length > 6) return false;
	const written = single(word);
	return written.length > 2 && !NEAR_WORDS.has(written) && isOneLetterFrom('STOP', written);
}

/** Whether one letter less, more or another makes one word of the other. */
function isOneLetterFrom(word: string, other: string): boolean {
	const start = [...word].findIndex((letter, index) => letter !== other[index]);
	const from = start < 0 ? word.length : start;
	const rests = [
		[1, 1],
		[1, 0],
		[0, 1],
	] as const;
	return rests.some(
		([here, there]) =>
			word.slice(from + here) === other.slice(from + there) && word.length + there > from,
	);
}
