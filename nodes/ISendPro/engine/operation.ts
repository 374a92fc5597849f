import type { IExecuteFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { Account } from '../api/wire/account';
import type { Failure } from '../api/wire/failure';
import type { TextEncoding } from '../api/wire/form';
import type { Field, Values } from './field';
import type { Accepted, Hint, Result, Task } from './task';

/** What all input items of one run share. */
export interface RunContext {
	/** Names this run of the node: the same at every try, another at every run. */
	readonly runId: string;
	readonly textEncoding: TextEncoding;
	/** The base URL of the account. */
	readonly gateway: string;
	/** The workflow's time zone. */
	readonly timezone: string;
	/** One instant for the whole run. */
	readonly now: Date;
	/** The address at which n8n takes the answer of a person while the execution waits; it is signed. */
	resumeUrl(person: string): string;
}

/**
 * Options that steer a whole run; those of the first item that is not refused hold. Where money is at
 * stake, the most careful of all items decides, also of those that are refused: one dry run makes it one
 * for all, and the strictest limit holds.
 */
export interface RunOptions {
	/** The most tasks of a request; never more than the operation's `maxBatch`. */
	readonly batchSize?: number;
	/** Milliseconds between two requests. */
	readonly batchInterval?: number;
	/** Whether the node stops at the end when some tasks were accepted and others were not. */
	readonly onPartialFailure?: 'continue' | 'stop';
	/** Everything is checked and counted, and nothing is sent. */
	readonly dryRun?: boolean;
	/** The most SMS that the run may take; a run that would take more sends nothing. */
	readonly maxSms?: number;
	/** The most that the run may cost, in euros; a run that would cost more sends nothing. */
	readonly maxCost?: number;
	/** The credit that must be left, in euros; a run that would leave less sends nothing. */
	readonly minimumCredit?: number;
	/** Whether an item is refused where a part of a text has no value; otherwise a hint says so. */
	readonly missingValues?: 'warn' | 'refuse';
	/** Whether the fields of an input item come out beside those of its output. */
	readonly includeInputFields?: boolean;
}

/** How many SMS tasks take, as far as it can be counted. */
export interface Usage {
	readonly parts: number;
	/** The assumption behind `parts`, where the number is not known. */
	readonly condition?: string;
	/** How many of `parts` may cost more than the usual price of an SMS. */
	readonly dearerParts?: number;
}

/** By what the balance says: the credit and the usual price of an SMS in euros, or why that is not known. */
export type Funds =
	| { readonly credit: number; readonly pricePerSms: number }
	| {
			/** The end of a sentence, without a full stop. */
			readonly unknownBecause: string;
			/** What the request for the balance failed for. */
			readonly cause?: Failure;
	  };

/** What an operation says of the SMS that a run takes, and of their price. */
export interface Billing {
	/** Why nothing was sent by a run that would take more than its limit. */
	limitExceeded(usage: Usage, maxSms: number): Failure;
	/** Asks for the balance, and for nothing else. Never throws: it may be unknown. */
	readFunds(account: Account): Promise<Funds>;
	/** Why a run sends nothing that would cost too much or leave too little, or may; otherwise undefined. */
	costExceeded(
		usage: Usage,
		funds: Funds,
		limits: Pick<RunOptions, 'maxCost' | 'minimumCredit'>,
	): Failure | undefined;
	/** Estimates what a run would cost, for the hint of a dry run. */
	dryRunHint(usage: Usage, funds: Funds): Hint;
	/** The number of SMS that an accepted task took, where the answer says it. */
	billedParts?(result: Accepted): number | undefined;
	/**
	 * What was accepted and what it cost, as a sentence.
	 * @param funds if the run has asked for them
	 */
	acceptedSummary(usage: Usage, funds?: Funds): string;
}

/**
 * What must exist before a task is final, e.g. short links. Each takes one request, under the same rules
 * like every request of the run: it is made once, recorded in the ledger, and skipped where an earlier
 * failure would recur.
 */
export interface Prerequisite {
	/** As of {@link Operation.idempotent}. */
	readonly idempotent: boolean;
	/** @throws RequestFailed */
	resolve(account: Account, requirement: string): Promise<string>;
	/** Why a task is not executed whose requirement could not be resolved. */
	failure(requirement: string, cause: Failure): Failure;
	/** What a dry run says of the stand-ins. */
	readonly standInNote?: string;
}

/** What an operation does after which the execution waits for an answer. */
export interface Waiting<Input> {
	/** @throws NodeOperationError where n8n is too old */
	assertSupported(context: IExecuteFunctions): void;
	/** @returns the addresses of a run, as of {@link RunContext.resumeUrl} */
	addresses(context: IExecuteFunctions, runId: string): RunContext['resumeUrl'];
	/** Puts the execution to wait, once something has been accepted. */
	start(context: IExecuteFunctions, input: Input, run: RunContext): Promise<void>;
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
	 * tried again, what the ledger keeps, and whether an error warns of a repeat follow from it.
	 */
	readonly idempotent: boolean;
	/** The most tasks that one request takes. */
	readonly maxBatch: number;
	/** The most that the weights of a request's tasks may come to; a task alone is always submitted. */
	readonly maxBatchWeight?: number;
	/** Whether a repeat in a run shares the first one's output, or comes out as `skipped`. */
	readonly onDuplicate: 'share' | 'skip';
	readonly prerequisite?: Prerequisite;
	readonly billing?: Billing;
	/** n8n waits once a run, so an operation that waits sees the first input item only. */
	readonly waiting?: Waiting<Input>;
	runOptions(input: Input): RunOptions;
	/**
	 * Checks one input item, before any request. The same input gives the same tasks in the same order.
	 * @throws InvalidInputError
	 */
	prepare(input: Input, run: RunContext): Array<Task<Request>>;
	/**
	 * Writes a task anew with what it requires.
	 * @param resolved at least all that the task requires
	 * @throws InvalidInputError if it is no longer as it was checked, e.g. too long
	 */
	finalize?(task: Task<Request>, resolved: ReadonlyMap<string, string>): Task<Request>;
	/**
	 * Does what the tasks of a batch ask for.
	 * @returns one result per task, in order
	 * @throws RequestFailed if the request failed as a whole
	 */
	execute(account: Account, requests: NonEmpty<Request>): Promise<Result[]>;
}

type Defaulted = 'maxBatch' | 'onDuplicate' | 'runOptions';

type Definition<Fields extends readonly Field[], Request> = { fields: Fields } & Omit<
	Operation<Values<Fields>, Request>,
	'fields' | Defaulted
> &
	Partial<Pick<Operation<Values<Fields>, Request>, Defaulted>>;

/**
 * Defines an operation. The type of its input follows from its fields. Without `maxBatch` each task
 * has a request of its own.
 */
export function defineOperation<const Fields extends readonly Field[], Request>(
	definition: Definition<Fields, Request>,
): Operation<Values<Fields>, Request> {
	return { maxBatch: 1, onDuplicate: 'share', runOptions: () => ({}), ...definition };
}

/** One resource: its label and its operations. */
export interface Resource {
	option: INodePropertyOptions;
	operations: readonly Operation[];
	/** The operation that is chosen first. */
	defaultOperation: string;
}
