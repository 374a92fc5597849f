/** An error that the user can fix: run.mjs prints its text without a stack trace. */
export class Problem extends Error {
	override readonly name = 'Problem';

	/**
	 * @param message what happened
	 * @param advice what to do about it
	 */
	constructor(message: string, advice?: string) {
		super(advice === undefined ? message : `${message}\n${advice}`);
	}
}
