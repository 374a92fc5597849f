/** What the simulator shows to those who start it: tests, the demonstration and the control page. */
import type { Coverage } from './coverage';

/** The account whose key the requests carry; change its properties at any time. */
export interface AccountSettings {
	keyId: string;
	/** Addresses that may use the key; anyone else gets 14. */
	allowedIps: string[] | 'any';
	/** Euros without tax. */
	credit: number;
	/** Euros for one part, by country calling code (`33` is metropolitan France). */
	prices: Record<string, number>;
	/** Euros for one part to a country that `prices` does not name. */
	defaultPrice: number;
	/** Country calling codes that may be sent to; anything else gets 27. */
	allowedCallingCodes: string[] | 'any';
	/** Senders that may be used; any other gets 33. */
	senders: string[] | 'any';
	/** Whether `nostop=1` is allowed; otherwise 36. */
	noStopAllowed: boolean;
	/** Whether messages at night, on Sundays and public holidays are refused with 24. */
	quietHours: boolean;
	hlrAllowed: boolean;
	/** How many numbers may still be verified. */
	hlrCredit: number;
	/** How the account's ordinary text is encoded; with `ucs2=1` it is always UTF-8. */
	textEncoding: 'iso-8859-15' | 'utf-8';
}

/** A contact of a directory; `fields` by their number 1 to 27 [3.7.3]. */
export interface Contact {
	/** `+33601020304` */
	number: string;
	fields: Record<number, string>;
}

export interface Directory {
	id: string;
	name: string;
	contacts: Contact[];
}

/** An account with what it holds. A sub-account is one as well. */
export interface Account extends AccountSettings {
	/** The sub-account's id and log-in; undefined for the main account. */
	subAccount?: { id: string; login: string; password: string };
	/** Numbers in international form (`+33601020304`). */
	blacklist: Set<string>;
	directories: Directory[];
	keywords: string[];
	/** Rows of the campaign report beyond the messages that were really sent. */
	reportRows: ReportRow[];
}

/** A row of the campaign report [3.8]. */
export interface ReportRow {
	sentAt: Date;
	sender: string;
	to: string;
	text: string;
	information: string;
	details: string;
	status: string;
	reply: string;
	channel: string;
	price: number;
	stop: number;
	tracker: string;
}

/** How the gateway answers, where the manual leaves a choice. */
export interface ServiceSettings {
	/** Every request gets 777. */
	maintenance: boolean;
	/** Milliseconds before every answer. */
	latency: number;
	/**
	 * The answer to `num1` alone. `manual`: flat, but numbered where the manual shows nothing else
	 * (directories).
	 */
	oneNumberAnswer: 'manual' | 'flat' | 'numbered';
	/** Codes and wording where the manual's examples disagree with its table [4.1]. */
	wording: 'table' | 'examples';
	/** How reports and the blacklist are downloaded. */
	files: 'csv' | 'zip';
	/** `seen`: header names with blanks around them, rows that end in one more `;`. */
	dialect: 'seen' | 'plain';
	/** Rows a file may have before 205 [3.8]. */
	maxRows: number;
}

/** A message as the phone shows it. */
export interface ReceivedMessage {
	/** The gateway's own number of the message: `id` of receipts, `id_retour` of replies. */
	id: string;
	/** The number as it was submitted. */
	to: string;
	/** After the operator's replacements, without the STOP mention. */
	text: string;
	/** `STOP 36180`, when the operator added it. */
	stopMention?: string;
	sender: string;
	/** Empty when none was given. */
	tracker: string;
	/** Counted as [4.2] says, without the STOP mention. */
	characters: number;
	/** With the STOP mention. */
	parts: number;
	encoding: 'gsm' | 'unicode';
	/** Euros. */
	price: number;
	acceptedAt: Date;
	/** Set when `date_envoi` was given. */
	scheduledFor?: Date;
	/** Unset until the (simulated) time has come. */
	receivedAt?: Date;
	/** `number` of the request that brought it. */
	request: number;
	/** Key of the account that sent it. */
	keyId: string;
}

export interface ReceiptBehaviour {
	/** `none`: the operator never reports. */
	outcome: 'delivered' | 'failed' | 'none';
	/** `code_erreur` as it is sent; by default one that fits the outcome and the operator. */
	errorCode?: string;
	/** `libelle`; by default like the manual's example. */
	label?: string;
	/** Milliseconds of simulated time; by default that of the callback settings. */
	delay?: number;
}

export interface Phone {
	/** International form, `+33601020304`. */
	number: string;
	/** `ORAN`, `SFR`, `BOUY`, `FREE`, `VIRG`, `NRJ`, or any other text. */
	operator: string;
	/** false: sends get 21, verification says INVALIDE. */
	attributed: boolean;
	/** true: sends get 22. */
	fullMvno: boolean;
	receipt: ReceiptBehaviour;
	messages: ReceivedMessage[];
	replies: Array<{ text: string; at: Date; transmitted: boolean }>;
}

export interface Phones {
	/** The phone of a number, however iSendPro takes it written; it is there from the first call on. */
	get(number: string): Phone;
	/** Phones that were used or configured. */
	all(): Phone[];
	/** Every phone's messages in the order in which they were accepted. */
	messages(): ReceivedMessage[];
}

export type RequestKind =
	| 'balance'
	| 'send'
	| 'sendToDirectory'
	| 'count'
	| 'directoryCreate'
	| 'directoryAdd'
	| 'directoryRemove'
	| 'report'
	| 'verify'
	| 'blacklistAdd'
	| 'blacklistRemove'
	| 'blacklistDownload'
	| 'subAccount'
	| 'shortLink'
	| 'keyword'
	| 'sender'
	| 'unknown';

/** A request as it arrived; the control page and its API show it with the key masked. */
export interface RecordedRequest {
	/** 1 for the first one since the start or the last reset. */
	number: number;
	kind: RequestKind;
	method: string;
	/** Path and query string as they came. */
	target: string;
	contentType: string;
	/** The body as it came, one character a byte. */
	body: string;
	/** Decoded; the last one wins when a name is repeated. */
	arguments: Record<string, string>;
	/** Names as they came, in order, repeats included. */
	names: string[];
	/** Arguments that the manual does not know, or that had no effect on this request. */
	ignoredArguments: string[];
	/** What the gateway did is done (messages accepted, contacts added…), whatever the client saw. */
	acted: boolean;
	/** The fault that was applied. */
	fault?: Fault;
	/** What the client was given; absent while it hangs and when the connection was reset. */
	answer?: { status: number; contentType: string; body: string };
	at: Date;
}

/** What goes wrong. `acts` says whether the gateway does its work all the same. */
export type FaultKind =
	/** Stop listening when its turn comes: connection refused until `resume()`, or for `milliseconds`. */
	| { kind: 'refuse'; milliseconds?: number }
	/** Read the request, then reset the connection without having acted. */
	| { kind: 'resetBefore' }
	/** Act, then reset the connection. */
	| { kind: 'resetAfter' }
	/** Never answer. */
	| { kind: 'hangBefore' }
	| { kind: 'hangAfter' }
	/** A complete HTTP answer whose XML ends early (`at`: part of it that is kept, 0.6). */
	| { kind: 'cutXml'; at?: number; acts?: boolean }
	/** The connection ends in the middle of the body. */
	| { kind: 'cutConnection'; at?: number; acts?: boolean }
	/** An error page of a proxy; acts is false unless said. */
	| { kind: 'html'; status?: number; acts?: boolean }
	/** 200 with nothing. */
	| { kind: 'empty'; acts?: boolean }
	/** The XML declares another charset (`UTF-8`) than it is written in. */
	| { kind: 'wrongCharset'; declared?: string; acts?: boolean }
	| { kind: 'wrongRoot'; acts?: boolean }
	/** An answer of `bytes` (64 MB). */
	| { kind: 'huge'; bytes?: number; acts?: boolean }
	/** A bare HTTP status (429, 503…); acts is false unless said. */
	| { kind: 'status'; status: number; retryAfter?: number; acts?: boolean }
	/** The code of [4.1], or any other number, for the whole request. */
	| { kind: 'code'; code: number; message?: string; acts?: boolean }
	/** Codes for single records by their number; the other records are served. */
	| { kind: 'recordCodes'; codes: Record<number, number> }
	/** Records that are missing from a numbered answer, though they were acted on. */
	| { kind: 'missingRecords'; records: number[] }
	/** Records in reverse order. */
	| { kind: 'shuffledRecords' }
	| { kind: 'latency'; milliseconds: number };

/**
 * Faults are used up in order, one for each request that fits. `request`: only the request of that
 * number since the last reset. `on`: only requests of that kind. `times`: 1 unless said.
 */
export type Fault = FaultKind & { request?: number; on?: RequestKind; times?: number };

export interface Faults {
	add(...faults: Fault[]): void;
	clear(): void;
	pending(): Fault[];
}

export interface CallbackSettings {
	/** Where receipts go [3.10]; none are sent without it. */
	receiptUrl: string;
	/** Where replies go [3.11]. */
	replyUrl: string;
	method: 'GET' | 'POST';
	/** Charset of what is percent-encoded; the manual does not say. */
	charset: 'utf-8' | 'iso-8859-15';
	/** Milliseconds of simulated time between a message and its receipt. */
	receiptDelay: number;
	/** Calls at the same time. */
	concurrency: number;
	/** Milliseconds of real time before a silent page counts as such. */
	timeout: number;
}

/** One call to a receipt or reply page. */
export interface CallbackCall {
	kind: 'receipt' | 'reply';
	/** The same for the repeats of a call. */
	event: number;
	/** 1 to 4. */
	attempt: number;
	method: 'GET' | 'POST';
	url: string;
	/** Of a POST. */
	body?: string;
	at: Date;
	status?: number;
	/** The first 2,000 characters of it. */
	answer?: string;
	error?: string;
	/** `validation` was answered, and nothing else. */
	validated: boolean;
	nextAttemptAt?: Date;
}

export interface ReplyOutcome {
	/** false: the phone got an error, or no reply URL is set. */
	transmitted: boolean;
	reason?: string;
	call?: CallbackCall;
}

export interface Callbacks extends CallbackSettings {
	readonly calls: readonly CallbackCall[];
	/**
	 * A phone answers. It writes to the number after STOP, or to the sender when that is a number. With `to: 'sender'`
	 * it answers the message directly, which fails when the sender was changed [3.11].
	 */
	reply(from: string, text: string, options?: { to?: 'sender' }): Promise<ReplyOutcome>;
	/** Resolves when no call is under way and none is due. */
	settled(): Promise<void>;
}

/** Simulated time. It runs with the real one, from wherever it was set to. */
export interface Clock {
	now(): Date;
	/** Sets the time, forwards or back, without running what would have happened in between. */
	set(time: Date | string): void;
	/** Moves on; receipts, scheduled messages and repeats that fall due happen in their order. */
	advance(milliseconds: number): Promise<void>;
}

export interface SimulatorOptions {
	/** 0, a free one, unless said. */
	port?: number;
	host?: string;
	account?: Partial<AccountSettings>;
	service?: Partial<ServiceSettings>;
	callbacks?: Partial<CallbackSettings>;
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
