/** @returns a member of an object, of those that it has itself; undefined of anything else */
export function ownMember(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? Reflect.get(value, name)
		: undefined;
}
