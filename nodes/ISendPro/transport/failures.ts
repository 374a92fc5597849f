import type { Failure } from '../api/wire/failure';
import { notSent, outcomeUnknown } from '../api/wire/failure';

/** Nothing reached iSendPro, and nothing will before somebody acts. */
const FOR_GOOD = { stops: 'run', isTransient: false } as const;
/** Nothing reached iSendPro, but the next try may. */
const FOR_NOW = { stops: 'run', isTransient: true } as const;

export function hostNotFound(host: string): Failure {
	return notSent(
		`The host ${host} was not found`,
		'Check the Base URL of the credential, and the internet connection and DNS of the machine that n8n runs on.',
		FOR_NOW,
	);
}

export function notConnected(host: string): Failure {
	return notSent(
		`No connection to ${host}`,
		'Check the Base URL of the credential, and that no firewall keeps n8n from reaching it. Then run again.',
		FOR_NOW,
	);
}

export function notTrusted(host: string): Failure {
	return notSent(
		`No secure connection to ${host}: its certificate was not accepted`,
		'Check the Base URL of the credential, and the clock of the machine that n8n runs on.',
		FOR_GOOD,
	);
}

/** n8n's own protection against requests to where a user may not look. */
export function notAllowed(host: string): Failure {
	return notSent(
		`n8n does not allow requests to ${host}`,
		'Check the Base URL of the credential. If it is right, the administrator of n8n can allow the host with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.',
		FOR_GOOD,
	);
}

export function noKey(): Failure {
	return notSent(
		'The Key ID of the credential is empty',
		'Paste the key of the iSendPro account into it. If it is an expression, that finds nothing.',
		FOR_GOOD,
	);
}

export function noWebAddress(): Failure {
	return notSent(
		'The Base URL of the credential is not a web address',
		'Write a whole one, e.g. https://www.isendpro.com/cgi-bin/.',
		FOR_GOOD,
	);
}

export function noCapacity(host: string, httpStatus: number): Failure {
	return notSent(
		`${host} has too many requests at the moment (HTTP ${httpStatus})`,
		'Nothing was done. Run again in a few minutes.',
		FOR_NOW,
	);
}

export function notTheApi(host: string, httpStatus: number): Failure {
	return notSent(
		`${host} turned the request away (HTTP ${httpStatus})`,
		'Nothing was done. Check the Base URL of the credential, e.g. https://www.isendpro.com/cgi-bin/ (https and no other page), and that no firewall or proxy keeps n8n out.',
		FOR_GOOD,
	);
}

export function connectionBroke(host: string): Failure {
	return outcomeUnknown(`The connection to ${host} broke before the answer was complete`);
}

export function hostFailed(host: string, httpStatus: number): Failure {
	return outcomeUnknown(`${host} failed while it was asked (HTTP ${httpStatus})`);
}
