import { sleep } from 'n8n-workflow';
import { RequestFailed } from '../api/wire/failure';
import type { Limits } from './limits';

/** Whether trying again can help, and cannot do anything twice. */
function isHarmless(error: unknown, repeatable: boolean): boolean {
	if (!(error instanceof RequestFailed)) return false;
	const { passes = false, status } = error.failure;
	return passes || (repeatable && status === 'unknown');
}

/**
 * Tries again where nothing can have been done, or where doing it again does no harm.
 * @param repeatable doing it again does no harm, so a lost answer may be asked for again
 * @param passes whether a result is a refusal that passes; the last one is returned all the same
 * @throws what the last attempt threw
 */
export async function retrying<Result>(
	{ tries, firstPause }: Limits,
	repeatable: boolean,
	attempt: () => Promise<Result>,
	passes: (result: Result) => boolean = () => false,
): Promise<Result> {
	for (let tried = 1; ; tried += 1) {
		const isLast = tried >= tries;
		try {
			const result = await attempt();
			if (isLast || !passes(result)) return result;
		} catch (error) {
			if (isLast || !isHarmless(error, repeatable)) return await Promise.reject(error as Error);
		}
		await sleep(firstPause * 2 ** (tried - 1));
	}
}
