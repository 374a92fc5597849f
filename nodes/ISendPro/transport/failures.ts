import type { Failure } from '../api/wire/failure';
import { notSent, outcomeUnknown } from '../api/wire/failure';

const EXAMPLE_URL = 'https://www.isendpro.com/cgi-bin/';

/** Nothing reached iSendPro, and nothing will before somebody changes something. */
const PERMANENT = { stops: 'run', isTransient: false } as const;
/** Nothing reached iSendPro, but another try may succeed. */
const TRANSIENT = { stops: 'run', isTransient: true } as const;

export function hostNotFound(host: string): Failure {
	return notSent(
		`The host ${host} was not found`,
		'Check the Base URL of the credential, and the internet connection and DNS of the machine that n8n runs on.',
		TRANSIENT,
	);
}

export function notConnected(host: string): Failure {
	return notSent(
		`No connection to ${host}`,
		'Check the Base URL of the credential, and that no firewall blocks n8n. Then run it again.',
		TRANSIENT,
	);
}

export function notTrusted(host: string): Failure {
	return notSent(
		`No secure connection to ${host}: its certificate was not accepted`,
		'Check the Base URL of the credential, and the clock of the machine that n8n runs on.',
		PERMANENT,
	);
}

/** n8n's protection against requests to private addresses. */
export function notAllowed(host: string): Failure {
	return notSent(
		`n8n does not allow requests to ${host}`,
		'Check the Base URL of the credential. If it is right, the administrator of n8n can allow the host with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.',
		PERMANENT,
	);
}

export function noKey(): Failure {
	return notSent(
		'The Key ID of the credential is empty',
		'Paste the key of the iSendPro account into it. If it is an expression, the expression has no value.',
		PERMANENT,
	);
}

export function noWebAddress(): Failure {
	return notSent(
		'The Base URL of the credential is not a web address',
		`Write a complete one, e.g. ${EXAMPLE_URL}.`,
		PERMANENT,
	);
}

export function noCapacity(host: string, httpStatus: number): Failure {
	return notSent(
		`${host} has too many requests at the moment (HTTP ${httpStatus})`,
		'Nothing was done. Run it again in a few minutes.',
		TRANSIENT,
	);
}

export function notTheApi(host: string, httpStatus: number): Failure {
	return notSent(
		`${host} refused the request (HTTP ${httpStatus})`,
		`Nothing was done. Check the Base URL of the credential, e.g. ${EXAMPLE_URL} (https and no other page), and that no firewall or proxy blocks n8n.`,
		PERMANENT,
	);
}

export function connectionBroke(host: string): Failure {
	return outcomeUnknown(`The connection to ${host} broke before the answer was complete`);
}

export function hostFailed(host: string, httpStatus: number): Failure {
	return outcomeUnknown(`${host} answered with a server error (HTTP ${httpStatus})`);
}
