import { isObject, isPlain } from './plain-data';
import type { Source } from './sources';

/** A value that is read from an item. */
interface Reference {
	source: Source;
	path: readonly string[];
	/** Whether `String(…)` converts it to text. */
	asText: boolean;
	/** Methods that are then called on it; it has to be text. */
	methods: ReadonlyArray<keyof typeof STRING_METHODS>;
}

/**
 * n8n takes 0.7 ms to evaluate an expression for one item, and more for one that points to an earlier
 * node. What people make by dragging a field into a parameter is a path into an item, with fixed text
 * around it, and can be read straight from the item. Whatever is not exactly that is left to n8n.
 */
export type DirectExpression = ReadonlyArray<string | Reference>;

const STRING_METHODS = {
	trim: (text: string) => text.trim(),
	toUpperCase: (text: string) => text.toUpperCase(),
	toLowerCase: (text: string) => text.toLowerCase(),
};

/** `$` in a name and `}` in a key or in a node's name mean something else to n8n. */
const QUOTED = String.raw`(?:"[^"}\\\n\r]+"|'[^'}\\\n\r]+')`;
const WHICH = String.raw`\.(item|first\(\)|last\(\))\.json`;
const ROOT = String.raw`\$(?:json|input${WHICH}|\(\s*(${QUOTED})\s*\)${WHICH})`;
const INDEX_NUMBER = String.raw`0|[1-9]\d{0,8}`;
const STEP = String.raw`(?:\.[A-Za-z_]\w*|\[\s*(?:"[^"}\\\n\r]*"|'[^'}\\\n\r]*'|${INDEX_NUMBER})\s*\])`;
const PATH = `${ROOT}(${STEP}+)`;
const CALLS = String.raw`((?:\.(?:${Object.keys(STRING_METHODS).join('|')})\(\))*)`;
const REFERENCES = [
	{ pattern: new RegExp(String.raw`^\{\{\s*${PATH}${CALLS}\s*\}\}`), asText: false },
	{ pattern: new RegExp(String.raw`^\{\{\s*String\(\s*${PATH}\s*\)${CALLS}\s*\}\}`), asText: true },
];
const ANY_PATH = new RegExp(PATH, 'g');
const STEPS = new RegExp(STEP, 'g');
const INDEX = new RegExp(`^(?:${INDEX_NUMBER})$`);
const SPECIAL_NAMES = new Set([
	...['prototype', 'caller', 'arguments', 'binding', 'toJSON', 'then', 'isProxy', '__sanitize'],
]);
/** n8n's escape character. */
const ESCAPE = '\\';
/** n8n's engine `quickjs` drops the first, ends a text at the second, and replaces the third. */
const MANGLED = /^\ufeff|[\0\p{Surrogate}]/u;
/** Letters that every engine of n8n converts to the same case, whatever its Unicode version. */
const CASED_ALIKE = /^[\0-\u017f\u2010-\u203a€]*$/;

/**
 * Names that mean something to JavaScript or to n8n on every object: n8n's own reading of a field that
 * is called so depends on what else the item holds.
 */
function isSpecial(name: string): boolean {
	return name in Object.prototype || SPECIAL_NAMES.has(name);
}

function pathOf(steps: string): string[] {
	return (steps.match(STEPS) ?? []).map((step) =>
		step.startsWith('.')
			? step.slice(1)
			: step
					.slice(1, -1)
					.trim()
					.replace(/^["']|["']$/g, ''),
	);
}

function isStringMethod(name: string): name is keyof typeof STRING_METHODS {
	return Object.hasOwn(STRING_METHODS, name);
}

/** Reads the reference at the beginning of a text, and says how long it is. */
function readReference(text: string): { reference: Reference; length: number } | undefined {
	for (const { pattern, asText } of REFERENCES) {
		const found = pattern.exec(text);
		if (!found) continue;
		const [all, ofInput, node, ofNode, steps = '', calls = ''] = found;
		const path = pathOf(steps);
		if (path.some(isSpecial)) return undefined;
		const selector = (ofInput ?? ofNode ?? 'json').replace('()', '');
		const source = { node: node?.slice(1, -1), selector };
		const methods = calls.split(/[.()]+/).filter(isStringMethod);
		return { reference: { source, path, asText, methods }, length: all.length };
	}
	return undefined;
}

/**
 * Reads an expression such as `={{ $json.phone }}` or `=Hello {{ $('CRM').item.json["first name"].trim() }}!`.
 * @param raw the parameter as the workflow stores it, with its `=`
 * @returns texts and references in order, or undefined if only n8n can evaluate it
 */
export function parseDirectExpression(raw: string): DirectExpression | undefined {
	if (!raw.startsWith('=') || raw.includes(ESCAPE)) return undefined;
	const parts: Array<string | Reference> = [];
	let rest = raw.slice(1);
	while (rest !== '') {
		const opening = rest.indexOf('{{');
		if (opening !== 0) parts.push(opening === -1 ? rest : rest.slice(0, opening));
		if (opening === -1) break;
		rest = rest.slice(opening);
		const read = readReference(rest);
		if (!read) return undefined;
		parts.push(read.reference);
		rest = rest.slice(read.length);
	}
	return parts.some((part) => typeof part !== 'string') ? parts : undefined;
}

function isOwnText(value: unknown): value is string | number {
	return typeof value === 'string' ? !MANGLED.test(value) : Number.isSafeInteger(value);
}

/** A list may have names too (n8n's Merge makes such ones): some of n8n's engines drop them. */
function holds(container: unknown, key: string): container is object {
	if (!isObject(container) || !isPlain(container) || !Object.hasOwn(container, key)) return false;
	return !Array.isArray(container) || INDEX.test(key);
}

function follow(path: readonly string[], json: unknown): unknown {
	let value = json;
	for (const key of path) {
		if (!holds(value, key)) return undefined;
		value = Reflect.get(value, key);
	}
	return value;
}

function valueOf({ path, asText, methods }: Reference, json: unknown): unknown {
	const found = follow(path, json);
	let value = asText && isOwnText(found) ? String(found) : found;
	for (const method of methods) {
		if (typeof value !== 'string') return undefined;
		if (method !== 'trim' && !CASED_ALIKE.test(value)) return undefined;
		value = STRING_METHODS[method](value);
	}
	return value;
}

/** Whether n8n finds nothing at the end of a path, or fails on its way there, which gives nothing too. */
function endsInNothing({ path, asText }: Reference, json: unknown): boolean {
	// `String(…)` makes a word of it.
	if (asText || !isObject(json)) return false;
	let value: unknown = json;
	for (const key of path) {
		if (!isObject(value)) break;
		if (!isPlain(value) || (Array.isArray(value) && !INDEX.test(key))) return false;
		value = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
	}
	return value === null || value === undefined;
}

/** Whether a direct expression is known to give nothing for an item. */
export function givesNothing(
	expression: DirectExpression,
	jsonOf: (source: Source) => unknown,
): boolean {
	const [part, ...others] = expression;
	if (part === undefined || typeof part === 'string' || others.length > 0) return false;
	return endsInNothing(part, jsonOf(part.source));
}

/** Where an expression reads from an item, anywhere in its code. */
export function referencesIn(raw: string): DirectExpression {
	return [...raw.matchAll(ANY_PATH)].flatMap(({ 0: steps, index }) => {
		const isCall = raw[index + steps.length] === '(';
		const path = isCall ? steps.replace(/\.\w+$/, '') : steps;
		return parseDirectExpression(`={{ ${path} }}`) ?? [];
	});
}

/** What the references of a direct expression find in an item, of whatever kind. */
export function findAll(
	expression: DirectExpression,
	jsonOf: (source: Source) => unknown,
): unknown[] {
	return expression.map((part) =>
		typeof part === 'string' ? part : follow(part.path, jsonOf(part.source)),
	);
}

/**
 * Evaluates a direct expression for one item.
 * @param jsonOf the json that a source has for the item
 * @returns n8n's own result, or undefined where a value is neither text nor an integer: n8n must say
 */
export function evaluateDirectly(
	expression: DirectExpression,
	jsonOf: (source: Source) => unknown,
): string | number | undefined {
	const values: Array<string | number> = [];
	for (const part of expression) {
		const value = typeof part === 'string' ? part : valueOf(part, jsonOf(part.source));
		if (!isOwnText(value)) return undefined;
		values.push(value);
	}
	return values.length === 1 ? values[0] : values.join('');
}
