import { InvalidInputError } from '../api/errors';
import { readAllowedAddresses } from './allowed-addresses';
import type { EventName } from './event';

/** What the user set in the trigger; an option that was not added is undefined. */
export interface TriggerSettings {
	events: readonly EventName[];
	/** Undefined: every address may call. */
	allowedIps?: string;
	/** Undefined: STOP. */
	stopKeywords?: string;
}

/**
 * Checks the settings before the trigger listens.
 *
 * @throws InvalidInputError when no event is selected, or the allowed addresses cannot be read
 */
export function checkSettings({ events, allowedIps }: TriggerSettings): void {
	if (events.length === 0) {
		throw new InvalidInputError('No event is selected', 'Select at least one under "Events".');
	}
	if (allowedIps !== undefined) readAllowedAddresses(allowedIps);
}
