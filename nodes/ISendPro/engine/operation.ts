import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Account } from '../api/wire/account';
import type { Failure } from '../api/wire/failure';
import type { TextEncoding } from '../api/wire/form';
import type { Field, Values } from './field';

/** What all input items of one run share. */
export interface Run {
	textEncoding: TextEncoding;
	/** The workflow's time zone. */
	timezone: string;
	/** One instant for the whole run. */
	now: Date;
	/** The address at which n8n takes an answer while the execution waits; it is signed. */
	resumeUrl(parameters: Record<string, string>): string;
}

/** What an execution waits for once something has been accepted. */
export interface Wait {
	/** When it goes on without an answer; never if absent. */
	until?: Date;
	/** Plain data: what the operation's own webhook needs to take an answer. */
	question: object;
}

/** What steers a whole run; that of the first item that can be read holds. */
export interface Steering {
	/** The most units of a request; never more than the operation's `maxBatch`. */
	batchSize?: number;
	/** Milliseconds between two requests. */
	batchInterval?: number;
	/** Whether the node stops at the end when some units were accepted and others were not. */
	onPartialFailure?: 'continue' | 'stop';
}

/**
 * One thing that an input item asks for: a recipient, a number, or the item's one request. Units
 * travel in batches.
 */
export interface Unit<Request = unknown> {
	/** Names it in an output, an error and the memory, e.g. `{ to }`. The same at every try. */
	readonly identity?: IDataObject;
	/** What an output says of it besides, e.g. `{ text, parts }`. */
	readonly shown?: IDataObject;
	/** The user's own reference to it, in an output and an error, e.g. `{ tracker }`. */
	readonly reference?: IDataObject;
	/** Units with equal keys may share a request; without a key all may. */
	readonly batchKey?: string;
	/** What a refused sender is refused for: others with an equal key would be refused too. */
	readonly senderKey?: string;
	/** Units with equal keys ask for the same; without a key each is asked for in its own right. */
	readonly duplicateKey?: string;
	/** Milliseconds since 1970 after which it may no longer be asked for. */
	readonly sendBefore?: number;
	/** What `run` needs of it. */
	readonly request: Request;
}

/** One item of the node's output. */
export interface OutputItem {
	json: IDataObject;
	/** A file to put beside the json, under the binary property of that name. */
	file?: { property: string; bytes: Uint8Array; fileName: string; mimeType: string };
}

/** What came of one unit: one item, several, or why there is none. */
export type Result = IDataObject | OutputItem[] | { failure: Failure };

/** At least one, in order. */
export type NonEmpty<Element> = readonly [Element, ...Element[]];

/** One operation of the node, as the engine runs it. */
export interface Operation<Input = unknown, Request = unknown> {
	/** Label, stable value, action and description. */
	readonly option: INodePropertyOptions;
	/** Its parameters, without the `show` for resource and operation, which is derived. */
	readonly fields: readonly Field[];
	/**
	 * The one rule about money: doing it twice costs nothing and changes no more than once. What is
	 * tried again, what is remembered and what an error says of doubt follow from it.
	 */
	readonly repeatable: boolean;
	/** The most units that one request takes. */
	readonly maxBatch: number;
	/** Whether a repeat in a run shares the first one's output, or is left out as `skipped`. */
	readonly onDuplicate: 'share' | 'skip';
	steering(input: Input): Steering;
	/**
	 * For an operation after which the execution waits for an answer. n8n waits once a run, so it sees
	 * the first input item only.
	 */
	waits?(input: Input, run: Run): Wait;
	/**
	 * Checks one input item, before any request.
	 * @throws InvalidInputError
	 */
	prepare(input: Input, run: Run): Array<Unit<Request>>;
	/**
	 * Does what the units of a batch ask for.
	 * @returns one result per unit, in order
	 * @throws RequestFailed if the request failed as a whole
	 */
	run(account: Account, requests: NonEmpty<Request>, run: Run): Promise<Result[]>;
}

type Defaulted = 'maxBatch' | 'onDuplicate' | 'steering';

type Definition<Fields extends readonly Field[], Request> = { fields: Fields } & Omit<
	Operation<Values<Fields>, Request>,
	'fields' | Defaulted
> &
	Partial<Pick<Operation<Values<Fields>, Request>, Defaulted>>;

/**
 * Defines an operation. The type of its input follows from its fields. Without `maxBatch` each unit
 * has a request of its own.
 */
export function defineOperation<const Fields extends readonly Field[], Request>(
	definition: Definition<Fields, Request>,
): Operation<Values<Fields>, Request> {
	return { maxBatch: 1, onDuplicate: 'share', steering: () => ({}), ...definition };
}

/** One resource: its label and its operations. */
export interface Resource {
	option: INodePropertyOptions;
	operations: readonly Operation[];
	/** The operation that is chosen first. */
	defaultOperation: string;
}
