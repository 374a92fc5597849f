import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { evaluateDirectly, parseDirectExpression } from './direct-expression';
import type { Field } from './field';

/** Reads a parameter for one input item, by its index. */
type Reader = (itemIndex: number) => unknown;

function fixed(value: unknown): Reader {
	return () => value;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** The readers of a collection's members, each read as a parameter of its own. */
function structureReader(entries: Array<[string, Reader]>, isArray: boolean): Reader {
	return (itemIndex) => {
		const values = entries.map(([key, read]) => [key, read(itemIndex)] as const);
		return isArray ? values.map(([, value]) => value) : Object.fromEntries(values);
	};
}

/**
 * Prepares the reading of a parameter for many items: what holds no expression is read once, what
 * only points into the item is read from the item, and the rest by n8n.
 * @param items the node's input
 */
export function parameterReader(
	context: IExecuteFunctions,
	field: Field,
	items: INodeExecutionData[],
): Reader {
	const byN8n = (path: string, itemIndex: number) =>
		context.getNodeParameter(path, itemIndex, field.default as IDataObject);

	const textReader = (path: string, raw: string): Reader => {
		if (!raw.startsWith('=')) return fixed(raw);
		const direct = parseDirectExpression(raw);
		if (direct === undefined) return (itemIndex) => byN8n(path, itemIndex);
		return (itemIndex) =>
			evaluateDirectly(direct, items[itemIndex]?.json ?? {}) ?? byN8n(path, itemIndex);
	};

	const reader = (path: string, raw: unknown): Reader => {
		if (typeof raw === 'string') return textReader(path, raw);
		if (!isObject(raw)) return fixed(raw);
		const isArray = Array.isArray(raw);
		const entries = Object.entries(raw).map(([key, member]): [string, Reader] => [
			key,
			reader(isArray ? `${path}[${key}]` : `${path}.${key}`, member),
		]);
		return structureReader(entries, isArray);
	};

	const raw = context.getNodeParameter(field.name, 0, field.default as IDataObject, {
		rawExpressions: true,
	});
	return reader(field.name, raw);
}
