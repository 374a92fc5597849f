import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** Repeats `look` until it gives what is expected, for ten seconds at most. */
export async function eventually<T>(look: () => Promise<T>, expected: T): Promise<void> {
	for (let left = 100; left > 0 && !isDeepStrictEqual(await look(), expected); left--)
		await pause(100);
	expect(await look()).toEqual(expected);
}
