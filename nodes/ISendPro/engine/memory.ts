import { createHash } from 'crypto';
import type {
	IContextObject,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import type { Failure } from '../api/wire/failure';
import { isRetryAfterCrash, lostInCrash } from './crash';
import type { Operation, Outcome } from './operation';
import type { Entry } from './plan';

/** What is remembered of one unit: what it gave, or why it was refused for good. */
interface Remembered {
	items?: IDataObject[];
	failure?: Failure;
	/** What was asked. A refusal only answers for the same again; a message that may be out, for any. */
	asked: string;
}

function hash(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/** A unit that was submitted when the run ended: iSendPro may have acted on it. */
function interrupted(): Failure {
	return {
		status: 'unknown',
		message: 'The run was interrupted while iSendPro was being asked, so it may have been done',
		description:
			'Look in the iSendPro customer area or in the campaign report before you ask for it again.',
		concerns: 'service',
		stopsRun: false,
		final: true,
	};
}

/**
 * What was accepted, refused for good or may have been done, so that n8n's "Retry On Fail" and a
 * later retry of the execution never do it twice. It lives in the execution's data, which outlives
 * both, and is kept apart for each input and, in loops, for each run of the node. n8n counts every try of
 * an AI agent's tool as a run of its own, so there the input alone counts.
 */
export class Memory {
	private readonly store: IContextObject;

	private readonly key: string;

	/** An earlier try was killed before its memory was stored. */
	private readonly lost: boolean;

	private readonly places = new Map<Entry<unknown>, string>();

	private readonly questions = new Map<Entry<unknown>, string>();

	private readonly occurrences = new Map<string, number>();

	/**
	 * To be made at the beginning of a run: a run that leaves no trace was killed.
	 * @param items the node's input
	 */
	constructor(
		context: IExecuteFunctions,
		items: INodeExecutionData[],
		private readonly operation: Operation,
	) {
		const isTool = context.getNode().type.endsWith('Tool');
		const run = isTool ? 'tool' : `run ${context.getWorkflowDataProxy(0).$runIndex}`;
		this.store = context.getContext('node');
		this.key = `${run} of ${hash(items.map(({ json }) => json))}`;
		this.lost = !isTool && !(this.key in this.store) && isRetryAfterCrash(context);
		this.store[this.key] ??= {};
	}

	private get remembered(): Record<string, Remembered> {
		return this.store[this.key];
	}

	/**
	 * What came of an entry in an earlier try of this run, if that still holds. To be asked once for
	 * every entry, in the same order at each try.
	 */
	recall(entry: Entry<unknown>): Outcome | undefined {
		const place = this.place(entry);
		if (this.lost) {
			this.remembered[place] = { failure: lostInCrash(), asked: this.asked(entry) };
		}
		const remembered = this.remembered[place];
		if (remembered?.items) return { items: remembered.items.map((json) => ({ json })) };
		if (!remembered?.failure) return undefined;
		const holds = remembered.failure.status === 'unknown' || remembered.asked === this.asked(entry);
		return holds ? { failure: remembered.failure } : undefined;
	}

	/** To be called before the request, so that even an interruption is remembered. */
	submit(entry: Entry<unknown>): void {
		this.remembered[this.place(entry)] = { failure: interrupted(), asked: this.asked(entry) };
	}

	/** To be called with the entry's outcome. */
	settle(entry: Entry<unknown>): void {
		const place = this.place(entry);
		const asked = this.asked(entry);
		const { outcome } = entry;
		delete this.remembered[place];
		if (!outcome) return;
		if ('items' in outcome) {
			this.remembered[place] = { asked, items: outcome.items.map(({ json }) => json) };
		} else if (outcome.failure.final) {
			this.remembered[place] = { asked, failure: outcome.failure };
		}
	}

	/**
	 * Where an entry is kept: by its input item, its name, and how often that name came before. Not by
	 * its text, which may hold the time of day and differ at the next try.
	 */
	private place(entry: Entry<unknown>): string {
		const known = this.places.get(entry);
		if (known) return known;
		const base = JSON.stringify([entry.itemIndex, this.operation.identify(entry.unit)]);
		const occurrence = this.occurrences.get(base) ?? 0;
		this.occurrences.set(base, occurrence + 1);
		const place = `${base} ${occurrence}`;
		this.places.set(entry, place);
		return place;
	}

	private asked(entry: Entry<unknown>): string {
		const known = this.questions.get(entry);
		if (known) return known;
		const asked = hash(entry.unit);
		this.questions.set(entry, asked);
		return asked;
	}

	/** Once the run has ended in a way that n8n does not repeat, the execution's data stay small. */
	forget(): void {
		delete this.store[this.key];
	}
}
