export function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** Whether an object is a list or a record, not one of a class; of any realm, since a Code node's items may come from another. */
export function isPlain(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return Array.isArray(value) || !prototype || !Object.getPrototypeOf(prototype);
}
