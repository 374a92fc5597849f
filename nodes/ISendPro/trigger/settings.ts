import { InvalidInputError, expressionInFixed } from '../api/errors';
import { readAllowedAddresses } from './allowed-addresses';
import type { EventSettings } from './event';
import { EVENT_NAMES } from './event';
import { STOP_MATCHES } from './stop';

/**
 * The values of the trigger's parameters. An option that was not added has no key here; one whose
 * expression has no value is undefined or null. An expression may return anything.
 */
export interface RawSettings {
	events: unknown;
	acknowledge: unknown;
	allowedIps?: unknown;
	stopKeywords?: unknown;
	stopMatch?: unknown;
}

/** The settings for a call. */
export interface TriggerSettings extends EventSettings {
	/** Undefined: every address may call. */
	allowedIps?: string;
}

/** The settings that are options: absent unless they were added. */
export const OPTIONS = ['allowedIps', 'stopKeywords', 'stopMatch'] as const;

/** Their names in the panel. */
export const LABELS: Record<keyof RawSettings, string> = {
	events: 'Events',
	acknowledge: 'Acknowledge',
	allowedIps: 'Allowed IP Addresses',
	stopKeywords: 'STOP Keywords',
	stopMatch: 'STOP Detection',
};

const SETTINGS = ['events', 'acknowledge', ...OPTIONS] as const;

const ACKNOWLEDGE = ['onReceived', 'lastNode'];

/**
 * Checks the settings before the trigger listens.
 * @throws InvalidInputError when an expression has no value or is in a fixed field, a value is
 * not one of the options, no event is selected, or the allowed addresses cannot be read
 */
export function checkSettings(written: RawSettings): void {
	for (const name of SETTINGS) if (name in written) requireValue(name, written[name]);
	const { events, acknowledge, allowedIps, stopKeywords, stopMatch } = written;
	refuseExpression(LABELS.allowedIps, allowedIps);
	refuseExpression(LABELS.stopKeywords, stopKeywords);
	requireEvents(events, EVENT_NAMES);
	requireOneOf(LABELS.acknowledge, acknowledge, ACKNOWLEDGE);
	if ('stopMatch' in written) requireOneOf(LABELS.stopMatch, stopMatch, STOP_MATCHES);
	if ('allowedIps' in written) readAllowedAddresses(String(allowedIps));
}

/**
 * Reads the settings for a call. An expression that had a value when the trigger began to listen may have
 * none by now, and its setting must not count as unset: without the list nobody may call, without keywords
 * the default ones and their default position count, and without events every call is a problem.
 */
export function settingsForCall(written: RawSettings): TriggerSettings {
	const { events, stopKeywords } = written;
	return {
		events: Array.isArray(events) ? EVENT_NAMES.filter((name) => events.includes(name)) : [],
		...('allowedIps' in written && { allowedIps: String(written.allowedIps ?? '') }),
		...(!hasNoValue(stopKeywords) && { stopKeywords: String(stopKeywords) }),
		stopMatch: STOP_MATCHES.find((match) => match === written.stopMatch),
	};
}

/** Whether an expression has no value. */
export function hasNoValue(value: unknown): boolean {
	return value === undefined || value === null;
}

function requireValue(name: keyof RawSettings, value: unknown): void {
	if (!hasNoValue(value)) return;
	const isOption = name !== 'events' && name !== 'acknowledge';
	throw noValue(LABELS[name], isOption);
}

/** The error for a setting whose expression has no value. */
export function noValue(label: string, isOption: boolean): InvalidInputError {
	return new InvalidInputError(
		`The expression of "${label}" has no value`,
		isOption ? 'Correct it, or remove the option.' : 'Choose from the list instead.',
	);
}

/** @throws InvalidInputError for an expression that was pasted into a fixed field */
export function refuseExpression(label: string, value: unknown): void {
	const pasted = typeof value === 'string' ? expressionInFixed(label, value) : undefined;
	if (pasted) throw pasted;
}

/** @throws InvalidInputError unless a list of events has at least one, and only known ones */
export function requireEvents(events: unknown, known: readonly string[]): void {
	if (!Array.isArray(events) || events.length === 0) {
		throw new InvalidInputError('No event is selected', 'Select at least one under "Events".');
	}
	for (const event of events) requireOneOf(LABELS.events, event, known);
}

/** @throws InvalidInputError for a value that the list under a label does not have */
export function requireOneOf(label: string, value: unknown, known: readonly string[]): void {
	if (known.includes(String(value))) return;
	throw new InvalidInputError(
		`"${String(value)}" is none of the values of "${label}"`,
		`Choose from the list under "${label}", or give one of: ${known.join(', ')}.`,
	);
}
