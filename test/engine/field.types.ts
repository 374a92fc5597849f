import type { setRestriction } from '../../nodes/ISendPro/actions/sub-account/set-restriction.operation';
import type { Field, Values } from '../../nodes/ISendPro/engine/field';

type Equal<One, Other> =
	(<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
type Expect<Claim extends true> = Claim;

const fieldList = <const Fields extends readonly Field[]>(fields: Fields) => fields;
const own = { displayName: 'X', default: '' } as const;
const pair = {
	displayName: 'Pair',
	name: 'pair',
	values: [
		{ ...own, name: 'label', type: 'string' },
		{ ...own, name: 'count', type: 'number' },
	],
} as const;

const fields = fieldList([
	{ ...own, name: 'text', type: 'string' },
	{ ...own, name: 'number', type: 'number' },
	{ ...own, name: 'isOn', type: 'boolean' },
	{ ...own, name: 'time', type: 'dateTime' },
	{ ...own, name: 'raw', type: 'string', raw: true },
	{ ...own, name: 'notice', type: 'notice' },
	{
		...own,
		name: 'choice',
		type: 'options',
		options: [
			{ name: 'Automatic', value: 'auto' },
			{ name: 'Two', value: 2 },
		],
	},
	{
		...own,
		name: 'settings',
		type: 'collection',
		options: [{ ...own, name: 'sender', type: 'string' }],
	},
	{ ...own, name: 'group', type: 'fixedCollection', options: [pair] },
	{
		...own,
		name: 'rows',
		type: 'fixedCollection',
		options: [pair],
		typeOptions: { multipleValues: true },
	},
]);
type Input = Values<typeof fields>;
type RestrictionInput = Parameters<typeof setRestriction.prepare>[0];

/** The input of an operation follows from its fields: `tsc` fails where one of these claims is wrong. */
export interface Claims {
	'a string gives text': Expect<Equal<Input['text'], string>>;
	'a number gives a number': Expect<Equal<Input['number'], number>>;
	'a boolean gives true or false': Expect<Equal<Input['isOn'], boolean>>;
	'a time gives what the expression gives': Expect<Equal<Input['time'], unknown>>;
	'a raw field gives what the expression gives': Expect<Equal<Input['raw'], unknown>>;
	'options give one of their values': Expect<Equal<Input['choice'], 'auto' | 2>>;
	'members of a collection may be missing': Expect<Equal<Input['settings'], { sender?: string }>>;
	'a fixed collection gives one group': Expect<
		Equal<Input['group'], { pair?: { label: string; count: number } }>
	>;
	'a fixed collection of multiple values gives rows': Expect<
		Equal<Input['rows'], { pair?: Array<{ label: string; count: number }> }>
	>;
	'a notice gives nothing, and a misspelt name is none': Expect<
		Equal<Extract<keyof Input, 'notice' | 'txt'>, never>
	>;
	'an operation gets its own fields': Expect<
		Equal<
			RestrictionInput,
			{ subAccountKeyId: string; restriction: 'stop' | 'time'; enabled: boolean }
		>
	>;
}
