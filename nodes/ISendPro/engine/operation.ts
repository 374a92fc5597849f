import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Failure } from '../api/wire/failure';
import type { TextEncoding } from '../api/wire/form';
import type { Gateway } from '../api/wire/account';
import type { Field, Values } from './field';

/** What all input items of one run share. */
export interface Run {
	textEncoding: TextEncoding;
	/** The workflow's time zone. */
	timezone: string;
	/** One instant for the whole run. */
	now: Date;
}

/** One item of the node's output. */
export interface OutputItem {
	json: IDataObject;
	/** A file to put beside the json, under the binary property of that name. */
	file?: { property: string; bytes: Uint8Array; fileName: string; mimeType: string };
}

/** What came of one unit: its output, or why there is none. */
export type Outcome = { items: OutputItem[] } | { failure: Failure };

/** The api's word on one unit: what an item shows, or why there is none. */
export type Result = IDataObject | { failure: Failure };

function isFailed(result: Result): result is { failure: Failure } {
	return 'failure' in result;
}

/** A result as the outcome of its unit. */
export function outcomeOf(result: Result): Outcome {
	return isFailed(result) ? result : { items: [{ json: result }] };
}

/**
 * One operation of the node, as the router runs it. An input item asks for one or several units: a
 * recipient, a number, or the item's one request. Units travel in batches.
 */
export interface Operation<Input = unknown, Unit = unknown> {
	readonly option: INodePropertyOptions;
	readonly fields: readonly Field[];
	/** Doing it twice costs nothing and changes no more than once, so nothing has to be remembered. */
	readonly repeatable: boolean;
	/** The most units that one request takes. */
	readonly maxBatch: number;
	/**
	 * Checks one input item, before any request.
	 * @throws InvalidInputError
	 */
	prepare(input: Input, run: Run): Unit[];
	/** Names a unit in an output, an error and the memory, e.g. `{ to }`. The same at every try. */
	identify(unit: Unit): IDataObject;
	/** The user's own reference to a unit, in an output and an error, e.g. `{ tracker }`. */
	refer(unit: Unit): IDataObject;
	/** What an output says of a unit besides, e.g. `{ text, parts }`. */
	describe(unit: Unit): IDataObject;
	/** Whether a unit may no longer be asked for, because the run took long. */
	isTooLate(unit: Unit, now: Date): boolean;
	/** Units with equal keys may share a request. */
	batchKey(unit: Unit): string;
	/** What a refused sender is refused for: other units with an equal key would be refused too. */
	senderKey(unit: Unit): string;
	/** Units with equal keys ask for the same; undefined if each is asked for in its own right. */
	duplicateKey(unit: Unit): string | undefined;
	/** Whether a duplicate shares the first one's output, or is left out as `skipped`. */
	readonly onDuplicate: 'share' | 'skip';
	/**
	 * Does what a batch asks for.
	 * @returns one outcome per unit, in order
	 * @throws GatewayError if the request failed as a whole
	 */
	runBatch(gateway: Gateway, units: Unit[], run: Run): Promise<Outcome[]>;
}

/** One resource: its label and its operations. */
export interface Resource {
	option: INodePropertyOptions;
	operations: readonly Operation[];
	/** The operation that is chosen first. */
	defaultOperation: string;
}

type Defaulted =
	'refer' | 'isTooLate' | 'describe' | 'batchKey' | 'senderKey' | 'duplicateKey' | 'onDuplicate';

interface Definition<Fields extends readonly Field[]> {
	/** Label, stable value, action and description of the operation. */
	option: INodePropertyOptions;
	/** Its parameters, without the `show` for resource and operation, which is derived. */
	fields: Fields;
	/** See {@link Operation.repeatable}. */
	repeatable: boolean;
}

interface SingleDefinition<Fields extends readonly Field[], Request> extends Definition<Fields> {
	/** Checks one input item, before any request; throws InvalidInputError. */
	prepare(input: Values<Fields>, run: Run): Request;
	/** See {@link Operation}, whose unit is here the one request of an input item. */
	identify?(request: Request): IDataObject;
	describe?(request: Request): IDataObject;
	duplicateKey?(request: Request): string | undefined;
	onDuplicate?: 'share' | 'skip';
	/** Makes the request; throws GatewayError. */
	run(gateway: Gateway, request: Request, run: Run): Promise<OutputItem[]>;
}

type BatchDefinition<Fields extends readonly Field[], Unit> = Definition<Fields> &
	Omit<Operation<Values<Fields>, Unit>, keyof Definition<Fields> | Defaulted> &
	Partial<Pick<Operation<Values<Fields>, Unit>, Defaulted>>;

/**
 * Defines an operation that makes one request for each input item. The type of its input follows
 * from its fields.
 */
export function defineOperation<const Fields extends readonly Field[], Request>(
	definition: SingleDefinition<Fields, Request>,
): Operation<Values<Fields>, Request> {
	return defineBatchOperation<Fields, Request>({
		identify: () => ({}),
		...definition,
		maxBatch: 1,
		prepare: (input, run) => [definition.prepare(input, run)],
		async runBatch(gateway, requests, run) {
			return await Promise.all(
				requests.map(async (request) => ({ items: await definition.run(gateway, request, run) })),
			);
		},
	});
}

/** Defines an operation whose requests each carry many units. */
export function defineBatchOperation<const Fields extends readonly Field[], Unit>(
	definition: BatchDefinition<Fields, Unit>,
): Operation<Values<Fields>, Unit> {
	return {
		refer: () => ({}),
		isTooLate: () => false,
		describe: () => ({}),
		batchKey: () => '',
		senderKey: () => '',
		duplicateKey: () => undefined,
		onDuplicate: 'share',
		...definition,
	};
}
