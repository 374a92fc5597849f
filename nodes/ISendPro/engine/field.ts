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

type DisplayRules = Readonly<Record<string, ReadonlyArray<string | number | boolean>>>;

/** The values of other parameters for which a field is shown or hidden. */
interface Display {
	readonly show?: DisplayRules;
	readonly hide?: DisplayRules;
}

/**
 * A parameter of an operation: n8n's INodeProperties, read-only, so that its literal types are kept,
 * and what only this package knows of it.
 */
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
	/** The operation reads it itself, whatever an expression gives: numbers in any form, money. */
	readonly raw?: true;
	/**
	 * Reads its value in the place of the way of its type, e.g. an amount that may have a comma.
	 * @throws InvalidInputError
	 */
	readonly read?: (value: unknown) => number;
	/** Its value names what is asked for, in the error of an item that was refused for another. */
	readonly names?: true;
	/** A part of its text that has no value is told to the user, or refused: a gap in what others read. */
	readonly reportsMissing?: true;
	/** A part of its text that has no value refuses the item: the rest would mean something else. */
	readonly refusesMissing?: true;
	readonly options?: ReadonlyArray<Choice | Group | Field>;
}

type ChoiceValue<F> = F extends { options: ReadonlyArray<infer C> }
	? C extends { value: infer V }
		? V
		: never
	: string;

type Rows<F> = F extends { options: ReadonlyArray<infer G> }
	? {
			[P in G as P extends Group ? P['name'] : never]?: P extends Group
				? F extends { typeOptions: { multipleValues: true } }
					? Array<Values<P['values']>>
					: Values<P['values']>
				: never;
		}
	: never;

type Members<F> = F extends { options: infer O }
	? O extends readonly Field[]
		? Partial<Values<O>>
		: never
	: never;

type ValueOf<F extends Field> = F extends { raw: true }
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
