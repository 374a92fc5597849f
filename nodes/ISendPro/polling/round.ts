import { RequestFailed } from '../api/wire/failure';
import { toMinute } from '../api/time/report-period';
import { advanceRows, forgetBefore, handOut, limitState, resume } from './advance';
import type { BlacklistNews } from './blacklist';
import { advanceBlacklist } from './blacklist';
import type { Hash } from './hash-set';
import { makeHash } from './hash-set';
import type { IdentifiedRow, ReportRow } from './report-row';
import type { PollingState, ReportState } from './state';
import type { Chunk } from './windows';
import { dueSweep, firstWatched, nextChunk, recentChunk } from './windows';

/** Where the report and the blacklist come from. */
export interface Source {
	/** @throws what the download throws */
	readRows(chunk: Chunk): Promise<readonly ReportRow[]>;
	/** @throws what the download throws */
	readBlacklist(): Promise<readonly string[]>;
}

/** What a poll is to do. */
export interface RoundOptions {
	readonly now: Date;
	/** The account's key. */
	readonly secret: string;
	readonly owner: string;
	/** Which process of n8n polls. */
	readonly process: string;
	readonly lookBackDays: number;
	/** Whether what is there at the first poll is taken as known. */
	readonly isBaseline: boolean;
	readonly readsReport: boolean;
	readonly readsBlacklist: boolean;
	/** Whether no further part may be begun. */
	readonly isOverBudget: () => boolean;
}

/** What a poll found. */
export interface Round {
	/** The state from now on; undefined when nothing could be read for the first time. */
	readonly state?: PollingState;
	readonly receipts: readonly IdentifiedRow[];
	readonly replies: readonly IdentifiedRow[];
	readonly blacklist?: BlacklistNews;
	/** What nobody would see otherwise, for n8n's log. */
	readonly notes: readonly string[];
	/** What could not be read; the next poll reads it again. */
	readonly failure?: Error;
}

/**
 * Polls once: the last hours, the blacklist, and older messages as far as they are due and time is left.
 * @param stored what is remembered; undefined at the first poll
 * @returns what is new; a failure is a part of it, since what was read before it counts
 */
export async function pollOnce(
	source: Source,
	stored: PollingState | undefined,
	options: RoundOptions,
): Promise<Round> {
	const { owner, process, secret, now, readsReport, readsBlacklist } = options;
	const empty: PollingState = { version: 1, owner, sequence: 0 };
	const before = resume(stored ?? empty, process);
	const { earlierBlacklists = [] } = before;
	const notes: string[] = [];
	const work = new ReportRound(source, options, makeHash(secret));
	const failures: Error[] = [];
	// A gateway that cannot be reached is not waited for twice.
	const attempt = async <Value>(read: () => Promise<Value>): Promise<Value | undefined> =>
		isUnreachable(failures[0])
			? undefined
			: await read().catch((error: Error) => {
					failures.push(error);
					return undefined;
				});

	let report = readsReport ? before.report : undefined;
	if (readsReport) report = (await attempt(async () => await work.readRecent(report))) ?? report;
	const news = readsBlacklist
		? await attempt(async () =>
				advanceBlacklist(
					before.blacklist,
					await source.readBlacklist(),
					secret,
					now.toISOString(),
					earlierBlacklists,
				),
			)
		: undefined;
	let canGoOn = work.hasRead;
	while (canGoOn && report?.sweep && !options.isOverBudget()) {
		const current = report;
		const next = await attempt(async () => await work.readOlder(current));
		canGoOn = next !== undefined;
		report = next ?? current;
	}
	if (report) {
		const { state, unwatched } = limitState(report);
		report = state;
		if (unwatched > 0) notes.push(unwatchedNote(unwatched));
	}
	if (report && !before.report) notes.push(baselineNote(options));
	if (news && !before.blacklist) notes.push(BLACKLIST_NOTE);
	if (news?.isUnclear) notes.push(UNCLEAR_NOTE);

	const blacklist = readsBlacklist ? (news?.state ?? before.blacklist) : undefined;
	const { receipts, replies } = work;
	const changesList = news !== undefined && news.changes.length > 0;
	const isNews = receipts.length > 0 || replies.length > 0 || changesList;
	const state: PollingState | undefined =
		report || blacklist
			? {
					...{ version: 1, owner, sequence: before.sequence + 1 },
					...(report && { report }),
					...(blacklist && { blacklist }),
					...(readsBlacklist && !news && { earlierBlacklists }),
					...(isNews && {
						handedOut: handOut(
							process,
							receipts,
							replies,
							changesList && before.blacklist ? [...earlierBlacklists, before.blacklist] : [],
						),
					}),
				}
			: undefined;
	return { state, receipts, replies, blacklist: news, notes, failure: failures[0] };
}

function isUnreachable(error: Error | undefined): boolean {
	return error instanceof RequestFailed && error.failure.status !== 'rejected';
}

/** Reads the report part by part, and gathers what is new. */
class ReportRound {
	receipts: readonly IdentifiedRow[] = [];
	replies: readonly IdentifiedRow[] = [];
	/** Whether a part was read. */
	hasRead = false;
	private readonly now: number;

	constructor(
		private readonly source: Source,
		private readonly options: RoundOptions,
		private readonly hash: Hash,
	) {
		this.now = toMinute(options.now.getTime());
	}

	/** Reads the last hours, and plans the way back. */
	async readRecent(before: ReportState | undefined): Promise<ReportState> {
		const { lookBackDays, isBaseline } = this.options;
		if (before) {
			const sweep = dueSweep(before, this.now, lookBackDays);
			return await this.read(
				{ ...before, polledAt: this.now, sweep },
				recentChunk(this.now, false),
			);
		}
		const from = firstWatched(this.now, lookBackDays);
		const chunk = recentChunk(this.now, isBaseline);
		const sweep = {
			...{ next: chunk.first, target: from, startedAt: this.now },
			...{ isWhole: true, isBaseline },
		};
		return await this.read({ from, polledAt: this.now, sweep, hours: {} }, chunk);
	}

	/** Reads the next older part. */
	async readOlder({ sweep, ...state }: ReportState): Promise<ReportState> {
		if (!sweep) return state;
		const chunk = nextChunk(sweep);
		if (chunk) {
			const next = { ...sweep, next: chunk.first };
			return await this.read({ ...state, sweep: next }, chunk);
		}
		const { startedAt, isWhole } = sweep;
		if (!isWhole) return { ...state, hourlyAt: startedAt };
		const from = firstWatched(startedAt, this.options.lookBackDays);
		return forgetBefore({ ...state, hourlyAt: startedAt, dailyAt: startedAt }, from);
	}

	private async read(state: ReportState, chunk: Chunk): Promise<ReportState> {
		const rows = await this.source.readRows(chunk);
		const news = advanceRows(state, chunk, rows, this.hash, this.now);
		this.hasRead = true;
		this.receipts = [...this.receipts, ...news.receipts];
		this.replies = [...this.replies, ...news.replies];
		return news.state;
	}
}

function baselineNote({ isBaseline, lookBackDays }: RoundOptions): string {
	const messages = `what iSendPro has of the messages of the last ${lookBackDays} days`;
	return isBaseline
		? `New baseline: ${messages} is taken as known, and starts nothing.`
		: `New baseline: ${messages} comes out.`;
}

const BLACKLIST_NOTE =
	'New baseline: the numbers that are on the blacklist are taken as known, and start nothing.';

function unwatchedNote(messages: number): string {
	return `Too many messages to watch: ${messages} of the oldest without a final status are no longer watched for their status and reply. Choose a shorter Look Back.`;
}

const UNCLEAR_NOTE =
	'Too many numbers entered and left the blacklist since the last poll to tell which. Every number on it comes out as Blacklisted; numbers that left it do not come out.';
