import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

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

/** Where a path begins: `Items` comes before `Linked`, which comes before the node. */
const root = fc.oneof(
	{ weight: 12, arbitrary: fc.constant('$json') },
	{
		weight: 12,
		arbitrary: fc
			.tuple(
				fc.constantFrom("$('Items')", '$("Items")', "$( 'Items' )", "$('Linked')", '$input'),
				fc.constantFrom('.item', '.item', '.first()', '.last()'),
			)
			.map(([from, which]) => `${from}${which}.json`),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			...["$('Nowhere').item.json", "$('').item.json", "$('Reading').first().json"],
			...['$node["Items"].json', "$('Items').all()[0].json", "$('Items').first(0).json"],
			...["$('Items').item.binary", "$('Items').itemMatching(1).json", "$('Items')['item'].json"],
			...["$('Items').first.json", "$('Items').item().json", '$(`Items`).item.json'],
		),
	},
);

/** What people do with a text, well written or not. */
const turn = fc.oneof(
	{ weight: 20, arbitrary: fc.constant('') },
	{
		weight: 6,
		arbitrary: fc.constantFrom('.trim()', '.toUpperCase()', '.toLowerCase()', '.trim().trim()'),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom('.trim( )', '.trim(1)', '.trim', '.toTitleCase()', '.trim().length'),
	},
);

/** What stands between the braces: mostly a path into an item. */
function codeFor(keys: string[]): fc.Arbitrary<string> {
	const steps = fc.oneof(
		{ weight: 6, arbitrary: fc.tuple(stepInto(keys)) },
		{ weight: 1, arbitrary: fc.tuple(stepInto(keys), stepInto(keys)) },
	);
	const plain = fc.tuple(root, steps).map(([from, way]) => `${from}${way.join('')}`);
	const path = fc.oneof(
		{ weight: 8, arbitrary: fc.tuple(plain, turn).map((parts) => parts.join('')) },
		{ weight: 1, arbitrary: fc.tuple(plain, turn).map(([code, then]) => `String(${code})${then}`) },
	);
	const after = [
		'.length',
		'.trim()',
		'.toString()',
		' + "x"',
		' ?? "none"',
		' || ""',
		';',
		' // a',
	];
	const before = ['{', '(', '!', '/* a */', '"x" + ', 'typeof '];
	const other = [
		'$json',
		'$json.',
		'$itemIndex',
		'$input.item.json.a',
		'',
		'$json . a',
		'$json?.a',
	];
	const nearMiss = fc.oneof(
		fc.tuple(path, fc.constantFrom(...after)).map((parts) => parts.join('')),
		fc.tuple(fc.constantFrom(...before), path).map((parts) => parts.join('')),
		path.map((code) => code.replace('$json', '$json ')),
		path.map((code) => code.replace('$json', '$data')),
		fc.constantFrom(...other),
	);
	const code = fc.oneof({ weight: 20, arbitrary: path }, { weight: 1, arbitrary: nearMiss });
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
function expressionFor(keys: string[]): fc.Arbitrary<string> {
	const placeholder = codeFor(keys).map((code) => `{{${code}}}`);
	const sentence = fc.array(fc.oneof(around, placeholder), { minLength: 1, maxLength: 4 });
	return fc
		.oneof(
			placeholder,
			sentence.map((parts) => parts.join('')),
		)
		.map((body) => `=${body}`);
}

/** An item of the node `Linked`: which item of `Items` it says that it came from, and in what form. */
interface Link {
	from: number;
	form: 'object' | 'number' | 'list' | 'several' | 'none' | 'beyond';
}

/** What the node `Linked` makes of the items of `Items`: other data, in the place of others. */
export function linkedItems(items: IDataObject[], links: Link[]): INodeExecutionData[] {
	return links.map(({ from, form }, index) => {
		const json = items[(index + 1) % items.length] ?? {};
		if (form === 'none') return { json };
		if (form === 'number') return { json, pairedItem: from };
		if (form === 'beyond') return { json, pairedItem: { item: from + items.length } };
		const pairedItem = { item: from };
		if (form === 'object') return { json, pairedItem };
		return { json, pairedItem: form === 'list' ? [pairedItem] : [pairedItem, { item: index }] };
	});
}

/** A parameter, and the items of a run to read it for. */
export interface ReadingCase {
	expression: string;
	items: IDataObject[];
	links: Link[];
}

/** @param size the number of items */
export function readingCases(size: number): fc.Arbitrary<ReadingCase> {
	const keys = fc.tuple(
		fc.constantFrom(...ordinary),
		fc.constantFrom(...ordinary, ...special),
		fc.constantFrom(...names),
	);
	const link: fc.Arbitrary<Link> = fc.record({
		from: fc.nat({ max: size - 1 }),
		form: fc.oneof(
			{ weight: 20, arbitrary: fc.constant('object' as const) },
			{
				weight: 1,
				arbitrary: fc.constantFrom(...(['number', 'list', 'several', 'none', 'beyond'] as const)),
			},
		),
	});
	const exactly = { minLength: size, maxLength: size, size: 'max' } as const;
	return keys.chain((chosen) => {
		const unique = [...new Set(chosen)];
		return fc.record({
			expression: expressionFor(unique),
			items: fc.array(itemOf(unique), exactly),
			links: fc.array(link, exactly),
		});
	});
}
