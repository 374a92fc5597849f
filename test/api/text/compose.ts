import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import type { TextRules } from '../../../nodes/ISendPro/api/text/message-text';
import { composeText } from '../../../nodes/ISendPro/api/text/message-text';

/** The rules of an ordinary SMS in metropolitan France. */
export const ordinary: TextRules = {
	encoding: 'auto',
	unsupportedCharacters: 'replace',
	maxParts: 'automatic',
	stopMention: false,
	unicodeAllowed: false,
};

export const compose = (message: string, rules: Partial<TextRules> = {}) =>
	composeText(message, { ...ordinary, ...rules });

/** The error with which an action refuses its input. */
export function refusal(action: () => unknown): InvalidInputError {
	try {
		action();
	} catch (error) {
		if (error instanceof InvalidInputError) return error;
		throw error;
	}
	throw new Error('It was not refused');
}
