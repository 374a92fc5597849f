import { connectionFailure, statusFailure } from '../../nodes/ISendPro/transport/connection';

/** An error as n8n throws it: its own around axios' around Node.js'. */
function wrapped(layers: object[]): object {
	return layers.reduceRight<object | undefined>(
		(cause, layer) => ({ ...layer, cause }),
		undefined,
	) as object;
}

describe('an error of the HTTP client', () => {
	it.each([
		['a refused connection', wrapped([{}, { code: 'ECONNREFUSED', syscall: 'connect' }])],
		['several refused addresses', { code: 'ECONNREFUSED', errors: [{ code: 'ECONNREFUSED' }] }],
		['a host without a route', wrapped([{}, {}, { code: 'EHOSTUNREACH', syscall: 'connect' }])],
		['a connection that timed out', { errors: [{ code: 'ETIMEDOUT', syscall: 'connect' }] }],
		['an unknown host', wrapped([{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }])],
		['a name server in trouble', { code: 'EAI_AGAIN' }],
		['a certificate that is not trusted', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
		['an expired certificate', { code: 'CERT_HAS_EXPIRED' }],
		['a base URL that is none', { code: 'ERR_INVALID_URL' }],
		['an address that n8n forbids', wrapped([{}, { name: 'SsrfBlockedIpError' }])],
		['a host that n8n forbids', { name: 'SsrfBlockedHostnameError' }],
	])('means that nothing was sent: %s', (_, error) => {
		expect(connectionFailure(error, 'host')).toMatchObject({ status: 'notSent', isFinal: false });
	});

	it.each([
		['a reset connection', wrapped([{}, { code: 'ECONNRESET', syscall: 'read' }])],
		['a broken pipe', { code: 'EPIPE', syscall: 'write' }],
		['a timeout of the answer', { code: 'ECONNABORTED', message: 'timeout of 120000ms exceeded' }],
		['an answer cut short', { code: 'ECONNRESET', message: 'aborted' }],
		['a stopped execution', { code: 'ERR_CANCELED' }],
		['an error without a code', new Error('socket hang up')],
		['something that is no error', 'oops'],
	])('means that iSendPro may have acted: %s', (_, error) => {
		expect(connectionFailure(error, 'host')).toMatchObject({ status: 'unknown', isFinal: true });
	});

	it('does not loop when errors name each other as their cause', () => {
		const error: { cause?: object } = {};
		error.cause = { cause: error };
		expect(connectionFailure(error, 'host').status).toBe('unknown');
	});
});

describe('an HTTP status', () => {
	it.each([200, 204])('lets the answer be read: %d', (status) => {
		expect(statusFailure(status, 'host')).toBeUndefined();
	});

	it.each([301, 302, 400, 401, 403, 404, 405, 413, 429])(
		'means that nothing was done: %d',
		(status) => {
			expect(statusFailure(status, 'host')).toMatchObject({ status: 'notSent', stops: 'run' });
		},
	);

	it.each([408, 500, 502, 503, 504])('means that iSendPro may have acted: %d', (status) => {
		expect(statusFailure(status, 'host')).toMatchObject({ status: 'unknown', isFinal: true });
	});
});

describe('what a person is told of a status that is no answer', () => {
	it.each([301, 403, 413])('does not deny that it was iSendPro: %d', (status) => {
		const { message, description } = statusFailure(status, 'host') ?? {};
		expect(message).toBe(`host refused the request (HTTP ${status})`);
		expect(description).toMatch(/Nothing was done.*Base URL.*https:.*firewall/);
	});
});

describe('an error that may come before or after the request', () => {
	it.each([
		['a route that died under a connection', { code: 'EHOSTUNREACH', syscall: 'read' }],
		['a network that went away while writing', { code: 'ENETUNREACH', syscall: 'write' }],
		[
			'an answer that TLS could not decrypt',
			{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' },
		],
		['an alert of TLS', { code: 'EPROTO', syscall: 'read' }],
	])('is never repeated: %s', (_, error) => {
		expect(connectionFailure(error, 'host')).toMatchObject({ status: 'unknown', isFinal: true });
	});
});

describe('trying again at once', () => {
	it('is worth it after HTTP 429', () => {
		expect(statusFailure(429, 'host')).toMatchObject({ isTransient: true });
	});

	it.each([301, 400, 403, 404, 413])('is not worth it after HTTP %d', (status) => {
		expect(statusFailure(status, 'host')?.isTransient).toBe(false);
	});
});
