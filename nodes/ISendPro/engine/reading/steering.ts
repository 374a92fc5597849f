import type { IExecuteFunctions } from 'n8n-workflow';
import type { Field } from '../field';
import { readInput } from './input';
import { isObject } from './plain-data';

type Context = Pick<IExecuteFunctions, 'getNodeParameter'>;

/** The values that a collection was given for an item, each to be evaluated by itself. */
function membersOf(context: Context, name: string, itemIndex: number): Map<string, () => unknown> {
	const raw: unknown = context.getNodeParameter(name, itemIndex, {}, { rawExpressions: true });
	// n8n evaluates a collection as a whole, and one member that fails would hide the others.
	if (isObject(raw)) {
		const read = (member: string) => () =>
			context.getNodeParameter(`${name}.${member}`, itemIndex) as unknown;
		return new Map(Object.keys(raw).map((member) => [member, read(member)]));
	}
	const value: unknown = context.getNodeParameter(name, itemIndex, {});
	return new Map(
		isObject(value) ? Object.entries(value).map(([key, one]) => [key, () => one]) : [],
	);
}

function readable(member: Field, evaluate: () => unknown): Record<string, unknown> {
	try {
		return readInput([member], evaluate);
	} catch {
		return {};
	}
}

/**
 * Reads the collections of an item that is refused, each member by itself, without those that cannot be
 * read: a dry run or a limit that its user asked for holds for the whole run all the same.
 */
export function readCollections(
	context: Context,
	fields: readonly Field[],
	itemIndex: number,
): Record<string, Record<string, unknown>> {
	const collections: Record<string, Record<string, unknown>> = {};
	for (const { name, type, options = [] } of fields) {
		if (type !== 'collection') continue;
		const values: Record<string, unknown> = (collections[name] = {});
		try {
			const given = membersOf(context, name, itemIndex);
			for (const member of options) {
				const evaluate = given.get(member.name);
				if (evaluate && 'type' in member) Object.assign(values, readable(member, evaluate));
			}
		} catch {
			// The whole collection is one expression, which fails.
		}
	}
	return collections;
}
