import type { InvalidInputError } from '../../api/errors';
import { expressionInFixed } from '../../api/errors';
import type { Field } from '../field';

type Node = Pick<Field, 'displayName'> & { readonly options?: unknown; readonly values?: unknown };

/** Options of a collection, groups of a fixed one, members of a group: by name. */
function findMember({ options, values }: Node, name: string): Node | undefined {
	const members = [options, values].flat() as Array<(Node & { name: string }) | undefined>;
	return members.find((member) => member?.name === name);
}

/**
 * Finds an expression that was pasted into a field that is fixed: n8n hands it over as it is.
 * @param raw the parameter as the workflow stores it
 * @returns what to tell the user; undefined if there is none
 */
export function pastedExpression(field: Node, raw: unknown): InvalidInputError | undefined {
	if (typeof raw === 'string') {
		return raw.startsWith('=') ? undefined : expressionInFixed(field.displayName, raw);
	}
	if (typeof raw !== 'object' || raw === null) return undefined;
	for (const [name, value] of Object.entries(raw)) {
		const member = Array.isArray(raw) ? field : findMember(field, name);
		const found = member && pastedExpression(member, value);
		if (found) return found;
	}
	return undefined;
}
