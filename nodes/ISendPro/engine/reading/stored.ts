import { isObject } from './plain-data';

/** What the workflow stores for a parameter, or for an option or a member of one. */
export class Stored {
	/** @param raw with expressions as they are */
	constructor(private readonly raw: unknown) {}

	/** An expression for the whole is that of each member. */
	member(name: string): Stored {
		return isObject(this.raw) ? new Stored(Reflect.get(this.raw, name)) : this;
	}

	/** Whether somebody left the field empty, without an expression. */
	get isLeftEmpty(): boolean {
		return this.raw === null || (typeof this.raw === 'string' && this.raw.trim() === '');
	}
}
