import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { evaluateDirectly, givesNothing, parseDirectExpression } from './direct-expression';
import type { Field } from '../field';
import { pastedExpression } from './pasted-expression';
import { isObject } from './plain-data';
import type { Source, Sources } from './sources';

/** Reads a parameter for one input item, by its index. */
export type Reader = (itemIndex: number) => unknown;

/** Reads a parameter straight from items; `LEFT_TO_N8N` where only n8n can tell. */
type DirectReader = (jsonOf: (source: Source) => unknown) => unknown;

const LEFT_TO_N8N = Symbol('left to n8n');

function holdsExpression(raw: unknown): boolean {
	if (isObject(raw)) return Object.values(raw).some(holdsExpression);
	return typeof raw === 'string' && raw.startsWith('=');
}

/** @returns undefined if something in the parameter can never be read directly */
function directReader(raw: unknown): DirectReader | undefined {
	if (isObject(raw)) return structureReader(raw);
	if (typeof raw !== 'string' || !raw.startsWith('=')) return () => raw;
	const expression = parseDirectExpression(raw);
	return expression && ((jsonOf) => evaluateDirectly(expression, jsonOf) ?? LEFT_TO_N8N);
}

/** Reads a collection or a list as a whole, as n8n does: its members see each other there. */
function structureReader(raw: object): DirectReader | undefined {
	const members: Array<[string, DirectReader]> = [];
	for (const [key, member] of Object.entries(raw)) {
		const read = directReader(member);
		if (!read) return undefined;
		members.push([key, read]);
	}
	return (jsonOf) => {
		const values = members.map(([key, read]) => [key, read(jsonOf)] as const);
		if (values.some(([, value]) => value === LEFT_TO_N8N)) return LEFT_TO_N8N;
		return Array.isArray(raw) ? values.map(([, value]) => value) : Object.fromEntries(values);
	};
}

/**
 * Prepares the reading of a parameter for many items: what holds no expression is read once, what
 * only points into items is read from them, and n8n reads the rest. The result is always n8n's:
 * the first item that can be read directly is read by n8n too, and if the two differ (names that
 * n8n refuses, a context in which `$json` is another item), so are all the others.
 * @param sources where what an expression points to is found
 * @returns a reader that throws InvalidInputError if an expression was pasted into a fixed field
 */
export function parameterReader(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	field: Field,
	sources: Sources,
): Reader {
	const fallback = field.default as IDataObject;
	const byN8n: Reader = (itemIndex) => context.getNodeParameter(field.name, itemIndex, fallback);
	const raw: unknown = context.getNodeParameter(field.name, 0, fallback, { rawExpressions: true });
	const pasted = pastedExpression(field, raw);
	if (pasted) {
		return () => {
			throw pasted;
		};
	}
	if (!holdsExpression(raw)) return () => raw;
	const readDirectly = directReader(raw);
	if (!readDirectly) return byN8n;

	return directOrN8n(readDirectly, byN8n, sources);
}

/** Has n8n read an item once and then each that cannot be read directly. */
function directOrN8n(readDirectly: DirectReader, byN8n: Reader, sources: Sources): Reader {
	let agrees: boolean | undefined;
	return (itemIndex) => {
		const value =
			agrees === false ? LEFT_TO_N8N : readDirectly((source) => sources.jsonOf(source, itemIndex));
		if (value === LEFT_TO_N8N) return byN8n(itemIndex);
		if (agrees) return value;
		const valueByN8n = byN8n(itemIndex);
		agrees = JSON.stringify(valueByN8n ?? null) === JSON.stringify(value ?? null);
		return valueByN8n;
	};
}

/**
 * Prepares the reading of one part of an expression by itself, in the same way.
 * @param code the part with its braces
 * @returns a reader that gives null or undefined where the part gives nothing: it fails, or finds nothing
 */
export function partReader(
	context: Pick<IExecuteFunctions, 'evaluateExpression'>,
	code: string,
	sources: Sources,
): Reader {
	const byN8n: Reader = (itemIndex) => context.evaluateExpression(code, itemIndex);
	const expression = parseDirectExpression(`=${code}`);
	if (!expression) return byN8n;
	const readDirectly: DirectReader = (jsonOf) =>
		evaluateDirectly(expression, jsonOf) ?? (givesNothing(expression, jsonOf) ? null : LEFT_TO_N8N);
	return directOrN8n(readDirectly, byN8n, sources);
}
