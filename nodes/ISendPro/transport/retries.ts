import { sleep } from 'n8n-workflow';
import { RequestFailed } from '../api/wire/failure';
import type { Limits } from './limits';

/** Whether another try may help, and does no harm. */
function isHarmless(error: unknown, idempotent: boolean): boolean {
	if (!(error instanceof RequestFailed)) return false;
	const { isTransient = false, status } = error.failure;
	return isTransient || (idempotent && status === 'unknown');
}

/**
 * Tries again where nothing was done, or where repeating does no harm.
 * @param idempotent whether repeating does no harm, so that a request with a lost answer is made again
 * @param isTransient whether a result is a transient rejection; the last one is returned all the same
 * @throws what the last attempt threw
 */
export async function withRetries<Result>(
	{ maxTries, firstPauseMs }: Limits,
	idempotent: boolean,
	attempt: () => Promise<Result>,
	isTransient: (result: Result) => boolean = () => false,
): Promise<Result> {
	for (let tried = 1; ; tried += 1) {
		const isLast = tried >= maxTries;
		const outcome = await attempt().then(
			(result) => ({ result }),
			(error: Error) => ({ error }),
		);
		if ('error' in outcome) {
			if (isLast || !isHarmless(outcome.error, idempotent)) throw outcome.error;
		} else if (isLast || !isTransient(outcome.result)) {
			return outcome.result;
		}
		await sleep(firstPauseMs * 2 ** (tried - 1));
	}
}
