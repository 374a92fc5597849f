import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** Looks until it is so, or for ten seconds. */
export async function eventually<T>(look: () => Promise<T>, expected: T): Promise<void> {
	for (let left = 100; left > 0 && !isDeepStrictEqual(await look(), expected); left--)
		await pause(100);
	expect(await look()).toEqual(expected);
}
