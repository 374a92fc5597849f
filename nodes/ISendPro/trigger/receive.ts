import { exceedsCallLimits } from '../api/callbacks/call-limits';
import { readCall } from '../api/callbacks/incoming-call';
import type { Acknowledgement } from './acknowledgement';
import { readAllowedAddresses } from './allowed-addresses';
import type { TriggerEvent } from './event';
import { readEvent } from './event';
import type { TriggerSettings } from './settings';

/** One call, as it came. */
export interface IncomingRequest {
	/** The address that was called, with its query string, still encoded. */
	url: string;
	/** The bytes of the body, where there is one. */
	body?: Uint8Array;
	/** The caller's IP address, as far as n8n knows it. */
	ip?: string;
	receivedAt: Date;
}

/** An event that starts the workflow, or an answer to give at once. */
export type Reception =
	{ event: TriggerEvent } | { status: 200; body: Acknowledgement } | { status: 403; body: string };

/**
 * Decides on a call.
 * @returns `probleme` for a call that is neither a receipt nor a reply, that is too large, or that comes
 * while the selected events cannot be read; `validation` for an event that is not selected; 403 for a
 * caller that is not allowed
 */
export function receive(request: IncomingRequest, settings: TriggerSettings): Reception {
	const { events, allowedIps } = settings;
	if (!mayCall(request.ip, allowedIps)) return { status: 403, body: 'forbidden' };
	const query = Buffer.from(/\?(.*)$/s.exec(request.url)?.[1] ?? '', 'latin1');
	const body = request.body ?? new Uint8Array();
	if (events.length === 0 || exceedsCallLimits(query, body)) {
		return { status: 200, body: 'probleme' };
	}
	const event = readEvent(readCall(query, body), settings, request.receivedAt);
	if (!event) return { status: 200, body: 'probleme' };
	return events.includes(event.event) ? { event } : { status: 200, body: 'validation' };
}

/** Nobody may call when an expression makes the list unreadable after the activation. */
function mayCall(ip: string | undefined, allowedIps: string | undefined): boolean {
	if (allowedIps === undefined) return true;
	try {
		return readAllowedAddresses(allowedIps)(ip);
	} catch {
		return false;
	}
}
