import { randomBytes } from 'node:crypto';
import { createAccount } from './account';
import { CallbackCenter } from '../callbacks/center';
import { MAX_FILE_ROWS } from '../manual/limits';
import { SimulatedClock } from './clock';
import { FaultQueue } from './faults';
import { PhoneBook } from './phones';
import type {
	Account,
	ChatPost,
	RecordedRequest,
	ServiceSettings,
	SimulatorOptions,
} from '../types';

export interface ShortLink {
	target: string;
	expiresAt: Date;
}

export const DEFAULT_SERVICE: ServiceSettings = {
	maintenance: false,
	latency: 0,
	oneNumberAnswer: 'manual',
	wording: 'table',
	files: 'csv',
	dialect: 'seen',
	maxRows: MAX_FILE_ROWS,
	reportEnd: 'wholeMinute',
	reportDelay: 0,
	statusDelay: 0,
	inPlaceOfFiles: 'nothing',
};

/** Everything iSendPro knows, and the phones around it. */
export class World {
	readonly clock = new SimulatedClock();
	readonly phones = new PhoneBook();
	readonly faults: FaultQueue;
	readonly callbacks: CallbackCenter;
	readonly service: ServiceSettings = { ...DEFAULT_SERVICE };
	readonly accounts: Account[] = [];
	readonly requests: RecordedRequest[] = [];
	readonly chat: ChatPost[] = [];
	readonly shortLinks = new Map<string, ShortLink>();
	/** Scheduled sends to directories, which may not be edited until then (104). */
	readonly campaigns: Array<{ directoryId: string; at: Date }> = [];
	private lastId = 0;

	constructor(
		private readonly options: SimulatorOptions,
		onFaultAdded: () => void,
	) {
		this.faults = new FaultQueue(onFaultAdded);
		this.callbacks = new CallbackCenter(this.clock, this.phones);
		this.reset();
	}

	get mainAccount(): Account {
		const [main] = this.accounts;
		if (main === undefined) throw new Error('The world has no account');
		return main;
	}

	/** An id that nothing else has. */
	nextId(): string {
		this.lastId++;
		return String(35_985 + this.lastId);
	}

	/** Registers a short link of four letters and digits, which expires after a month [3.18]. */
	shorten(target: string): string {
		let code: string;
		do code = randomBytes(12).toString('base64').replace(/[+/=]/g, '').slice(0, 4);
		while (code.length < 4 || this.shortLinks.has(code));
		const expiresAt = this.clock.now();
		expiresAt.setUTCMonth(expiresAt.getUTCMonth() + 1);
		this.shortLinks.set(code, { target, expiresAt });
		return code;
	}

	/** Cancels all jobs and calls, and takes no more. */
	stop(): void {
		this.clock.stop();
		this.callbacks.stop();
	}

	reset(): void {
		this.clock.reset();
		if (this.options.now !== undefined) this.clock.set(this.options.now);
		this.faults.clear();
		this.callbacks.reset();
		this.phones.clear();
		this.requests.length = 0;
		this.chat.length = 0;
		this.shortLinks.clear();
		this.campaigns.length = 0;
		this.lastId = 0;
		Object.assign(this.service, DEFAULT_SERVICE, this.options.service);
		this.accounts.splice(0, Infinity, createAccount(this.options.account ?? {}));
	}
}
