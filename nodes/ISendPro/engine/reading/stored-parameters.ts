import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../api/errors';
import type { Field } from '../field';
import { ExpressionParts } from './expression-parts';
import { isObject } from './plain-data';
import { roundedError } from './rounded-number';
import type { Sources } from './sources';
import { Stored } from './stored';

/** A part of a text that has no value for an item. */
export interface MissingPart {
	/** The label of the text's field. */
	readonly label: string;
	/** The code of the part, e.g. `$json.firstName`. */
	readonly code: string;
}

/** A place that the workflow stores an expression for. */
interface ExpressionPlace {
	/** The parameter that it belongs to. */
	readonly field: Field;
	/** Names and indexes that lead there. */
	readonly path: readonly string[];
	readonly raw: string;
}

const NONE_MISSING: readonly MissingPart[] = [];

function placesIn(field: Field, raw: unknown, path: readonly string[]): ExpressionPlace[] {
	if (isObject(raw)) {
		return Object.entries(raw).flatMap(([name, member]) =>
			placesIn(memberNamed(field, name), member, [...path, name]),
		);
	}
	return typeof raw === 'string' && raw.startsWith('=') ? [{ field, path, raw }] : [];
}

/** The option or member of that name; rows and groups have none of their own. */
function memberNamed(field: Field, name: string): Field {
	for (const option of field.options ?? []) {
		if ('type' in option && option.name === name) return option;
		const member = 'values' in option && option.values.find((value) => value.name === name);
		if (member) return member;
	}
	return field;
}

function valueAt(path: readonly string[], input: unknown): unknown {
	let value = input;
	for (const name of path) {
		if (!isObject(value)) return undefined;
		value = Reflect.get(value, name);
	}
	return value;
}

/** An operation's parameters as the workflow stores them, and what their expressions tell of an item. */
export class StoredParameters {
	private readonly stored: ReadonlyMap<string, Stored>;
	private readonly expressions: readonly ExpressionPlace[];
	private readonly parts: ExpressionParts;

	constructor(
		context: Pick<IExecuteFunctions, 'getNodeParameter' | 'evaluateExpression'>,
		fields: readonly Field[],
		sources: Sources,
	) {
		const raws = fields.map((field): [Field, unknown] => {
			const fallback = field.default as IDataObject;
			return [field, context.getNodeParameter(field.name, 0, fallback, { rawExpressions: true })];
		});
		this.stored = new Map(raws.map(([{ name }, raw]) => [name, new Stored(raw)]));
		this.expressions = raws.flatMap(([field, raw]) => placesIn(field, raw, [field.name]));
		this.parts = new ExpressionParts(context, sources);
	}

	/** What is stored for a field. */
	readonly of = ({ name }: Field): Stored | undefined => this.stored.get(name);

	/**
	 * Looks at the parts of the expressions of one item.
	 * @param input what the item gives for each field
	 * @returns those without a value in texts that others read
	 * @throws InvalidInputError for a number in a text that was rounded before it got there, and for a part
	 *   without a value where none may be missing
	 */
	lookAt(itemIndex: number, input: Readonly<Record<string, unknown>>): readonly MissingPart[] {
		let missing = NONE_MISSING;
		for (const { field, path, raw } of this.expressions) {
			const text = valueAt(path, input);
			if (typeof text !== 'string') continue;
			const rounded = this.parts.roundedIn(raw, text, itemIndex);
			if (rounded !== undefined) throw roundedError(field, rounded);
			if (!field.reportsMissing && !field.refusesMissing) continue;
			const codes = this.parts.missingIn(raw, text, itemIndex);
			const [first] = codes;
			if (first !== undefined && field.refusesMissing)
				throw missingPartError({ label: field.displayName, code: first });
			if (codes.length > 0)
				missing = [...missing, ...codes.map((code) => ({ label: field.displayName, code }))];
		}
		return missing;
	}
}

/** Why an item is refused whose text has a part without a value. */
export function missingPartError({ label, code }: MissingPart): InvalidInputError {
	return new InvalidInputError(
		`"${label}" has a part without a value: ${code}`,
		'Fill it in for this item, or give the expression a text to take instead, e.g. {{ $json.firstName || "customer" }}.',
	);
}
