/** Something the person at the keyboard can put right: run.mjs shows its text without a stack. */
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
