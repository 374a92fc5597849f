import type { Account, AccountSettings } from './account';
import type { Callbacks } from './callback';
import type { Coverage } from './coverage';
import type { Faults } from './fault';
import type { Phones } from './phone';
import type { RecordedRequest } from './request';
import type { ServiceSettings } from './service';

/** Simulated time. It runs with the real one, from wherever it was set to. */
export interface Clock {
	now(): Date;
	/** Sets the time, forwards or back, without running what would have happened in between. */
	set(time: Date | string): void;
	/** Moves on; receipts, scheduled messages and repeats that fall due happen in their order. */
	advance(milliseconds: number): Promise<void>;
}

export interface ChatPost {
	text: string;
	at: Date;
}

export interface SimulatorOptions {
	/** 0, a free one, unless said. */
	port?: number;
	account?: Partial<AccountSettings>;
	service?: Partial<ServiceSettings>;
	/** The simulated time at the start. */
	now?: Date | string;
}

export interface Simulator {
	/** Base URL of the API, ending in `/cgi-bin/`. */
	readonly url: string;
	/** Base URL of the control plane, ending in `/_simulator`. */
	readonly controlUrl: string;
	readonly requests: readonly RecordedRequest[];
	readonly account: Account;
	/** The main account first. */
	readonly accounts: readonly Account[];
	readonly service: ServiceSettings;
	readonly phones: Phones;
	readonly faults: Faults;
	readonly callbacks: Callbacks;
	readonly clock: Clock;
	/** What workflows have posted to the chat room beside the phones. */
	readonly chat: ChatPost[];
	readonly coverage: Coverage;
	/** Stops listening: connections are refused. */
	pause(): void;
	/** Listens again on the same port. */
	resume(): Promise<void>;
	/** Back to the state at the start. Hanging requests are cut off. */
	reset(): Promise<void>;
	/** Ends everything; no timer and no connection is left. */
	close(): Promise<void>;
}
