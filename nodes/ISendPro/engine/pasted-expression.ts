import { InvalidInputError } from '../api/errors';
import type { Field } from './field';

/** What n8n would evaluate if the field were not fixed. No error quotes it: a password may look so. */
const EXPRESSION = /\{\{[^]*\}\}/;

type Node = Pick<Field, 'displayName'> & { readonly options?: unknown; readonly values?: unknown };

/** Options of a collection, groups of a fixed one, members of a group: by name. */
function memberOf({ options, values }: Node, name: string): Node | undefined {
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
		if (raw.startsWith('=') || !EXPRESSION.test(raw)) return undefined;
		return new InvalidInputError(
			`"${field.displayName}" looks like an expression, {{ … }}, but the field is set to Fixed`,
			'Switch the field from Fixed to Expression: point at it, and the switch shows above its right corner.',
		);
	}
	if (typeof raw !== 'object' || raw === null) return undefined;
	for (const [name, value] of Object.entries(raw)) {
		const member = Array.isArray(raw) ? field : memberOf(field, name);
		const found = member && pastedExpression(member, value);
		if (found) return found;
	}
	return undefined;
}
