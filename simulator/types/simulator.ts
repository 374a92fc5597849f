import type { Account, AccountSettings } from './account';
import type { Callbacks } from './callback';
import type { Coverage } from '../manual/fidelity';
import type { Faults } from './fault';
import type { Phones } from './phone';
import type { RecordedRequest } from './request';
import type { ServiceSettings } from './service';

/** Simulated time: it runs like real time, from the time it was set to. */
export interface Clock {
	now(): Date;
	/** Sets the time, forwards or back, without running the jobs in between. */
	set(time: Date | string): void;
	/** Advances the time; receipts, scheduled messages and repeats that fall due run in order. */
	advance(milliseconds: number): Promise<void>;
}

export interface ChatPost {
	text: string;
	at: Date;
}

export interface SimulatorOptions {
	/** By default 0: a free one. */
	port?: number;
	account?: Partial<AccountSettings>;
	service?: Partial<ServiceSettings>;
	/** The simulated time after each reset; by default the real time. */
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
	/** What workflows posted to the chat room. */
	readonly chat: ChatPost[];
	readonly coverage: Coverage;
	/** Stops listening: connections are refused. */
	pause(): void;
	/** Listens again on the same port. */
	resume(): Promise<void>;
	/** Returns to the initial state, and cuts off requests that hang. */
	reset(): Promise<void>;
	/** Ends everything, timers and connections included. */
	close(): Promise<void>;
}
