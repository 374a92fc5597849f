import { findMistakes } from '../../api/text/mistakes';
import { describeMistakes, mistakesError } from '../../api/text/mistakes-error';
import { breakTypedLines } from '../../api/text/typed-line-breaks';
import { repairControls } from '../../api/text/windows-1252';
import type { Hint } from '../../engine/task';
import { mistakesHint, typedLineBreakHint } from './hints';

/** A text as it was meant: read once, before links are shortened and anything is counted. */
export interface WrittenMessage {
	readonly message: string;
	/** What was done to it, and what looks like a mistake. */
	readonly hints: readonly Hint[];
}

const EXIT = 'If it is meant so, set the option Message Text Checks to Send and Warn.';

/**
 * Reads the text of a message as it was meant: signs of windows-1252 that were read as ISO-8859-1, and
 * line breaks that were typed as a backslash and a letter.
 * @param textChecks what to do with words that nobody meant to send; `count`: say that Send refuses them
 * @throws InvalidInputError for such words, unless they are to be sent
 */
export function readMessage(
	written: string,
	{ textChecks = 'refuse' }: { textChecks?: 'refuse' | 'warn' | 'count' },
): WrittenMessage {
	const repaired = repairControls(written);
	const mistakes = findMistakes(repaired);
	if (mistakes && textChecks === 'refuse') throw mistakesError('The message', mistakes, EXIT);
	const { text, position } = breakTypedLines(repaired);
	return {
		message: text,
		hints: [
			...(mistakes ? [mistakesHint(describeMistakes(mistakes), textChecks === 'count')] : []),
			...(position === undefined ? [] : [typedLineBreakHint(position)]),
		],
	};
}
