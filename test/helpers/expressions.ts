import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

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

const scalars = fc.oneof(
	{ weight: 20, arbitrary: texts },
	{ weight: 6, arbitrary: fc.integer() },
	{
		weight: 2,
		arbitrary: fc.constantFrom(0, -0, 601020304, 2 ** 53 - 1, 2 ** 53, 1e21, 0.1, -1.5),
	},
	{ weight: 1, arbitrary: fc.constantFrom(true, false, null) },
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
	const inner = fc.oneof({ weight: 8, arbitrary: scalars }, { weight: 1, arbitrary: lists });
	const nested = records(keys, inner);
	const deep = fc.oneof(
		{ weight: 24, arbitrary: scalars },
		{ weight: 4, arbitrary: nested },
		{ weight: 1, arbitrary: fc.array(fc.oneof(scalars, nested), { minLength: 1, maxLength: 3 }) },
	);
	return records<unknown>(keys, deep).map((json) => json as IDataObject);
}

const space = fc.oneof(
	{ weight: 9, arbitrary: fc.constantFrom('', ' ') },
	{ weight: 1, arbitrary: fc.constantFrom('  ', '\n', '\t', '\u00a0', '\u2028', '\ufeff') },
);

/** One step into an item, well written or not. */
function stepInto(keys: string[]): fc.Arbitrary<string> {
	const key = fc.constantFrom(...keys);
	const quoted = fc.tuple(key, fc.constantFrom('"', "'"), space).map(([name, quote, blank]) => {
		const right = name.includes(quote) && quote === '"' ? "'" : quote;
		return `[${blank}${right}${name}${right}${blank}]`;
	});
	const natural = key.map((name) => (/^[\w$]+$/.test(name) ? `.${name}` : `["${name}"]`));
	return fc.oneof(
		{ weight: 24, arbitrary: natural },
		{ weight: 4, arbitrary: quoted },
		{ weight: 1, arbitrary: key.map((name) => `.${name}`) },
		{ weight: 1, arbitrary: fc.constantFrom('[0]', '[1]', '[01]', '[ 0 ]', '[-1]', '[1e0]') },
		{ weight: 1, arbitrary: fc.constantFrom('["a\\"b"]', '[`a`]', '?.a', '["a"', '.', '.length') },
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
	const taken = fc.oneof(
		{ weight: 12, arbitrary: fc.constantFrom('item', 'item', 'first()', 'last()') },
		{ weight: 1, arbitrary: fc.constantFrom('all()[0]', 'itemMatching(1)', 'first(0)', 'item()') },
	);
	const inputOrNode = fc.oneof(
		{ weight: 6, arbitrary: node },
		{ weight: 3, arbitrary: fc.constant('$input') },
		{ weight: 1, arbitrary: quoted.map((name) => `$node[${name}]`) },
	);
	return fc.oneof(
		{ weight: 1, arbitrary: fc.constant('$json') },
		{
			weight: 2,
			arbitrary: fc.tuple(inputOrNode, taken).map(([of, what]) => `${of}.${what}.json`),
		},
	);
}

/** Calls that people make on a text, and some that nothing has. */
const calls = fc
	.array(
		fc.oneof(
			{
				weight: 6,
				arbitrary: fc.constantFrom('.trim()', '.toUpperCase()', '.toLowerCase()', '.trim()'),
			},
			{ weight: 1, arbitrary: fc.constantFrom('.trim( )', '.trim', '.toFixed()', '.isEmpty()') },
		),
		{ minLength: 1, maxLength: 2 },
	)
	.map((each) => each.join(''));

function withCalls(path: fc.Arbitrary<string>): fc.Arbitrary<string> {
	const called = fc.tuple(path, calls).map((parts) => parts.join(''));
	const inside = fc.oneof({ weight: 4, arbitrary: path }, { weight: 1, arbitrary: called });
	const text = fc.tuple(space, inside, space).map((parts) => `String(${parts.join('')})`);
	const calledText = fc.tuple(text, calls).map((parts) => parts.join(''));
	return fc.oneof(
		{ weight: 7, arbitrary: path },
		{ weight: 2, arbitrary: called },
		{ weight: 1, arbitrary: text },
		{ weight: 1, arbitrary: calledText },
	);
}

/** What stands between the braces: mostly a path into an item. */
function codeFor(keys: string[], nodes: string[]): fc.Arbitrary<string> {
	const steps = fc
		.oneof(
			{ weight: 5, arbitrary: fc.tuple(stepInto(keys)) },
			{ weight: 2, arbitrary: fc.tuple(stepInto(keys), stepInto(keys)) },
		)
		.map((each) => each.join(''));
	const path = fc.tuple(itemNamed(nodes), steps).map((parts) => parts.join(''));
	const after = ['.length', '.toString()', ' + "x"', ' ?? "none"', ' || ""', ';', ' // a', ')'];
	const before = ['{', '(', '!', '/* a */', '"x" + ', 'typeof ', 'String(', 'String (', 'Number('];
	const other = ['$json', '$json.', '$itemIndex', '$input.item.json', '', '$json . a', '$json?.a'];
	const nearMiss = fc.oneof(
		fc.tuple(path, fc.constantFrom(...after)).map((parts) => parts.join('')),
		fc.tuple(fc.constantFrom(...before), path).map((parts) => parts.join('')),
		path.map((code) => code.replace('$json', '$json ')),
		path.map((code) => code.replace('$json', '$data')),
		path.map((code) => code.replace('.json', '["json"]')),
		fc.constantFrom(...other),
	);
	const code = fc.oneof(
		{ weight: 20, arbitrary: withCalls(path) },
		{ weight: 1, arbitrary: nearMiss },
	);
	return fc.tuple(space, code, space).map((parts) => parts.join(''));
}

const around = fc.oneof(
	{ weight: 8, arbitrary: fc.constantFrom('Bonjour ', ', votre code : ', '\n', "l'", '€', '') },
	{ weight: 1, arbitrary: texts.filter((text) => !text.includes('{{')) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			...['\r\n', '}}', '}', '{', '=', '\\', '\\\\', '\\{{', ' {', '} ', '{{', '[', ']'],
			...['`${x}`', 'a.constructor', '__proto__', '\u2028'],
		),
	},
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
