import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Response } from '../../nodes/ISendPro/trigger/acknowledgement';
import { forcePlainTextReply } from '../../nodes/ISendPro/trigger/acknowledgement';

/** A real answer over the network; `json` and `send` are Express's, which must not be reached. */
async function answerTo(n8n: (response: Response & ServerResponse) => void) {
	const unreachable = () => {
		throw new Error("Express's own method was called");
	};
	const server = createServer((_, plain) => {
		const response = Object.assign(plain, { json: unreachable, send: unreachable });
		n8n(response as Response & ServerResponse);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const { port } = server.address() as AddressInfo;
		const answer = await fetch(`http://127.0.0.1:${port}/`);
		return [answer.status, answer.headers.get('content-type'), await answer.text()];
	} finally {
		server.close();
	}
}

const text = 'text/plain; charset=utf-8';

describe("n8n's answer", () => {
	it.each<[what: string, answer: (response: Response) => void]>([
		['an empty 200, once the workflow has ended', (response) => response.json(undefined)],
		['the word, sent by the execution', (response) => response.send('validation')],
		['the bare end of such an answer', (response) => response.end()],
	])('is validation: %s', async (_, answer) => {
		expect(
			await answerTo((response) => {
				forcePlainTextReply(response, 1000);
				answer(response);
			}),
		).toEqual([200, text, 'validation']);
	});

	it.each<[what: string, status: number, body: unknown]>([
		['a failed workflow', 500, { message: 'Error in workflow' }],
		['a run that n8n cancelled', 500, { code: 0, message: 'There was a problem' }],
		['a run without data', 200, { message: 'Workflow executed successfully' }],
		['an empty failure', 500, undefined],
		['a missing resource', 404, undefined],
		['a redirection', 302, 'validation'],
		['the data of a node', 200, [{ text: 'validation' }]],
		['another text', 200, 'Workflow was started'],
	])('is probleme: %s', async (_, status, body) => {
		expect(
			await answerTo((response) => {
				forcePlainTextReply(response, 1000);
				response.setHeader('Content-Type', 'application/json');
				response.statusCode = status;
				response.json(body);
				response.end();
			}),
		).toEqual([200, text, 'probleme']);
	});

	it('counts once', async () => {
		const answer = answerTo((response) => {
			forcePlainTextReply(response, 1000);
			response.json(undefined);
			response.statusCode = 500;
			response.json({ message: 'Error in workflow' });
			response.end();
		});
		expect(await answer).toEqual([200, text, 'validation']);
	});

	it('is probleme in the end where n8n gives none', async () => {
		const answer = answerTo((response) => void forcePlainTextReply(response, 50));
		expect(await answer).toEqual([200, text, 'probleme']);
	});

	it('is given at once where there is nothing to wait for', async () => {
		const answer = answerTo((response) => {
			forcePlainTextReply(response, 1000)(403, 'forbidden');
			response.end();
		});
		expect(await answer).toEqual([403, text, 'forbidden']);
	});
});
