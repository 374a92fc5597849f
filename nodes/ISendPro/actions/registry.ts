import type { INodeProperties } from 'n8n-workflow';
import { UnexpectedError } from 'n8n-workflow';
import type { Field } from '../engine/field';
import type { Operation, Resource } from '../engine/operation';
import { account } from './account';
import { api } from './api';
import { blacklist } from './blacklist';
import { campaign } from './campaign';
import { directory } from './directory';
import { phoneNumber } from './phone-number';
import { shortLink } from './short-link';
import { sms } from './sms';
import { subAccount } from './sub-account';

/** In the order of the node's list: by label. */
export const resources: readonly Resource[] = [
	account,
	api,
	blacklist,
	campaign,
	directory,
	phoneNumber,
	shortLink,
	sms,
	subAccount,
];

/** @throws UnexpectedError if a workflow names an operation that does not exist */
export function findOperation(resource: string, operation: string): Operation {
	const found = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
	if (!found) throw new UnexpectedError(`There is no operation "${resource}: ${operation}"`);
	return found;
}

/** A field without what only the engine reads, and so its members. */
function propertyOf(given: Field): object {
	const { raw: _raw, names: _names, read: _read, ...rest } = given;
	const { reportsMissing: _reports, refusesMissing: _refuses, ...field } = rest;
	const members = field.options?.map((one) => ('type' in one ? propertyOf(one) : one));
	return members ? { ...field, options: members } : field;
}

/** Shows a field for its operation only, on top of its own conditions. */
function shownFor(resource: Resource, operation: Operation, field: Field): INodeProperties {
	const { displayOptions = {}, ...rest } = propertyOf(field) as INodeProperties;
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

/** What a node does, in the words of its lists, e.g. `Set Restriction: Sub-Account`: for the canvas. */
export const subtitle = subtitleExpression();

function subtitleExpression(): string {
	const labels = resources.flatMap(({ option, operations }) =>
		operations.map((operation) => [
			`${option.value}:${operation.option.value}`,
			`${operation.option.name}: ${option.name}`,
		]),
	);
	const words = JSON.stringify(Object.fromEntries(labels));
	return `={{ (${words})[$parameter["resource"] + ":" + $parameter["operation"]] }}`;
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
