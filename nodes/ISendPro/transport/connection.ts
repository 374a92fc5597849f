import type { Failure } from '../api/wire/failure';
import {
	connectionBroke,
	hostFailed,
	hostNotFound,
	noCapacity,
	notAllowed,
	notConnected,
	notTheApi,
	notTrusted,
	noWebAddress,
} from './failures';

/** Node.js's names for a host that was not found. */
const NOT_FOUND = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);
/** Certificates are checked before anything is sent; other TLS errors may come later. */
const NOT_TRUSTED =
	/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT_ALTNAME_INVALID$|ERR_SSL_WRONG_VERSION_NUMBER$)/;
/** n8n's protection against requests to private addresses, before anything is sent. */
const NOT_ALLOWED = /^SsrfBlocked/;
const NOT_A_URL = new Set(['ERR_INVALID_URL', 'ERR_UNSUPPORTED_PROTOCOL', 'ERR_BAD_OPTION_VALUE']);

/** The error and its causes: n8n, axios and Node.js each wrap the error below. */
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

function readTextProperty(layer: object, key: string): string {
	const value: unknown = Reflect.get(layer, key);
	return typeof value === 'string' ? value : '';
}

/**
 * Finds out from an error whether a connection was established.
 * @param error what the HTTP client threw
 * @param host shown to the user
 * @returns `notSent` if nothing can have reached iSendPro, else `unknown`
 */
export function connectionFailure(error: unknown, host: string): Failure {
	for (const layer of layersOf(error)) {
		const code = readTextProperty(layer, 'code');
		if (NOT_FOUND.has(code)) return hostNotFound(host);
		// Other codes also come from connections that carried a request; this one never does.
		if (code === 'ECONNREFUSED' || readTextProperty(layer, 'syscall') === 'connect') {
			return notConnected(host);
		}
		if (NOT_TRUSTED.test(code)) return notTrusted(host);
		if (NOT_ALLOWED.test(readTextProperty(layer, 'name'))) return notAllowed(host);
		if (NOT_A_URL.has(code)) return noWebAddress();
	}
	return connectionBroke(host);
}

/**
 * Finds out from the HTTP status of an answer that is not one of iSendPro whether iSendPro may have acted.
 * @returns undefined for a good status; `notSent` if the request was refused before iSendPro could act;
 * `unknown` otherwise: 503 may come from a server behind iSendPro's proxy, and 408 after the request
 * arrived
 */
export function statusFailure(status: number, host: string): Failure | undefined {
	if (status >= 200 && status < 300) return undefined;
	if (status === 429) return noCapacity(host, status);
	return status < 500 && status !== 408 ? notTheApi(host, status) : hostFailed(host, status);
}
