/** Something the person at the keyboard can put right: its text is shown as it is, without a stack. */
export class Problem extends Error {
	/** @param {string} message what happened @param {string} advice what to do about it */
	constructor(message, advice) {
		super(advice === undefined ? message : `${message}\n${advice}`);
		this.name = 'Problem';
	}
}

/** Prints why a command ends and sets its exit code. @param {unknown} error */
export function reportFailure(error) {
	const known = error instanceof Error && error.name === 'Problem';
	const text = known ? error.message : error instanceof Error ? error.stack : String(error);
	console.error(`\n${known ? '' : 'This should not happen: '}${text}\n`);
	process.exitCode = 1;
}
