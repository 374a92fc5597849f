import type { OutputItem } from '../../engine/task';

/** Whether the rows of a download become items, or the download stays a file. */
export const outputField = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{ name: 'Items', value: 'items', description: 'One item for each row' },
		{ name: 'CSV File', value: 'file', description: 'The whole file as binary data' },
	],
	default: 'items',
	description: 'What comes out of the node',
} as const;

/** All rows, or the first ones. */
export const returnAllField = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	displayOptions: { show: { output: ['items'] } },
	default: false,
	description: 'Whether to return all results or only up to a given limit',
} as const;

/** How many rows at most. */
export const limitField = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	displayOptions: { show: { output: ['items'], returnAll: [false] } },
	default: 50,
	description: 'Max number of results to return',
} as const;

/** The binary property that the file is put into. */
export const binaryPropertyNameField = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	displayOptions: { show: { output: ['file'] } },
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
} as const;

/**
 * A downloaded file as an item.
 * @param property the binary property to put it into
 */
export function csvItem(bytes: Uint8Array, property: string, fileName: string): OutputItem {
	return { json: { fileName }, file: { property, bytes, fileName, mimeType: 'text/csv' } };
}
