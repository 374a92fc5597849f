import { decode } from 'iconv-lite';
import { LOST_CHARACTERS } from './lost-characters';

/** The positions at which windows-1252 has signs and ISO-8859-1 has control characters that nobody types. */
const CONTROLS = /[\x80-\x9f]/g;

/**
 * Reads the signs of windows-1252 in a text that was decoded as ISO-8859-1: `5 \x80` becomes `5 €`, and
 * `d\x92avoir` becomes `d’avoir`.
 * @returns a text of the same length; the five positions without a sign stay
 */
export function repairControls(text: string): string {
	return text.replace(CONTROLS, (control) =>
		LOST_CHARACTERS.includes(control)
			? control
			: decode(Uint8Array.of(control.charCodeAt(0)), 'windows-1252'),
	);
}
