import * as http from 'node:http';
import * as https from 'node:https';
import type { CallbackCall } from '../types';

export interface PageAnswer {
	status: number;
	body: string;
}

const MAX_ANSWER_LENGTH = 2_000;

/**
 * Calls a page once, without keeping the connection. Rejects when it is unreachable, does not
 * answer within the timeout (milliseconds), or is aborted.
 */
export async function callPage(
	{ url, method, body }: Pick<CallbackCall, 'url' | 'method' | 'body'>,
	timeout: number,
	signal: AbortSignal,
): Promise<PageAnswer> {
	return await new Promise((resolve, reject) => {
		const { request: start } = url.startsWith('https:') ? https : http;
		const headers: http.OutgoingHttpHeaders = { 'User-Agent': 'iSendPro simulator' };
		if (body !== undefined) headers['Content-Type'] = 'application/x-www-form-urlencoded';
		const request = start(url, { method, headers, agent: false, signal }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const answer = Buffer.concat(chunks).toString('latin1').slice(0, MAX_ANSWER_LENGTH);
				resolve({ status: response.statusCode ?? 0, body: answer });
			});
		});
		const limit = setTimeout(() => request.destroy(new Error('No answer in time')), timeout);
		request.on('close', () => clearTimeout(limit));
		request.on('error', reject);
		request.end(body);
	});
}
