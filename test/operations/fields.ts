/** What an expression gives instead of a usable value; `missing` is a field that the item lacks. */
export const badInput = {
	empty: '',
	blank: '  ',
	nothing: null,
	missing: undefined,
	'too long': 'x'.repeat(5000),
	'a number': 1e21,
	true: true,
	'an object': { a: 1 },
	'a list': ['a', { b: 1 }],
	hostile: '"><script>&keyid=x\u0000{{ $json.x }}__proto__\n',
} as const;

export type BadInputKind = keyof typeof badInput;

/** A message, or the form that is sent because the field accepts this input. */
export type Outcome = string | { sends: string };

/**
 * What each kind leads to; a missing field is treated as nothing, and white space as empty unless the row
 * says otherwise.
 */
type Outcomes = Record<Exclude<BadInputKind, 'missing' | 'blank'>, Outcome> & { blank?: Outcome };

/** How a parameter, or an option or a member of one, treats bad input. */
export interface FieldRow {
	/** The first values to choose from, and whether there are more. */
	choices?: { first: ReadonlyArray<string | number>; more: boolean };
	/** By the labels of the field and of its choices. */
	outcomes: (label: string, choices: string[]) => Outcomes;
}

/** The field accepts the input, and this form is sent. */
export const sends = (form: string): Outcome => ({ sends: form });

/** How a message quotes a long text: its start. */
export const long = (length: number) => `"${'x'.repeat(length)}…"`;
export const longText = badInput['too long'];
const hostileText = '"><script>&keyid=x {{ $json.x }}__proto__';
/** How a message quotes the hostile text: invisible characters as a blank. */
export const hostile = `"${hostileText}"`;
export const hostileStart = `"${hostileText.slice(0, 40)}…"`;
/** The message where the hostile text is refused for its NUL. */
export const unsendable = (what: string) =>
	`${what} has the character U+0000 at position 19, which cannot be sent`;

/** The message where the hostile text is refused for what nobody meant to send. */
export const unmeant = (what: string) =>
	`${what} has words that nobody meant to send: "<script>" at position 3, "{{ $json.x }}" at position 20`;

const shown = {
	empty: 'empty',
	nothing: 'nothing',
	'too long': `the text ${long(40)}`,
	'a number': '1e+21',
	true: 'true',
	'an object': 'an object',
	'a list': 'a list',
	hostile: `the text ${hostileStart}`,
};

function mustBe(label: string, what: string): Outcomes {
	const messages: Outcomes = { ...shown };
	for (const kind of Object.keys(shown) as Array<keyof typeof shown>) {
		messages[kind] = `"${label}" must be ${what}, but is ${shown[kind]}`;
	}
	return messages;
}

function choice(first: ReadonlyArray<string | number>, more: boolean): FieldRow {
	return {
		choices: { first, more },
		outcomes: (label, choices) => {
			const list = more ? [...choices.slice(0, 3), '…'] : choices;
			return mustBe(label, `one of ${list.join(', ')}`);
		},
	};
}

/** A field with these choices. */
export const oneOf = (...choices: Array<string | number>) => choice(choices, false);

/** A field with more choices than a message lists; these are the first. */
export const oneOfMany = (...first: Array<string | number>) => choice(first, true);

/** A field that is on or off. @param form what is sent when it is on */
export const flag = (form: string): FieldRow => ({
	outcomes: (label) => ({ ...mustBe(label, 'true or false'), true: sends(form) }),
});

/** A number with a maximum, or without: then the form is sent. */
export const count = (limit: { max: number } | { form: string }): FieldRow => ({
	outcomes: (label) => ({
		...mustBe(label, 'a number'),
		'a number':
			'max' in limit ? `"${label}" must be at most ${limit.max}, but is 1e+21` : sends(limit.form),
	}),
});

/** What a text is told that is a number above 2^53-1, whose last digits were lost on its way. */
const rounded = (label: string) => `"${label}" has the number 1e+21, which was rounded on its way`;

type TextOutcomes = Pick<Outcomes, 'too long' | 'hostile'> &
	Partial<Pick<Outcomes, 'empty' | 'blank' | 'nothing' | 'a number'>>;

/** A text, required unless said otherwise; everything but text and numbers is refused. */
export const text = (outcomes: TextOutcomes): FieldRow => ({
	outcomes: (label) => ({
		...mustBe(label, 'text'),
		empty: `"${label}" is empty`,
		nothing: `"${label}" is empty`,
		'a number': rounded(label),
		...outcomes,
	}),
});

/** A text that takes anything. @param form what is sent */
export const anyText = (form: string) => text({ 'too long': sends(form), hostile: sends(form) });

/** A text that fits no format: each is quoted, the long one cut at a length, and refused. */
export const formatted = (refusal: (quoted: string) => string, cutAt = 40): FieldRow =>
	text({
		'too long': refusal(long(cutAt)),
		hostile: refusal(cutAt > 40 ? hostile : hostileStart),
	});

/** The ID of a directory. */
export const directoryId = formatted((quoted) => `${quoted} is not the ID of a directory`);

/** One phone number or several. */
export const phoneNumbers: FieldRow = {
	outcomes: (label) => ({
		empty: `"${label}" is empty`,
		nothing: 'There is no phone number',
		'too long': `${long(60)} is not a phone number`,
		'a number': rounded(label),
		true: 'A phone number cannot be read from a boolean value',
		'an object': 'A phone number cannot be read from an object',
		'a list': 'A phone number cannot be read from an object',
		hostile: `${hostile} is not a phone number`,
	}),
};

/** An amount in euros. */
export const euros: FieldRow = {
	outcomes: (label) => ({
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

/** A date and time. */
export const instant = (): FieldRow => ({
	outcomes: (label) => ({
		empty: `"${label}" is empty`,
		nothing: `"${label}" is empty`,
		'too long': `"${label}" cannot be read from ${long(40)}`,
		'a number': `"${label}" cannot be read from a value of type number`,
		true: `"${label}" cannot be read from a value of type boolean`,
		'an object': `"${label}" cannot be read from a value of type object`,
		'a list': `"${label}" cannot be read from a value of type object`,
		hostile: `"${label}" cannot be read from ${hostileStart}`,
	}),
});

/** The fields of an operation that downloads a file. @param form its form */
export const downloadFields = (form: string): Record<string, FieldRow> => ({
	output: oneOf('items', 'file'),
	returnAll: flag(form),
	limit: count({ form }),
	binaryPropertyName: anyText(form),
});

/** The options of an operation on phone numbers. */
export const numberOptions = {
	'options.batchSize': count({ max: 500 }),
	'options.defaultCountry': oneOfMany('FR', 'AF', 'AX', 'AL', 'DZ', 'AS', 'AD', 'AO'),
};

/** The option to output the fields of the input item. @param form what is sent all the same */
export const inputFields = (form: string) => ({ 'options.includeInputFields': flag(form) });
