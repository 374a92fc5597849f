import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { joined, weighted } from './arbitraries';

/** Names that people use, names that JavaScript or n8n treat in their own way, and hard ones to quote. */
const ordinary = ['a', 'phone', 'firstName', '_x', 'A1'];
const special = [
	...['constructor', '__proto__', 'prototype', 'caller', 'binding', 'arguments', 'length'],
	...['toString', 'hasOwnProperty', 'toJSON', 'then', 'isProxy', '__sanitize', 'class', '$', 'a$b'],
];
const quotable = [
	...['first name', 'a.b', "it's", 'say "hi"', 'é', '日本', '0', '1', '01', '-1', '', ' '],
	...['{', '}', 'a}}b', '{{', '\\', 'a\nb', '\u2028', 'a[0]', "['a']"],
];
const names = [...ordinary, ...special, ...quotable];

const texts = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.constantFrom('', ' ', '0', 'null', '=1', '{{ $json.a }}', "'", '"', '`', '\\', '\r\n', '\0'),
	fc.constantFrom(
		' Élodie\n',
		'\u00a0a\u2028',
		'Straße, ŉ ÿ',
		'ΟΔΟΣ Σ',
		'İı',
		'ƛ ɤ',
		'ﬁ',
		'\ufeffA',
	),
	fc.constantFrom('0601020304', '06 01 02 03 04', 'Élodie', '12,50 €', 'a\nb', '😀', '\ud800'),
);

const scalars = weighted(
	[20, texts],
	[6, fc.integer()],
	[2, fc.constantFrom(0, -0, 601020304, 2 ** 53 - 1, 2 ** 53, 1e21, 0.1, -1.5)],
	[1, fc.constantFrom(true, false, null)],
);

function records<T>(keys: string[], values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
	const present = fc.option(values, { freq: 20, nil: undefined });
	return fc.tuple(...keys.map((key) => present.map((value) => [key, value] as const))).map(
		// Every entry an own property, `__proto__` too.
		(entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))),
	);
}

/** The json of an item: nearly always the same names, each item with values of its own kinds. */
function itemOf(keys: string[]): fc.Arbitrary<IDataObject> {
	const lists = fc.array(scalars, { minLength: 1, maxLength: 3 });
	const inner = weighted([8, scalars], [1, lists]);
	const nested = records(keys, inner);
	const deep = weighted(
		[24, scalars],
		[4, nested],
		[1, fc.array(fc.oneof(scalars, nested), { minLength: 1, maxLength: 3 })],
	);
	return records<unknown>(keys, deep).map((json) => json as IDataObject);
}

const space = weighted(
	[9, fc.constantFrom('', ' ')],
	[1, fc.constantFrom('  ', '\n', '\t', '\u00a0', '\u2028', '\ufeff')],
);

/** One step into an item, well written or not. */
function stepInto(keys: string[]): fc.Arbitrary<string> {
	const key = fc.constantFrom(...keys);
	const quoted = fc.tuple(key, fc.constantFrom('"', "'"), space).map(([name, quote, blank]) => {
		const right = name.includes(quote) && quote === '"' ? "'" : quote;
		return `[${blank}${right}${name}${right}${blank}]`;
	});
	const natural = key.map((name) => (/^[\w$]+$/.test(name) ? `.${name}` : `["${name}"]`));
	return weighted(
		[24, natural],
		[4, quoted],
		[1, key.map((name) => `.${name}`)],
		[1, fc.constantFrom('[0]', '[1]', '[01]', '[ 0 ]', '[-1]', '[1e0]')],
		[1, fc.constantFrom('["a\\"b"]', '[`a`]', '?.a', '["a"', '.', '.length')],
	);
}

/** What a path begins with: mostly `$json`, else an item that the input or a node gives. */
function itemNamed(nodes: string[]): fc.Arbitrary<string> {
	const quoted = fc
		.tuple(fc.constantFrom(...nodes), fc.constantFrom('"', "'"))
		.map(([name, quote]) => {
			const other = quote === '"' ? "'" : '"';
			return name.includes(quote) ? `${other}${name}${other}` : `${quote}${name}${quote}`;
		});
	const node = fc.tuple(quoted, space).map(([name, blank]) => `$(${blank}${name}${blank})`);
	const taken = weighted(
		[12, fc.constantFrom('item', 'item', 'first()', 'last()')],
		[1, fc.constantFrom('all()[0]', 'itemMatching(1)', 'first(0)', 'item()')],
	);
	const inputOrNode = weighted(
		[6, node],
		[3, fc.constant('$input')],
		[1, quoted.map((name) => `$node[${name}]`)],
	);
	return weighted(
		[1, fc.constant('$json')],
		[2, fc.tuple(inputOrNode, taken).map(([of, what]) => `${of}.${what}.json`)],
	);
}

/** Calls that people make on a text, and some that nothing has. */
const calls = fc
	.array(
		weighted(
			[6, fc.constantFrom('.trim()', '.toUpperCase()', '.toLowerCase()', '.trim()')],
			[1, fc.constantFrom('.trim( )', '.trim', '.toFixed()', '.isEmpty()')],
		),
		{ minLength: 1, maxLength: 2 },
	)
	.map((each) => each.join(''));

function withCalls(path: fc.Arbitrary<string>): fc.Arbitrary<string> {
	const called = joined(path, calls);
	const inside = weighted([4, path], [1, called]);
	const text = fc.tuple(space, inside, space).map((parts) => `String(${parts.join('')})`);
	const calledText = joined(text, calls);
	return weighted([7, path], [2, called], [1, text], [1, calledText]);
}

/** What stands between the braces: mostly a path into an item. */
function codeFor(keys: string[], nodes: string[]): fc.Arbitrary<string> {
	const steps = weighted([5, stepInto(keys)], [2, joined(stepInto(keys), stepInto(keys))]);
	const path = joined(itemNamed(nodes), steps);
	const after = ['.length', '.toString()', ' + "x"', ' ?? "none"', ' || ""', ';', ' // a', ')'];
	const before = ['{', '(', '!', '/* a */', '"x" + ', 'typeof ', 'String(', 'String (', 'Number('];
	const other = ['$json', '$json.', '$itemIndex', '$input.item.json', '', '$json . a', '$json?.a'];
	const nearMiss = fc.oneof(
		joined(path, fc.constantFrom(...after)),
		joined(fc.constantFrom(...before), path),
		path.map((code) => code.replace('$json', '$json ')),
		path.map((code) => code.replace('$json', '$data')),
		path.map((code) => code.replace('.json', '["json"]')),
		fc.constantFrom(...other),
	);
	const code = weighted([20, withCalls(path)], [1, nearMiss]);
	return joined(space, code, space);
}

const around = weighted(
	[8, fc.constantFrom('Bonjour ', ', votre code : ', '\n', "l'", '€', '')],
	[1, texts.filter((text) => !text.includes('{{'))],
	[
		1,
		fc.constantFrom(
			...['\r\n', '}}', '}', '{', '=', '\\', '\\\\', '\\{{', ' {', '} ', '{{', '[', ']'],
			...['`${x}`', 'a.constructor', '__proto__', '\u2028'],
		),
	],
);

/**
 * A parameter's value as a workflow stores it: mostly what dragging a field makes, alone or with text
 * around it, and much that only looks like it.
 */
function expressionFor(keys: string[], nodes: string[]): fc.Arbitrary<string> {
	const placeholder = codeFor(keys, nodes).map((code) => `{{${code}}}`);
	const sentence = fc.array(fc.oneof(around, placeholder), { minLength: 1, maxLength: 4 });
	return fc
		.oneof(
			placeholder,
			sentence.map((parts) => parts.join('')),
		)
		.map((body) => `=${body}`);
}

function namesOf(...lists: string[][]): fc.Arbitrary<string[]> {
	const chosen = lists.map((list) => fc.constantFrom(...list));
	return fc.tuple(...chosen).map((each) => [...new Set(each)]);
}

/** Names that the fields of one run have. */
export const fieldNames = namesOf(ordinary, [...ordinary, ...special], names);

/** Names that n8n's own nodes hand on unharmed. */
export const harmlessFieldNames = namesOf(ordinary, ordinary, quotable);

/** Items that a node gives, and parameters that read them there or at other nodes. */
export interface Reading {
	expressions: string[];
	items: IDataObject[];
}

/**
 * @param fields what the items' fields are called
 * @param nodes names that expressions use, of nodes that exist or not
 */
export function readings(
	fields: string[],
	nodes: string[],
	count: { items: number; expressions: number },
): fc.Arbitrary<Reading> {
	const list = <T>(of: fc.Arbitrary<T>, length: number) =>
		fc.array(of, { minLength: length, maxLength: length, size: 'max' });
	return fc.record({
		expressions: list(expressionFor(fields, nodes), count.expressions),
		items: list(itemOf(fields), count.items),
	});
}
