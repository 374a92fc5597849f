import { isObject } from './plain-data';

/** Finds a number in a text that was rounded before it got there. */
export type FindRounded = (raw: string, text: string) => number | undefined;

/** What the workflow stores for a parameter, or for an option or a member of one, and an item reads there. */
export class Stored {
	/**
	 * @param raw with expressions as they are
	 * @param findRounded for the item that is read
	 */
	constructor(
		private readonly raw: unknown,
		private readonly findRounded: FindRounded = () => undefined,
	) {}

	/** An expression for the whole is that of each member. */
	member(name: string): Stored {
		if (!isObject(this.raw)) return this;
		return new Stored(Reflect.get(this.raw, name), this.findRounded);
	}

	/** Whether somebody left the field empty, without an expression. */
	get isLeftEmpty(): boolean {
		return this.raw === null || (typeof this.raw === 'string' && this.raw.trim() === '');
	}

	/** A rounded number in the text that an expression gives. */
	roundedIn(text: string): number | undefined {
		if (typeof this.raw !== 'string' || !this.raw.startsWith('=')) return undefined;
		return this.findRounded(this.raw, text);
	}
}
