import type { Failure } from '../api/wire/failure';
import { notSent, outcomeUnknown } from '../api/wire/failure';

const EXAMPLE_URL = 'https://www.isendpro.com/cgi-bin/';

/** Nothing reached iSendPro, and nothing will before somebody changes something. */
const PERMANENT = { stops: 'run', isTransient: false } as const;
/** Nothing reached iSendPro, but another try may succeed. */
const TRANSIENT = { stops: 'run', isTransient: true } as const;

export const hostNotFound = (host: string): Failure =>
	notSent(
		`The host ${host} was not found`,
		'Check the Base URL of the credential, and the internet connection and DNS of the machine that n8n runs on.',
		TRANSIENT,
	);

export const notConnected = (host: string): Failure =>
	notSent(
		`No connection to ${host}`,
		'Check the Base URL of the credential, and that no firewall blocks n8n. Then run it again.',
		TRANSIENT,
	);

export const notTrusted = (host: string): Failure =>
	notSent(
		`No secure connection to ${host}: its certificate was not accepted`,
		'Check the Base URL of the credential, and the clock of the machine that n8n runs on.',
		PERMANENT,
	);

/** n8n's protection against requests to private addresses. */
export const notAllowed = (host: string): Failure =>
	notSent(
		`n8n does not allow requests to ${host}`,
		'Check the Base URL of the credential. If it is right, the administrator of n8n can allow the host with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.',
		PERMANENT,
	);

export const noKey = (): Failure =>
	notSent(
		'The Key ID of the credential is empty',
		'Paste the key of the iSendPro account into it. If it is an expression, the expression has no value.',
		PERMANENT,
	);

export const noWebAddress = (): Failure =>
	notSent(
		'The Base URL of the credential is not a web address',
		`Write a complete one, e.g. ${EXAMPLE_URL}.`,
		PERMANENT,
	);

export const noCapacity = (host: string, httpStatus: number): Failure =>
	notSent(
		`${host} has too many requests at the moment (HTTP ${httpStatus})`,
		'Nothing was done. Run it again in a few minutes.',
		TRANSIENT,
	);

export const notTheApi = (host: string, httpStatus: number): Failure =>
	notSent(
		`${host} refused the request (HTTP ${httpStatus})`,
		`Nothing was done. Check the Base URL of the credential, e.g. ${EXAMPLE_URL} (https and no other page), and that no firewall or proxy blocks n8n.`,
		PERMANENT,
	);

export const connectionBroke = (host: string): Failure =>
	outcomeUnknown(`The connection to ${host} broke before the answer was complete`);

export const hostFailed = (host: string, httpStatus: number): Failure =>
	outcomeUnknown(`${host} answered with a server error (HTTP ${httpStatus})`);
