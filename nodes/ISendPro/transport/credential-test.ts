import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { readBalance } from '../api/requests/balance';
import { messageOf, RequestFailed, asIdempotent } from '../api/wire/failure';
import { parseUrl } from '../api/text/url';
import type { HttpReply } from './account';
import { createAccount, readAll, readCredential } from './account';
import { CREDENTIAL_TEST_LIMITS } from './limits';

/** Hosts that are reached without a network. */
const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/;

/** @returns a warning about an unencrypted address, or '' */
function warnOfHttp(baseUrl: string): string {
	const { protocol, hostname } = parseUrl(baseUrl) ?? {};
	if (protocol !== 'http:' || LOOPBACK.test(hostname ?? '')) return '';
	return ' Warning: the Base URL begins with http://, so the key and the messages travel unencrypted. Change it to https:// if the server allows that.';
}

/**
 * Tests a credential by reading the balance [3.1], which costs nothing. iSendPro answers a wrong key with
 * HTTP 200, so n8n's declarative test would succeed.
 * @returns green with the balance, or red with what to do
 */
export async function testConnection(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const credential = readCredential(data);
	// The only helper that n8n offers to a credential test.
	const { request } = this.helpers;
	const post = async (uri: string, body: string): Promise<HttpReply> => {
		const response = await request({
			method: 'POST',
			uri,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body,
			// Without a stream, n8n reads an answer of any length, and some of its errors have no cause.
			useStream: true,
			simple: false,
			followRedirect: false,
			followAllRedirects: false,
			resolveWithFullResponse: true,
			timeout: CREDENTIAL_TEST_LIMITS.timeoutMs,
		});
		return {
			statusCode: response.statusCode,
			read: async () => await readAll(response.body, CREDENTIAL_TEST_LIMITS),
		};
	};
	const warning = warnOfHttp(credential.baseUrl);
	try {
		const account = createAccount(post, credential, {
			idempotent: true,
			limits: CREDENTIAL_TEST_LIMITS,
			fixedFields: [['keyid', credential.keyId]],
		});
		const { credit, smsQuantity } = await readBalance(account, true);
		const quantity = smsQuantity === undefined ? '' : `, enough for ${smsQuantity} SMS`;
		return { status: 'OK', message: `Connected. Credit left: ${credit} EUR${quantity}.${warning}` };
	} catch (error) {
		if (!(error instanceof RequestFailed)) {
			return { status: 'Error', message: `${(error as Error).message}${warning}` };
		}
		const failure = asIdempotent(error.failure);
		return { status: 'Error', message: `${messageOf(failure)}. ${failure.description}${warning}` };
	}
}
