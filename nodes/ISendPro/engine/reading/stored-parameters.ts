import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../api/errors';
import type { Field } from '../field';
import { ExpressionParts } from './expression-parts';
import type { Sources } from './sources';
import { Stored } from './stored';

/** A part of a text that has no value for an item. */
export interface MissingPart {
	/** The label of the text's field. */
	readonly label: string;
	/** The code of the part, e.g. `$json.firstName`. */
	readonly code: string;
}

/** An operation's parameters as the workflow stores them, with their expressions. */
export class StoredParameters {
	private readonly raws: ReadonlyMap<string, unknown>;
	private readonly parts: ExpressionParts;
	private readonly reporting: readonly Field[];

	constructor(
		context: Pick<IExecuteFunctions, 'getNodeParameter' | 'evaluateExpression'>,
		fields: readonly Field[],
		sources: Sources,
	) {
		const rawOf = ({ name, default: fallback }: Field): unknown =>
			context.getNodeParameter(name, 0, fallback as IDataObject, { rawExpressions: true });
		this.raws = new Map(fields.map((field) => [field.name, rawOf(field)]));
		this.parts = new ExpressionParts(context, sources);
		this.reporting = fields.filter(({ reportsMissing }) => reportsMissing);
	}

	/** What is stored for each field, to be read for one item. */
	at(itemIndex: number): (field: Field) => Stored {
		const findRounded = (raw: string, text: string) => this.parts.roundedIn(raw, text, itemIndex);
		return ({ name }) => new Stored(this.raws.get(name), findRounded);
	}

	/** The parts without a value in the texts that others read, for one item. */
	missingAt(itemIndex: number): MissingPart[] {
		return this.reporting.flatMap(({ name, displayName: label }) =>
			this.parts.missingIn(this.raws.get(name), itemIndex).map((code) => ({ label, code })),
		);
	}
}

/** Why an item is refused whose text has a part without a value. */
export function missingPartError({ label, code }: MissingPart): InvalidInputError {
	return new InvalidInputError(
		`"${label}" has a part without a value: ${code}`,
		'Fill it in for this item, or give the expression a text to take instead, e.g. {{ $json.firstName || "customer" }}.',
	);
}
