import { InvalidInputError } from '../api/errors';
import type { EventSettings } from '../trigger/event';
import { EVENT_NAMES } from '../trigger/event';
import {
	hasNoValue,
	LABELS as TRIGGER_LABELS,
	noValue,
	refuseExpression,
	requireEvents,
	requireOneOf,
} from '../trigger/settings';
import { STOP_MATCHES } from '../trigger/stop';

/** The events, in the order of the trigger's outputs. */
export const POLLED_EVENTS = [...EVENT_NAMES, 'blacklisted', 'unblacklisted'] as const;

export type PolledEventName = (typeof POLLED_EVENTS)[number];

/** Those that the blacklist gives, and not the report. */
export const OF_BLACKLIST: readonly PolledEventName[] = ['blacklisted', 'unblacklisted'];

const FIRST_RUNS = ['baseline', 'lookBack'];
const DEFAULT_LOOK_BACK_DAYS = 14;
const MAX_LOOK_BACK_DAYS = 30;

/** The values of the parameters; an option that was not added has no key. An expression may return anything. */
export interface RawPollingSettings {
	events: unknown;
	options: Readonly<Record<string, unknown>>;
}

/** What to look for. */
export interface PollingSettings extends Omit<EventSettings, 'events'> {
	readonly events: readonly PolledEventName[];
	/** How long after its sending a message is watched. */
	readonly lookBackDays: number;
	/** Whether what is there at the first poll is taken as known. */
	readonly isBaseline: boolean;
	/** Undefined: messages of every tracker. */
	readonly tracker?: string;
}

const OPTION_LABELS: Readonly<Record<string, string>> = {
	firstRun: 'First Run',
	lookBack: 'Look Back',
	stopKeywords: TRIGGER_LABELS.stopKeywords,
	stopMatch: TRIGGER_LABELS.stopMatch,
	tracker: 'Tracker',
};

/**
 * Reads the settings of a poll.
 * @throws InvalidInputError when an expression has no value or is in a fixed field, a value is not one of the
 * options, or no event is selected
 */
export function readPollingSettings({ events, options }: RawPollingSettings): PollingSettings {
	requireEvents(events, POLLED_EVENTS);
	for (const [name, value] of Object.entries(options)) {
		const label = OPTION_LABELS[name] ?? name;
		if (hasNoValue(value)) throw noValue(label, true);
		refuseExpression(label, value);
	}
	const { firstRun = 'baseline', lookBack, stopKeywords, stopMatch, tracker } = options;
	requireOneOf('First Run', firstRun, FIRST_RUNS);
	if (stopMatch !== undefined) requireOneOf(TRIGGER_LABELS.stopMatch, stopMatch, STOP_MATCHES);
	return {
		events: POLLED_EVENTS.filter((name) => Array.isArray(events) && events.includes(name)),
		lookBackDays: readLookBack(lookBack),
		isBaseline: firstRun === 'baseline',
		...(stopKeywords !== undefined && { stopKeywords: String(stopKeywords) }),
		stopMatch: STOP_MATCHES.find((match) => match === stopMatch),
		...(tracker !== undefined && { tracker: String(tracker).trim() }),
	};
}

function readLookBack(value: unknown = DEFAULT_LOOK_BACK_DAYS): number {
	const days = Number(value);
	if (value !== '' && Number.isInteger(days) && days >= 1 && days <= MAX_LOOK_BACK_DAYS)
		return days;
	throw new InvalidInputError(
		`"Look Back" is ${JSON.stringify(value)}`,
		`Give a whole number of days, from 1 to ${MAX_LOOK_BACK_DAYS}.`,
	);
}
