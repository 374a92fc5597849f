import { connectionFailure, statusFailure } from '../../nodes/ISendPro/transport/connection';

/** An error as n8n throws it: its own around axios' around Node.js'. */
function wrapped(...layers: object[]): object {
	return layers.reduceRight((cause, layer) => ({ ...layer, cause }), {});
}

describe('an error of the HTTP client', () => {
	it.each([
		['a refused connection', wrapped({}, { code: 'ECONNREFUSED', syscall: 'connect' })],
		['several refused addresses', { code: 'ECONNREFUSED', errors: [{ code: 'ECONNREFUSED' }] }],
		['a host without a route', wrapped({}, {}, { code: 'EHOSTUNREACH', syscall: 'connect' })],
		['a connection that timed out', { errors: [{ code: 'ETIMEDOUT', syscall: 'connect' }] }],
		['an unknown host', wrapped({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
		['a name server in trouble', { code: 'EAI_AGAIN' }],
		['a certificate that is not trusted', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
		['an expired certificate', { code: 'CERT_HAS_EXPIRED' }],
		['a base URL that is none', { code: 'ERR_INVALID_URL' }],
		['an address that n8n forbids', wrapped({}, { name: 'SsrfBlockedIpError' })],
		['a host that n8n forbids', { name: 'SsrfBlockedHostnameError' }],
	])('means that nothing was sent: %s', (_, error) => {
		expect(connectionFailure(error, 'host')).toMatchObject({ status: 'notSent', isFinal: false });
	});

	const endless: { cause?: object } = {};
	endless.cause = { cause: endless };

	it.each([
		['a reset connection', wrapped({}, { code: 'ECONNRESET', syscall: 'read' })],
		['a broken pipe', { code: 'EPIPE', syscall: 'write' }],
		['a timeout of the answer', { code: 'ECONNABORTED', message: 'timeout of 120000ms exceeded' }],
		['an answer cut short', { code: 'ECONNRESET', message: 'aborted' }],
		['a stopped execution', { code: 'ERR_CANCELED' }],
		['a route that died under a connection', { code: 'EHOSTUNREACH', syscall: 'read' }],
		['a network that went away while writing', { code: 'ENETUNREACH', syscall: 'write' }],
		['what TLS cannot decrypt', { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }],
		['an alert of TLS', { code: 'EPROTO', syscall: 'read' }],
		['an error without a code', new Error('socket hang up')],
		['errors that name each other as their cause', endless],
		['something that is no error', 'oops'],
	])('means that iSendPro may have acted: %s', (_, error) => {
		expect(connectionFailure(error, 'host')).toMatchObject({ status: 'unknown', isFinal: true });
	});
});

describe('an HTTP status', () => {
	it.each([200, 204])('lets the answer be read: %d', (status) => {
		expect(statusFailure(status, 'host')).toBeUndefined();
	});

	it.each([301, 302, 400, 401, 403, 404, 405, 413, 429])(
		'means that nothing was done, which may change at once after 429 only: %d',
		(status) => {
			const isTransient = status === 429;
			expect(statusFailure(status, 'host')).toMatchObject({
				...{ status: 'notSent', stops: 'run', isTransient },
			});
		},
	);

	it.each([408, 500, 502, 503, 504])('means that iSendPro may have acted: %d', (status) => {
		expect(statusFailure(status, 'host')).toMatchObject({ status: 'unknown', isFinal: true });
	});

	it.each([301, 403, 413])('is told without denying that it was iSendPro: %d', (status) => {
		const { message, description } = statusFailure(status, 'host') ?? {};
		expect(message).toBe(`host refused the request (HTTP ${status})`);
		expect(description).toMatch(/Nothing was done.*Base URL.*https:.*firewall/);
	});
});
