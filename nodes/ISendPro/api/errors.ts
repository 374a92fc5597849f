/** The user's input cannot be sent as it is. Thrown before any request, so nothing was sent. */
export class InvalidInputError extends Error {
	/**
	 * @param message what is wrong, naming the value, e.g. `The sender "1234" has digits only`
	 * @param description what to do about it
	 */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'InvalidInputError';
	}
}

/** An expression in a field that is not switched to Expression. No error quotes it: it may be a password. */
const EXPRESSION = /\{\{[^]*\}\}/;

/**
 * @param label the name of the field in the panel
 * @param value the value of the field, which is set to Fixed
 * @returns the error for an expression that was pasted there; undefined if there is none
 */
export function expressionInFixed(label: string, value: string): InvalidInputError | undefined {
	if (!EXPRESSION.test(value)) return undefined;
	return new InvalidInputError(
		`"${label}" looks like an expression, {{ … }}, but the field is set to Fixed`,
		'Switch the field from Fixed to Expression: point at it, and the switch shows above its right corner.',
	);
}

/** An answer that is not one of iSendPro: HTML, empty, cut off, with another root, or huge. */
export class UnreadableAnswerError extends Error {
	/**
	 * @param message what came instead, with the answer's first characters
	 */
	constructor(message: string) {
		super(message);
		this.name = 'UnreadableAnswerError';
	}
}
