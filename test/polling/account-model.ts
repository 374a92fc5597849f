import type { CampaignMessage } from '../../nodes/ISendPro/api/files/campaign-message';
import { toMinute } from '../../nodes/ISendPro/api/time/report-period';
import type { ReportRow } from '../../nodes/ISendPro/polling/report-row';
import type { Round, Source } from '../../nodes/ISendPro/polling/round';
import { pollOnce } from '../../nodes/ISendPro/polling/round';
import type { PollingState } from '../../nodes/ISendPro/polling/state';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const KEY = 'a296464ce012b8ab710a';

/** A message of the account. */
interface Sent {
	reading: number;
	message: CampaignMessage;
	/** When it appears in the report. */
	appearsAt: number;
}

/** What a process of n8n holds in its memory. */
interface Process {
	name: string;
	state?: PollingState;
}

/** What n8n does with what a poll gives: where it is killed, and in which order it stores. */
export type Kill = 'never' | 'beforeBoth' | 'between' | 'afterBoth';
export type Order = 'stateFirst' | 'executionFirst';

/** An account of iSendPro, a node that polls it, and an n8n that is killed now and then. */
export class AccountModel {
	now = Date.UTC(2026, 8, 1, 10);
	readonly sent: Sent[] = [];
	readonly blacklist = new Set<string>();
	/** The ids of all events that came out of polls, and of those that left the node. */
	readonly raw: string[] = [];
	readonly left: string[] = [];
	/** Largest state that was stored, in characters. */
	largest = 0;
	notes: string[] = [];
	isDown = false;
	/** Whether the blacklist alone cannot be read. */
	isListDown = false;
	/** Whether an execution began whose state was never stored. */
	isStateLost = false;
	private stored?: string;
	private known = new Set<string>();
	private processes = 0;
	private process: Process = { name: 'n8n 0' };

	send(recipient: string, delayMinutes = 0, text = 'Hello'): Sent {
		const message: CampaignMessage = {
			sentAt: new Date(this.now).toISOString().slice(0, 16),
			...{ sender: 'iSendPro', to: recipient, text, status: 'unknown', statusCode: '' },
			...{ delivered: null, price: 0.04, stop: false, tracker: '' },
		};
		const reading = toMinute(this.now);
		const sent = { reading, message, appearsAt: this.now + delayMinutes * MINUTE };
		this.sent.push(sent);
		return sent;
	}

	/** n8n is killed and started again, or started in another process. */
	restart(): void {
		this.processes++;
		this.process = { name: `n8n ${this.processes}` };
	}

	/** The static data are gone. */
	wipe(): void {
		this.stored = undefined;
	}

	/** One poll, and what n8n makes of it. */
	async poll(
		kill: Kill = 'never',
		order: Order = 'stateFirst',
		maxParts = Infinity,
	): Promise<Round> {
		const { process } = this;
		const fromDisk: PollingState | undefined = this.stored && JSON.parse(this.stored);
		const [disk, memory] = [fromDisk?.sequence ?? -1, process.state?.sequence ?? -1];
		let parts = 0;
		const source: Source = {
			readRows: async ({ first, last }) => {
				await Promise.resolve();
				if (this.isDown) throw new Error('down');
				parts++;
				return this.rows().filter(({ reading }) => reading >= first && reading <= last);
			},
			readBlacklist: async () => {
				await Promise.resolve();
				if (this.isDown || this.isListDown) throw new Error('down');
				return [...this.blacklist];
			},
		};
		const round = await pollOnce(source, memory >= disk ? process.state : fromDisk, {
			now: new Date(this.now),
			...{ secret: KEY, owner: 'me', process: process.name, lookBackDays: 14 },
			...{ isBaseline: true, readsReport: true, readsBlacklist: true },
			isOverBudget: () => parts >= maxParts,
		});
		const isFirst = fromDisk === undefined;
		this.notes.push(...round.notes);
		if (!round.state) return round;
		process.state = round.state;
		const ids = idsOf(round);
		this.raw.push(...ids);
		// An empty execution stores a baseline.
		if (ids.length === 0 && !isFirst) return round;
		const store = () => {
			this.stored = JSON.stringify(round.state);
			this.largest = Math.max(this.largest, this.stored.length);
		};
		const execute = () => {
			for (const id of ids) if (!this.known.has(id)) this.left.push(id);
			for (const id of ids) this.known.add(id);
		};
		const steps = order === 'stateFirst' ? [store, execute] : [execute, store];
		const done = { never: 2, beforeBoth: 0, between: 1, afterBoth: 2 }[kill];
		for (const step of steps.slice(0, done)) step();
		if (order === 'executionFirst' && kill === 'between') this.isStateLost = true;
		if (kill !== 'never') this.restart();
		return round;
	}

	private rows(): Array<ReportRow & { reading: number }> {
		return this.sent
			.filter(({ appearsAt }) => appearsAt <= this.now)
			.map(({ reading, message }) => ({
				...{ reading, message: { ...message }, columns: [], cells: [] },
				hour: Math.floor(reading / HOUR) * HOUR,
			}));
	}
}

/** The ids of the events of a poll. */
export function idsOf({ receipts, replies, blacklist }: Round): string[] {
	return [
		...receipts.map(({ receiptId, message }) => `receipt ${message.to} ${receiptId}`),
		...replies.map(
			({ reply, message }) => `reply ${message.to} ${message.reply ?? ''} ${reply?.eventId}`,
		),
		...(blacklist?.changes ?? []).map(
			({ event, phoneNumber, eventId }) => `${event} ${phoneNumber} ${eventId}`,
		),
	];
}
