import type { Failure } from '../api/wire/failure';
import { lostAnswer } from '../api/wire/failure';

/** Node.js's names for a host that was not found. */
const NOT_FOUND = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);
/** Certificates are checked before anything is sent; other errors of TLS may come after. */
const NOT_TRUSTED =
	/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT_ALTNAME_INVALID$|ERR_SSL_WRONG_VERSION_NUMBER$)/;
const NOT_A_URL = new Set(['ERR_INVALID_URL', 'ERR_UNSUPPORTED_PROTOCOL', 'ERR_BAD_OPTION_VALUE']);

function notSent(message: string, description: string, passes = false): Failure {
	return {
		status: 'notSent',
		message,
		description,
		concerns: 'service',
		stopsRun: true,
		final: false,
		passes,
	};
}

/** The error and what lies beneath it: n8n, axios and Node.js each wrap the one below. */
function* layersOf(error: unknown): Generator<object> {
	const seen = new Set<unknown>();
	const open = [error];
	while (open.length > 0) {
		const layer = open.shift();
		if (typeof layer !== 'object' || layer === null || seen.has(layer)) continue;
		seen.add(layer);
		yield layer;
		open.push(Reflect.get(layer, 'cause'));
		const several: unknown = Reflect.get(layer, 'errors');
		if (Array.isArray(several)) open.push(...several);
	}
}

function textOf(layer: object, key: string): string {
	const value: unknown = Reflect.get(layer, key);
	return typeof value === 'string' ? value : '';
}

/**
 * Tells from an error whether a connection came about at all.
 * @param error what the HTTP client threw
 * @param host shown to the user
 * @returns `notSent` if nothing can have reached iSendPro, else `unknown`
 */
export function connectionFailure(error: unknown, host: string): Failure {
	for (const layer of layersOf(error)) {
		const code = textOf(layer, 'code');
		// The same codes come up on connections that carried a request; refused is refused.
		const notConnected = code === 'ECONNREFUSED' || textOf(layer, 'syscall') === 'connect';
		if (NOT_FOUND.has(code)) {
			return notSent(
				`The host ${host} was not found`,
				'Check the Base URL of the credential, and that n8n can resolve names.',
				true,
			);
		}
		if (notConnected) {
			return notSent(
				`No connection to ${host}`,
				'Check the Base URL of the credential, and that the network of n8n lets it out. Then run again.',
				true,
			);
		}
		if (NOT_TRUSTED.test(code)) {
			return notSent(
				`No secure connection to ${host}: its certificate was not accepted`,
				'Check the Base URL of the credential, and the clock of the machine that n8n runs on.',
			);
		}
		if (NOT_A_URL.has(code)) {
			return notSent(
				'The Base URL of the credential is not a web address',
				'It looks like https://www.isendpro.com/cgi-bin/.',
			);
		}
	}
	return lostAnswer(`The connection to ${host} broke before the answer was complete`);
}

/**
 * Tells from the HTTP status whether iSendPro was asked. It answers 200 to everything, errors too.
 * @returns undefined if the answer can be read; `notSent` if the request was turned away before
 * iSendPro could act; `unknown` otherwise
 */
export function statusFailure(status: number, host: string): Failure | undefined {
	if (status >= 200 && status < 300) return undefined;
	if (status === 429 || status === 503) {
		return notSent(
			`${host} has no capacity (HTTP ${status})`,
			'Nothing was done. Run again in a few minutes.',
			true,
		);
	}
	if (status < 500) {
		return notSent(
			`${host} did not accept the request (HTTP ${status}), so it is not iSendPro's API`,
			'Check the Base URL of the credential, e.g. https://www.isendpro.com/cgi-bin/.',
		);
	}
	return lostAnswer(`${host} failed while it was asked (HTTP ${status})`);
}
