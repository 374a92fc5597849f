import type { INodeProperties } from 'n8n-workflow';
import { UnexpectedError } from 'n8n-workflow';
import { account } from './account';
import type { Field } from './field';
import type { Operation, Resource } from './operation';
import { sms } from './sms';

/** In the order of the node's list. */
const resources: readonly Resource[] = [account, sms];

/** @throws UnexpectedError if a workflow names an operation that does not exist */
export function findOperation(resource: string, operation: string): Operation {
	const found = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
	if (!found) throw new UnexpectedError(`There is no operation "${resource}: ${operation}"`);
	return found;
}

/** A field is shown for its operation only, on top of its own conditions. */
function shownFor(resource: Resource, operation: Operation, field: Field): INodeProperties {
	const { displayOptions = {}, ...rest } = field as INodeProperties;
	const show = {
		resource: [resource.option.value],
		operation: [operation.option.value],
		...displayOptions.show,
	};
	return { ...rest, displayOptions: { ...displayOptions, show } };
}

function operationSelector({ option, operations, defaultOperation }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((operation) => operation.option),
		default: defaultOperation,
	};
}

/** All properties of the node, derived from the resources: selectors first, then each operation's. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ option }) => option),
		default: 'sms',
	},
	...resources.map(operationSelector),
	...resources.flatMap((resource) =>
		resource.operations.flatMap((operation) =>
			operation.fields.map((field) => shownFor(resource, operation, field)),
		),
	),
];
