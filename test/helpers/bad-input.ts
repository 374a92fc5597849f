/** What an expression gives instead of what is meant; `missing` is a field that the item lacks. */
export const bad = {
	empty: '',
	nothing: null,
	missing: undefined,
	'too long': 'x'.repeat(5000),
	'a number': 1e21,
	true: true,
	'an object': { a: 1 },
	'a list': ['a', { b: 1 }],
	hostile: '"><script>&keyid=x\u0000{{ $json.x }}__proto__\n',
} as const;

export type Kind = keyof typeof bad;

/** What is said of each kind; of what is missing the same as of nothing. */
type Told = Record<Exclude<Kind, 'missing'>, string>;

/** A parameter, or an option or a member of one: what the user is told of each kind of bad input. */
export interface FieldRow {
	/** The first values to choose from, and whether there are more. */
	choices?: { first: ReadonlyArray<string | number>; more: boolean };
	/**
	 * The message by the labels of the field and of its choices; or, as {@link sent} writes it, what goes
	 * out all the same.
	 */
	told: (label: string, choices: string[]) => Told;
}

/** Bad input that is none to this field: this form goes out. */
export const sent = (body: string) => `sent: ${body}`;

/** How a message quotes a text that is long, and the hostile one: its start, what cannot be shown as a blank. */
export const long = (length: number) => `"${'x'.repeat(length)}…"`;
const hostileText = '"><script>&keyid=x {{ $json.x }}__proto__';
export const hostile = `"${hostileText}"`;
export const hostileStart = `"${hostileText.slice(0, 40)}…"`;

const shown: Told = {
	empty: 'empty',
	nothing: 'nothing',
	'too long': `the text ${long(40)}`,
	'a number': '1e+21',
	true: 'true',
	'an object': 'an object',
	'a list': 'a list',
	hostile: `the text ${hostileStart}`,
};

function mustBe(label: string, what: string): Told {
	const told = { ...shown };
	for (const kind of Object.keys(shown) as Array<keyof Told>) {
		told[kind] = `"${label}" must be ${what}, but is ${shown[kind]}`;
	}
	return told;
}

function choice(first: ReadonlyArray<string | number>, more: boolean): FieldRow {
	return {
		choices: { first, more },
		told: (label, choices) => {
			const list = more ? [...choices.slice(0, 3), '…'] : choices;
			return mustBe(label, `one of ${list.join(', ')}`);
		},
	};
}

/** A field with these choices. */
export const oneOf = (...choices: Array<string | number>) => choice(choices, false);

/** A field with more choices than a message names; these are the first. */
export const oneOfMany = (...first: Array<string | number>) => choice(first, true);

/** A field that is on or off. @param body what goes out when it is on */
export const flag = (body: string): FieldRow => ({
	told: (label) => ({ ...mustBe(label, 'true or false'), true: sent(body) }),
});

/** A number; a larger one is told the limit, or goes out in a form. */
export const count = (largest: { most: number } | { body: string }): FieldRow => ({
	told: (label) => ({
		...mustBe(label, 'a number'),
		'a number':
			'most' in largest
				? `"${label}" must be at most ${largest.most}, but is 1e+21`
				: sent(largest.body),
	}),
});

/** A text that must be given, unless said otherwise; what is not text is refused. */
export const text = (
	own: Pick<Told, 'too long' | 'a number' | 'hostile'> & Partial<Pick<Told, 'empty' | 'nothing'>>,
): FieldRow => ({
	told: (label) => ({
		...mustBe(label, 'text'),
		empty: `"${label}" is empty`,
		nothing: `"${label}" is empty`,
		...own,
	}),
});

/** One number or several. */
export const phoneNumbers: FieldRow = {
	told: (label) => ({
		empty: `"${label}" is empty`,
		nothing: 'There is no phone number',
		'too long': `${long(60)} is not a phone number`,
		'a number': '"1e+21" is not a phone number',
		true: 'A phone number cannot be read from a boolean value',
		'an object': 'A phone number cannot be read from an object',
		'a list': 'A phone number cannot be read from an object',
		hostile: `${hostile} is not a phone number`,
	}),
};

/** Euros. */
export const euros: FieldRow = {
	told: (label) => ({
		empty: `"${label}" is empty`,
		nothing: `"${label}" is empty`,
		'too long': `"${label}" cannot be read from ${long(40)}`,
		'a number': `"${label}" is 1e+21, more than the 1000000 that can be given at once`,
		true: `"${label}" must be a number, but is of type boolean`,
		'an object': `"${label}" must be a number, but is of type object`,
		'a list': `"${label}" must be a number, but is of type list`,
		hostile: `"${label}" cannot be read from ${hostileStart}`,
	}),
};

/** A time. @param without what goes out when it is empty, if it may be */
export const instant = (without?: string): FieldRow => ({
	told: (label) => ({
		empty: without ? sent(without) : `"${label}" is empty`,
		nothing: `"${label}" is empty`,
		'too long': `"${label}" cannot be read from ${long(40)}`,
		'a number': `"${label}" cannot be read from a value of type number`,
		true: `"${label}" cannot be read from a value of type boolean`,
		'an object': `"${label}" cannot be read from a value of type object`,
		'a list': `"${label}" cannot be read from a value of type object`,
		hostile: `"${label}" cannot be read from ${hostileStart}`,
	}),
});
