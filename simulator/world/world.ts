import { randomBytes } from 'node:crypto';
import { createAccount } from './account';
import { CallbackCenter } from '../callbacks/center';
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

export const USUAL_SERVICE: ServiceSettings = {
	maintenance: false,
	latency: 0,
	oneNumberAnswer: 'manual',
	wording: 'table',
	files: 'csv',
	dialect: 'seen',
	maxRows: 200_000,
	reportEnd: 'wholeMinute',
	inPlaceOfFiles: 'nothing',
};

/** Everything iSendPro knows, and the phones around it. */
export class World {
	readonly clock = new SimulatedClock();
	readonly phones = new PhoneBook();
	readonly faults: FaultQueue;
	readonly callbacks: CallbackCenter;
	readonly service: ServiceSettings = { ...USUAL_SERVICE };
	readonly accounts: Account[] = [];
	readonly requests: RecordedRequest[] = [];
	readonly chat: ChatPost[] = [];
	readonly shortLinks = new Map<string, ShortLink>();
	/** Sends to a directory that wait for their time [104]. */
	readonly campaigns: Array<{ directoryId: string; at: Date }> = [];
	private lastId = 0;

	constructor(
		private readonly options: SimulatorOptions,
		faultsChanged: () => void,
	) {
		this.faults = new FaultQueue(faultsChanged);
		this.callbacks = new CallbackCenter(this.clock, this.phones);
		this.reset();
	}

	get mainAccount(): Account {
		const [main] = this.accounts;
		if (main === undefined) throw new Error('The world has no account');
		return main;
	}

	/** A number that nothing else has. */
	nextId(): string {
		this.lastId++;
		return String(35_985 + this.lastId);
	}

	/** Registers a link of four letters and digits [3.18]. */
	shorten(target: string): string {
		let code: string;
		do code = randomBytes(12).toString('base64').replace(/[+/=]/g, '').slice(0, 4);
		while (code.length < 4 || this.shortLinks.has(code));
		const expiresAt = this.clock.now();
		expiresAt.setUTCMonth(expiresAt.getUTCMonth() + 1);
		this.shortLinks.set(code, { target, expiresAt });
		return code;
	}

	reset(): void {
		this.clock.clear();
		if (this.options.now !== undefined) this.clock.set(this.options.now);
		this.faults.clear();
		this.callbacks.restart();
		this.phones.clear();
		this.requests.length = 0;
		this.chat.length = 0;
		this.shortLinks.clear();
		this.campaigns.length = 0;
		this.lastId = 0;
		Object.assign(this.service, USUAL_SERVICE, this.options.service);
		this.accounts.splice(0, Infinity, createAccount(this.options.account ?? {}));
	}
}
