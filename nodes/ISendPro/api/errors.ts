/** What the user gave cannot be sent as it is. Thrown before any request, so nothing went out. */
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

/** An expression without the switch that makes it one. No error quotes it: a password may look so. */
const EXPRESSION = /\{\{[^]*\}\}/;

/**
 * @param label how the panel names the field
 * @param value what stands in the field, which is set to Fixed
 * @returns what to tell the user of an expression that was pasted there; undefined if there is none
 */
export function expressionInFixed(label: string, value: string): InvalidInputError | undefined {
	if (!EXPRESSION.test(value)) return undefined;
	return new InvalidInputError(
		`"${label}" looks like an expression, {{ … }}, but the field is set to Fixed`,
		'Switch the field from Fixed to Expression: point at it, and the switch shows above its right corner.',
	);
}

/** The answer is no iSendPro answer: HTML, empty, cut, with another root, or huge. */
export class UnreadableAnswerError extends Error {
	/**
	 * @param message what came instead, with the answer's first characters
	 */
	constructor(message: string) {
		super(message);
		this.name = 'UnreadableAnswerError';
	}
}
