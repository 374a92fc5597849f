import type { INodePropertyTypeOptions, NodePropertyTypes } from 'n8n-workflow';

/** One choice of an `options` field. */
interface Choice {
	readonly name: string;
	readonly value: string | number | boolean;
	readonly description?: string;
	readonly action?: string;
}

/** One group of a `fixedCollection` field. */
interface Group {
	readonly displayName: string;
	readonly name: string;
	readonly values: readonly Field[];
}

/** The values of other parameters for which a field is shown. */
interface Display {
	readonly show: Readonly<Record<string, ReadonlyArray<string | number | boolean>>>;
}

/** A parameter of an operation: n8n's INodeProperties, read-only, so that its literal types are kept. */
export interface Field {
	readonly displayName: string;
	readonly name: string;
	readonly type: NodePropertyTypes;
	readonly default: unknown;
	readonly description?: string;
	readonly hint?: string;
	readonly placeholder?: string;
	readonly required?: boolean;
	readonly noDataExpression?: boolean;
	readonly typeOptions?: Readonly<INodePropertyTypeOptions>;
	readonly displayOptions?: Display;
	readonly options?: ReadonlyArray<Choice | Group | Field>;
}

/** The parameters that take one number or several, in text or in an array. */
export const PHONE_NUMBER_PARAMETERS = ['to', 'phoneNumber'] as const;

/** What the operation reads itself, whatever an expression gives; money may have a comma. */
export const READ_BY_THE_OPERATION = [...PHONE_NUMBER_PARAMETERS, 'price', 'amount'] as const;

type ChoiceValue<F> = F extends { options: ReadonlyArray<infer C> }
	? C extends { value: infer V }
		? V
		: never
	: string;

type Rows<F> = F extends { options: ReadonlyArray<infer G> }
	? {
			[P in G as P extends Group ? P['name'] : never]?: P extends Group
				? Array<Values<P['values']>>
				: never;
		}
	: never;

type Members<F> = F extends { options: infer O }
	? O extends readonly Field[]
		? Partial<Values<O>>
		: never
	: never;

type ValueOf<F extends Field> = F['name'] extends (typeof READ_BY_THE_OPERATION)[number]
	? unknown
	: F['type'] extends 'number'
		? number
		: F['type'] extends 'boolean'
			? boolean
			: F['type'] extends 'options'
				? ChoiceValue<F>
				: F['type'] extends 'collection'
					? Members<F>
					: F['type'] extends 'fixedCollection'
						? Rows<F>
						: F['type'] extends 'dateTime'
							? unknown
							: string;

/** The input that a list of fields gives to its operation: each value by the name of its field. */
export type Values<Fields extends readonly Field[]> = {
	-readonly [F in Fields[number] as F['type'] extends 'notice' ? never : F['name']]: ValueOf<F>;
};
