import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	NodeParameterValueType,
} from 'n8n-workflow';
import { resources } from '../../nodes/ISendPro/actions/registry';
// With its extension: without, tsx takes the .json beside it.
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node.ts';
import type { OperationRow } from '../operations';

const { properties } = new ISendPro().description;

/** Every operation of the node that can be reached, by the name of its row. */
export const operations = new Map(
	resources.flatMap((resource) =>
		resource.operations.map((operation) => [
			`${resource.option.value}:${operation.option.value}`,
			operation,
		]),
	),
);

/** What n8n calls the operation of that name. */
export function namesOf(name: string): { resource: string; operation: string } {
	const [resource = '', operation = ''] = name.split(':');
	return { resource, operation };
}

/** Whether the execution waits for an answer after the operation. */
export const waits = (name: string): boolean => operations.get(name)?.waiting !== undefined;

/** So many valid input items for a row's operation, each with an `id`. */
export const itemsLike = ({ items: [first], manyItems }: OperationRow, count: number) =>
	Array.from({ length: count }, (_, id): IDataObject => ({ ...first, ...manyItems.item(id), id }));

/** A form with LINK for each address that takes an answer, which differs in every run. */
export function withoutLinks(form: string): string {
	return form.replace(/https?%3A%2F%2F[\w.%-]+?%2Fwebhook-waiting%2F[\w.%~-]+/g, 'LINK');
}

/** A parameter of an operation, or an option or a member of one, as n8n shows it. */
export interface Place {
	/** Its name, behind the names of the collections that contain it. */
	path: string;
	property: INodeProperties;
	/** Sets a value there, and the values of other parameters that show it. */
	put: (parameters: INodeParameters, value: NodeParameterValueType) => INodeParameters;
}

/** The places where an operation takes a value. */
export function placesOf(name: string): Place[] {
	const { resource, operation } = namesOf(name);
	return properties
		.filter(
			({ type, displayOptions: { show } = {} }) =>
				type !== 'notice' &&
				show?.resource?.includes(resource) &&
				show.operation?.includes(operation),
		)
		.flatMap(placesIn);
}

function placesIn(property: INodeProperties): Place[] {
	const { name, type, typeOptions, options = [] } = property;
	if (type === 'collection') {
		return options.flatMap((option) =>
			'type' in option
				? placesIn(option).map(({ path, property: member, put }) => ({
						path: `${name}.${path}`,
						property: member,
						put: (parameters, value) => ({ ...parameters, [name]: put({}, value) }),
					}))
				: [],
		);
	}
	if (type === 'fixedCollection') {
		return options.flatMap((group) =>
			'values' in group
				? group.values.map((member): Place => ({
						path: `${name}.${group.name}.${member.name}`,
						property: member,
						put: (parameters, value) => {
							const given = (parameters[name] ?? {}) as Record<string, INodeParameters[]>;
							const row = { ...given[group.name]?.[0], ...shownWith(member, value) };
							const rows = typeOptions?.multipleValues ? [row] : row;
							return { ...parameters, [name]: { [group.name]: rows } };
						},
					}))
				: [],
		);
	}
	return [
		{
			path: name,
			property,
			put: (parameters, value) => ({ ...parameters, ...shownWith(property, value) }),
		},
	];
}

/** A value, and the values of other parameters that show its field. */
function shownWith(property: INodeProperties, value: NodeParameterValueType): INodeParameters {
	const { resource, operation, ...others } = property.displayOptions?.show ?? {};
	const shownBy = Object.entries(others).map(([other, values]) => [other, values?.[0]]);
	return { ...(Object.fromEntries(shownBy) as INodeParameters), [property.name]: value };
}

/** The output of a row's operation: one item for each input item, linked to it. */
export function expectedOutput({ output }: OperationRow): unknown[] {
	return output.map((json, item) => {
		const values = Object.entries(json).map(([key, value]) => [
			key,
			value instanceof RegExp ? expect.stringMatching(value) : value,
		]);
		return { json: Object.fromEntries(values), pairedItem: { item } };
	});
}
