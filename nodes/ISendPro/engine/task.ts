import type { IDataObject } from 'n8n-workflow';
import type { Failure } from '../api/wire/failure';

/** What n8n shows beside the output. */
export interface Hint {
	readonly type: 'info' | 'warning';
	readonly message: string;
	/**
	 * What one task has of it. The hint is shown once, with how often it was said and the first detail.
	 */
	readonly detail?: string;
}

/** What an output, an error and the ledger say of a task. */
export interface TaskDescription {
	/** Names it in an output, an error and the ledger, e.g. `{ to }`. The same at every try. */
	readonly identity?: IDataObject;
	/** Fields that its output always has, after its name, empty where the operation says nothing else. */
	readonly outputDefaults?: IDataObject;
	/** What an output says of it besides, e.g. `{ text, parts }`. */
	readonly outputDetails?: IDataObject;
	/** The user's own reference to it, in an output and an error, e.g. `{ tracker }`. */
	readonly userReference?: IDataObject;
	/** Tasks with equal keys ask for the same; without a key each is executed in its own right. */
	readonly duplicateKey?: string;
	/** Of all tasks with that key, in this run and in all others of the node, one is executed. */
	readonly onceKey?: string;
}

/**
 * One thing that an input item asks for: a recipient, a number, or the item's one request. Plain data
 * that nobody changes once `prepare` has made it. Tasks travel in batches.
 */
export interface Task<Request = unknown> extends TaskDescription {
	/** Shown if it is accepted; once a run, however many tasks say the same. */
	readonly hints?: readonly Hint[];
	/** Shown if it shares the output of an accepted task that asks for the same; once a run. */
	readonly repeatHint?: Hint;
	/** Tasks with equal keys may share a request; without a key all may. */
	readonly batchKey?: string;
	/** How much of a request's room it takes, as of the operation's `maxBatchWeight`; nothing if absent. */
	readonly weight?: number;
	/** A failure that stops a group, e.g. a refused sender, applies to all tasks with an equal key. */
	readonly failureGroup?: string;
	/** It is executed even if an earlier task asks for the same. */
	readonly mayRepeat?: boolean;
	/** Milliseconds since 1970 from which on it may no longer be submitted. */
	readonly submitBefore?: number;
	/** The number of SMS that it takes, or the minimum. */
	readonly parts?: number;
	/** The assumption behind `parts`, where the number is not known. */
	readonly partsCondition?: string;
	/** Its SMS may cost more than the usual price. */
	readonly mayCostMore?: boolean;
	/** What must exist before it is final, e.g. short links; until then it is written with stand-ins. */
	readonly requires?: readonly string[];
	/** What `execute` needs of it. */
	readonly request: Request;
}

/** One item of the node's output. */
export interface OutputItem {
	json: IDataObject;
	/** A file to put beside the json, under the binary property of that name. */
	file?: { property: string; bytes: Uint8Array; fileName: string; mimeType: string };
}

/** What iSendPro gave for an accepted task: the fields of its item, or several items. */
export type Accepted = IDataObject | OutputItem[];

/** The result of one task: what it gave, or why it gave nothing. */
export type Result = Accepted | { failure: Failure };

/** Where a task stands in the run. */
export interface Place {
	/** Place in the output. */
	readonly index: number;
	readonly itemIndex: number;
}

/** A task that is not settled yet. */
export interface Pending extends Place {
	/** Its name within its input item, in the ledger. */
	readonly key: string;
	readonly task: Task;
	/** The task as it was prepared, where it has been finalized since. */
	readonly prepared?: Task;
}

/** What a task says of the SMS that it takes. */
export type Counted = Pick<Task, 'parts' | 'partsCondition' | 'mayCostMore'>;

/** What became of a task. Made once, by the step that decides it, and never changed. */
export type Settled = Place & {
	readonly task: TaskDescription & Counted & Pick<Task, 'hints' | 'repeatHint'>;
	/** An earlier try of the run decided it. */
	readonly isRestored?: boolean;
	/** The input item that asked for the same before. */
	readonly repeatedItem?: number;
} & (
		| { readonly outcome: 'accepted'; readonly result: Accepted }
		| { readonly outcome: 'failed'; readonly failure: Failure }
		| { readonly outcome: 'skipped'; readonly reason: string }
		| { readonly outcome: 'checked' }
		| { readonly outcome: 'refused'; readonly error: Error }
	);

/** A task that failed. */
export type Failed = Extract<Settled, { outcome: 'failed' }>;

/** An input item, or what is left of it, whose input cannot be used. */
export type Refused = Extract<Settled, { outcome: 'refused' }>;

/** The outcome of a step: what it settled, and what is left to do. */
export interface Step {
	readonly settled: readonly Settled[];
	readonly pending: readonly Pending[];
}

/** Whether a task gave nothing. */
export function isFailure(result: Result): result is { failure: Failure } {
	return 'failure' in result;
}

/** Settles a task as failed. */
export function failed({ index, itemIndex, task }: Pending, failure: Failure): Failed {
	return { index, itemIndex, task, outcome: 'failed', failure };
}
