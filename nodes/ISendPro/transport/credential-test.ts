import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { readBalance } from '../api/requests/balance';
import { GatewayError, withoutDoubt } from '../api/wire/failure';
import type { Account, HttpReply } from './account';
import { gatewayOver } from './account';

/** Milliseconds; somebody is waiting in front of the screen. */
const ANSWER_TIME = 20_000;

/**
 * n8n's test of a credential: reads the balance [3.1], which costs nothing. iSendPro answers HTTP 200
 * to a wrong key too, so n8n's own kind of test would be green.
 * @returns green with the balance, or red with what to do
 */
export async function testConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const account: Account = {
		keyId: String(credential.data?.keyId ?? '').trim(),
		baseUrl: String(credential.data?.baseUrl ?? ''),
		textEncoding: 'iso-8859-15',
	};
	// The only helper that n8n offers to such a test.
	const { request } = this.helpers;
	const post = async (uri: string, body: string): Promise<HttpReply> => {
		const response = await request({
			method: 'POST',
			uri,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body,
			encoding: null,
			simple: false,
			followRedirect: false,
			followAllRedirects: false,
			resolveWithFullResponse: true,
			timeout: ANSWER_TIME,
		});
		return {
			statusCode: response.statusCode,
			read: async () => await Promise.resolve(response.body),
		};
	};
	try {
		const gateway = gatewayOver(post, account, {
			fixedFields: [['keyid', account.keyId]],
			tries: 1,
		});
		const { credit, smsQuantity } = await readBalance(gateway, true);
		const quantity = smsQuantity === undefined ? '' : `, enough for ${smsQuantity} SMS`;
		return { status: 'OK', message: `Connected. Credit left: ${credit} EUR${quantity}.` };
	} catch (error) {
		if (!(error instanceof GatewayError)) {
			return { status: 'Error', message: (error as Error).message };
		}
		const { message, description } = withoutDoubt(error.failure);
		return { status: 'Error', message: `${message}. ${description}` };
	}
}
