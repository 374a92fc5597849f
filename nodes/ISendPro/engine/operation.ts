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
	/** What was asked for so that units can be final, by their need: see {@link Preliminary}. */
	obtained: ReadonlyMap<string, string>;
	/** The address at which n8n takes an answer while the execution waits; it is signed. */
	resumeUrl(parameters: Record<string, string>): string;
}

/** What an execution waits for once something has been accepted. */
export interface Wait {
	/** When it goes on without an answer; never if absent. */
	until?: Date;
	/** Plain data: what the operation's own webhook needs to take an answer. */
	question: IDataObject;
}

/**
 * What steers a whole run; that of the first item that can be read holds. Where money is at stake, the
 * most careful item does: one dry run makes it one for all, and the smallest limit holds.
 */
export interface Steering {
	/** The most units of a request; never more than the operation's `maxBatch`. */
	batchSize?: number;
	/** Milliseconds between two requests. */
	batchInterval?: number;
	/** Whether the node stops at the end when some units were accepted and others were not. */
	onPartialFailure?: 'continue' | 'stop';
	/** Everything is checked and counted, and nothing is asked for but the balance. */
	dryRun?: boolean;
	/** The most SMS that the run may take; of one that takes more, nothing is asked for. */
	maxSms?: number;
}

/** What n8n shows beside the output. */
export interface Hint {
	readonly type: 'info' | 'warning';
	readonly message: string;
}

/**
 * One thing that an input item asks for: a recipient, a number, or the item's one request. Units
 * travel in batches.
 */
export interface Unit<Request = unknown> {
	/** Names it in an output, an error and the memory, e.g. `{ to }`. The same at every try. */
	readonly identity?: IDataObject;
	/** Fields that its output always has, after its name, empty where the operation says nothing else. */
	readonly always?: IDataObject;
	/** What an output says of it besides, e.g. `{ text, parts }`. */
	readonly shown?: IDataObject;
	/** The user's own reference to it, in an output and an error, e.g. `{ tracker }`. */
	readonly reference?: IDataObject;
	/** Said if it is accepted; once a run, however many say the same. */
	readonly hints?: readonly Hint[];
	/** Units with equal keys may share a request; without a key all may. */
	readonly batchKey?: string;
	/** What a refused sender is refused for: others with an equal key would be refused too. */
	readonly senderKey?: string;
	/** Units with equal keys ask for the same; without a key each is asked for in its own right. */
	readonly duplicateKey?: string;
	/** It is asked for even if an earlier one asks for the same. */
	readonly mayRepeat?: boolean;
	/** Milliseconds since 1970 after which it may no longer be asked for. */
	readonly sendBefore?: number;
	/** How many SMS it takes, or at least takes. */
	readonly parts?: number;
	/** The condition under which it takes just these, where nobody knows how many it takes. */
	readonly partsIf?: string;
	/** What is to be had before it is final: until then it is written with stand-ins. */
	readonly needs?: readonly string[];
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

/**
 * What has to be asked for before units are final, e.g. short links. A unit says what it needs; once
 * that is had, its item is prepared again with it.
 */
export interface Preliminary {
	/** @throws RequestFailed if it cannot be had */
	ask(account: Account, need: string): Promise<string>;
	/** Why a unit is not asked for whose need cannot be had. */
	failure(need: string, cause: Failure): Failure;
	/** What a dry run says of what stands in its place. */
	readonly standIn: string;
}

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
	readonly idempotent: boolean;
	/** The most units that one request takes. */
	readonly maxBatch: number;
	/** Whether a repeat in a run shares the first one's output, or is left out as `skipped`. */
	readonly onDuplicate: 'share' | 'skip';
	readonly preliminary?: Preliminary;
	steering(input: Input): Steering;
	/**
	 * For an operation after which the execution waits for an answer. n8n waits once a run, so it sees
	 * the first input item only.
	 */
	waits?(input: Input, run: Run): Wait;
	/**
	 * Checks one input item, before any request. The same input gives the same units in the same order,
	 * whatever was obtained.
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
