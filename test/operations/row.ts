import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { FieldRow } from './fields';

/** A request and its answer, both worked out by hand from the manual. */
export interface Exchange {
	/** The form, without the key. */
	request: string;
	answer: Uint8Array;
}

/** An operation as its users see it. The tests of every operation and the output schemas read it. */
export interface OperationRow {
	/** Parameters, options and members by their path, and how each treats bad input. */
	fields: Record<string, FieldRow>;
	/** What a workflow stores. The expressions read the fields of the input items. */
	parameters: INodeParameters;
	/** Input items, of which the tests of every operation also take the first alone. */
	items: IDataObject[];
	/** What a run with these items asks iSendPro, in order. */
	exchanges: Exchange[];
	/** What comes out of each item; a pattern stands for a text that differs each time. */
	output: Array<Record<string, unknown>>;
	/** An output with all its fields, for the editor, where `output` has no such item. */
	fullOutput?: Record<string, unknown>;
	/** Many valid items: how many, what each changes of the first item, and how many requests they take. */
	manyItems: { count: number; item: (index: number) => IDataObject; requestCount: number };
	/** What to change of the first item so that it is refused before any request. */
	invalidItem: IDataObject;
}

/** The rows of a resource, by operation. */
export type ResourceRows = Record<string, OperationRow>;
