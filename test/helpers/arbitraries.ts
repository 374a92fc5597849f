import fc from 'fast-check';

type Weighted<Values extends unknown[]> = {
	[Index in keyof Values]: [weight: number, arbitrary: fc.Arbitrary<Values[Index]>];
};

/** One of these, each as often as its weight says. */
export function weighted<Values extends unknown[]>(
	...choices: Weighted<Values>
): fc.Arbitrary<Values[number]> {
	const list: Array<[number, fc.Arbitrary<Values[number]>]> = choices;
	return fc.oneof(...list.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** Texts, one after the other. */
export const joined = (...texts: Array<fc.Arbitrary<string>>): fc.Arbitrary<string> =>
	fc.tuple(...texts).map((each) => each.join(''));
