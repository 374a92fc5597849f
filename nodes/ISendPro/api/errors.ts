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
