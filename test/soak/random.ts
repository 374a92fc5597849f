/** Reproducible random numbers: the same seed gives the same numbers. */
export class Random {
	constructor(private state: number) {}

	/** From 0 up to, but not including, 1. */
	next(): number {
		this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
		return this.state / 2 ** 32;
	}

	/** A whole number from 0 up to, but not including, `end`. */
	below(end: number): number {
		return Math.floor(this.next() * end);
	}

	/** One of some. */
	of<T>(choices: readonly [T, ...T[]]): T {
		return choices[this.below(choices.length)] ?? choices[0];
	}
}
