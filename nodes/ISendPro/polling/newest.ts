import { toMinute } from '../api/time/report-period';
import type { PolledEvent } from './event';
import { writeEvents } from './event';
import { makeEventId, makeHash } from './hash-set';
import { identifyRows } from './report-row';
import type { Source } from './round';
import type { PollingSettings } from './settings';
import { OF_BLACKLIST } from './settings';
import type { Chunk } from './windows';
import { firstWatched, nextChunk, recentChunk } from './windows';

/** Of each event. */
const MAX_EVENTS = 5;

/**
 * Finds the newest events for a test: from the newest day that has some, whether they came out or not.
 * @throws what the downloads throw
 */
export async function findNewest(
	source: Source,
	settings: PollingSettings,
	now: Date,
): Promise<PolledEvent[]> {
	const fromList = settings.events.includes('blacklisted')
		? await newestListed(source, settings, now)
		: [];
	if (settings.events.every((name) => OF_BLACKLIST.includes(name))) return fromList;
	for (const chunk of chunksBack(toMinute(now.getTime()), settings.lookBackDays)) {
		const found = newestOf(await source.readRows(chunk), settings, now);
		if (found.length > 0) return [...found, ...fromList];
	}
	return fromList;
}

function* chunksBack(now: number, lookBackDays: number): Generator<Chunk> {
	let chunk: Chunk | undefined = recentChunk(now, false);
	const target = firstWatched(now, lookBackDays);
	const sweep = { target, startedAt: now, isWhole: true, isBaseline: false };
	while (chunk) {
		yield chunk;
		chunk = nextChunk({ ...sweep, next: chunk.first });
	}
}

function newestOf(
	rows: Awaited<ReturnType<Source['readRows']>>,
	settings: PollingSettings,
	now: Date,
): PolledEvent[] {
	// No state is touched, so what the ids are made with does not matter.
	const identified = identifyRows(rows, makeHash('test')).sort((one, other) =>
		String(one.message.sentAt).localeCompare(String(other.message.sentAt)),
	);
	const events = writeEvents(
		{
			receipts: identified.filter(({ isFinal }) => isFinal),
			replies: identified.filter(({ reply }) => reply !== undefined),
			changes: [],
		},
		settings,
		now,
	);
	return settings.events.flatMap((name) =>
		events.filter(({ event }) => event === name).slice(-MAX_EVENTS),
	);
}

async function newestListed(
	source: Source,
	settings: PollingSettings,
	now: Date,
): Promise<PolledEvent[]> {
	const changes = (await source.readBlacklist()).slice(-MAX_EVENTS).map((phoneNumber) => ({
		event: 'blacklisted' as const,
		phoneNumber,
		eventId: makeEventId('test', phoneNumber),
	}));
	return writeEvents({ receipts: [], replies: [], changes }, settings, now);
}
