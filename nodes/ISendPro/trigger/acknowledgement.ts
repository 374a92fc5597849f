/** The answer to a call of iSendPro [3.10, 3.11], which calls again after anything but `validation`. */
export type Acknowledgement = 'validation' | 'probleme';

/** The part of n8n's response object that is used here. */
export interface Response {
	statusCode: number;
	json: (body?: unknown) => unknown;
	send: (body?: unknown) => unknown;
	end: (body?: unknown) => unknown;
	setHeader(name: string, value: string): unknown;
	setTimeout(milliseconds: number, onIdle: () => void): unknown;
}

/**
 * Makes every answer a plain word. n8n answers when the execution is stored or the workflow has ended:
 * with an empty 200 for success, and with an object or another status for everything else (a failure, a
 * cancellation, a timeout, a run without data). It may also never answer.
 * @param timeoutMs milliseconds after which an open call is answered with `probleme`
 * @returns a function that answers the call at once
 */
export function forcePlainTextReply(
	response: Response,
	timeoutMs: number,
): (status: number, body: string) => void {
	const end = response.end.bind(response);
	let answered = false;
	const answer = (status: number, body: string) => {
		if (answered) return;
		answered = true;
		response.statusCode = status;
		response.setHeader('Content-Type', 'text/plain; charset=utf-8');
		end(body);
	};
	const translate = (body?: unknown) => {
		const succeeded = response.statusCode === 200 && (body === undefined || body === 'validation');
		answer(200, succeeded ? 'validation' : 'probleme');
		return response;
	};
	response.json = response.send = response.end = translate;
	response.setTimeout(timeoutMs, () => answer(200, 'probleme'));
	return answer;
}
