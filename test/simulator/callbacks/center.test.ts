import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { post, simulator, useSimulator } from '../client';

useSimulator();

let page: Server;
let pageUrl: string;
let answer: string | undefined;
const visits: Array<{ method: string; target: string; body: string; type: string | undefined }> =
	[];

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks).toString('latin1');
}

beforeAll(async () => {
	page = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			const { method = '', url = '', headers } = request;
			visits.push({ method, target: url, body, type: headers['content-type'] });
			if (answer !== undefined) response.end(answer);
		});
	});
	await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
	pageUrl = `http://127.0.0.1:${(page.address() as AddressInfo).port}/recup.php`;
});
beforeEach(async () => {
	Object.assign(simulator.callbacks, { receiptUrl: pageUrl, replyUrl: pageUrl, receiptDelay: 0 });
	visits.length = 0;
	answer = 'validation';
});
afterAll(async () => {
	page.closeAllConnections();
	page.close();
});

const receiptOf = async (form: string) => {
	await post(form);
	await simulator.callbacks.settled();
	return visits.at(-1)?.target;
};

describe('A receipt', () => {
	it('has the parameters of the manual in their order', async () => {
		simulator.clock.set('2012-08-12T13:07:12Z');
		simulator.phones.get('0612345678').operator = 'SFR';
		const target = await receiptOf('num=0612345678&sms=a&tracker=compte12_5874');
		const id = simulator.phones.messages()[0]?.id;
		expect(target).toBe(
			`/recup.php?tel=0612345678&libelle=Message%20a%20destination%20de%200612345678%20portant%20le%20numero%20${id}%20a%20ete%20recu%20le%202012-08-12%20a%2015:07:12` +
				`&statut=0&code_erreur=000&date=2012-08-12&heure=15:07:12&id=${id}&operateur=SFR&tracker=compte12_5874`,
		);
		expect(visits).toMatchObject([{ method: 'GET', body: '' }]);
	});

	it.each([
		['SFR', 'delivered', '0', '000'],
		['ORAN', 'failed', '2', '108'],
		['BOUY', 'delivered', '0', '002'],
		['FREE', 'failed', '2', '005'],
	] as const)(
		'of %s, %s, has statut %s and code_erreur %s',
		async (operator, outcome, statut, error) => {
			Object.assign(simulator.phones.get('0612345678'), { operator, receipt: { outcome } });
			expect(await receiptOf('num=0612345678&sms=a')).toContain(
				`&statut=${statut}&code_erreur=${error}&`,
			);
		},
	);

	it('carries the error code and label of its phone, in either charset', async () => {
		simulator.phones.get('0612345678').receipt = {
			outcome: 'failed',
			errorCode: '107',
			label: 'Absent & é',
		};
		expect(await receiptOf('num=0612345678&sms=a')).toContain(
			'libelle=Absent%20%26%20%E9&statut=2&code_erreur=107',
		);
		simulator.callbacks.charset = 'utf-8';
		expect(await receiptOf('num=0612345678&sms=a')).toContain('libelle=Absent%20%26%20%C3%A9&');
	});

	it('is not sent for a phone that never reports, nor without a URL', async () => {
		simulator.phones.get('0612345678').receipt = { outcome: 'none' };
		await receiptOf('num=0612345678&sms=a');
		simulator.callbacks.receiptUrl = '';
		await receiptOf('num=0612345679&sms=a');
		expect(visits).toEqual([]);
	});

	it('is sent by POST when set to, and to a URL that already has a query', async () => {
		simulator.callbacks.receiptUrl = `${pageUrl}?a=1`;
		expect(await receiptOf('num=0612345678&sms=a')).toMatch(/^\/recup\.php\?a=1&tel=0612345678&/);
		simulator.callbacks.method = 'POST';
		expect(await receiptOf('num=0612345678&sms=a')).toBe('/recup.php?a=1');
		expect(visits[1]).toMatchObject({ method: 'POST', type: 'application/x-www-form-urlencoded' });
		expect(visits[1]?.body).toMatch(/^tel=0612345678&libelle=/);
	});

	it('is not sent by hand before its message arrives, nor without a URL or message', async () => {
		await post('num=0601020304&sms=a&date_envoi=2030-01-01%2010:00');
		const [message] = simulator.phones.messages();
		const report = async (id = '') =>
			await simulator.callbacks.report(id, { outcome: 'delivered' });
		expect(await report(message?.id)).toEqual({
			transmitted: false,
			reason: 'The message has not arrived yet',
		});
		simulator.callbacks.receiptUrl = '';
		expect(await report(message?.id)).toEqual({
			transmitted: false,
			reason: 'No receipt URL is set',
		});
		await expect(report('1')).rejects.toThrow('There is no message 1');
	});

	it('follows a scheduled message after its time and the delay', async () => {
		simulator.clock.set('2026-11-23T09:00:00Z');
		simulator.callbacks.receiptDelay = 60_000;
		await post('num=0612345678&sms=a&date_envoi=2026-11-23%2012:00');
		await simulator.clock.advance(2 * 3_600_000 + 59_000);
		expect(visits).toEqual([]);
		await simulator.clock.advance(1_000);
		expect(visits).toHaveLength(1);
		expect(visits[0]?.target).toContain('heure=12:01:00');
	});

	it('is sent for each recipient of a request', async () => {
		await post('num1=0601010101&tracker1=t1&num2=0602020202&tracker2=t2&sms=a');
		await simulator.callbacks.settled();
		expect(visits.map(({ target }) => /tracker=(.*)$/.exec(target)?.[1])).toEqual(['t1', 't2']);
	});
});

describe('A reply', () => {
	it('has the parameters of the manual and the tracker of the last message', async () => {
		await post('num=0612345678&sms=a&tracker=first');
		await post('num=0612345678&sms=a&tracker=compte12_5874&emetteur=Acme');
		await simulator.callbacks.settled();
		const outcome = await simulator.callbacks.reply('0612345678', 'STOP SMS');
		const id = simulator.phones.messages()[1]?.id;
		expect(visits.at(-1)?.target).toBe(
			`/recup.php?tel=0612345678&id_retour=${id}&msg_sms=STOP%20SMS&tracker=compte12_5874`,
		);
		expect(outcome).toMatchObject({
			transmitted: true,
			call: { validated: true, attempt: 1, status: 200 },
		});
	});

	it('blacklists nobody, not even with STOP', async () => {
		await post('num=0612345678&sms=a');
		await simulator.callbacks.reply('0612345678', 'STOP');
		expect(simulator.account.blacklist.size).toBe(0);
	});

	it('is not transmitted to a text sender, except to the number after STOP', async () => {
		simulator.account.noStopAllowed = true;
		await post('num=0612345678&sms=a&emetteur=Acme');
		const { callbacks } = simulator;
		expect(await callbacks.reply('0612345678', 'Oui', { to: 'sender' })).toMatchObject({
			transmitted: false,
		});
		expect(await callbacks.reply('0612345678', 'Oui')).toMatchObject({ transmitted: true });
		await post('num=0612345678&sms=a&emetteur=Acme&nostop=1');
		expect(await callbacks.reply('0612345678', 'Oui')).toMatchObject({
			transmitted: false,
			reason: 'The sender Acme cannot be answered',
		});
		expect(
			simulator.phones.get('0612345678').replies.map(({ transmitted }) => transmitted),
		).toEqual([false, true, false]);
	});

	it('is not transmitted without a URL', async () => {
		simulator.callbacks.replyUrl = '';
		expect(await simulator.callbacks.reply('0612345678', 'Oui')).toMatchObject({
			transmitted: false,
		});
	});
});

describe('A call that is not validated', () => {
	const day = 86_400_000;

	it('is repeated three times, once a day at 02:00 in France', async () => {
		simulator.clock.set('2026-03-27T10:00:00Z');
		answer = 'probleme';
		await post('num=0612345678&sms=a');
		await simulator.clock.advance(1_000);
		expect(visits).toHaveLength(1);
		await simulator.clock.advance(10 * day);
		expect(visits).toHaveLength(4);
		expect(new Set(visits.map(({ target }) => target)).size).toBe(1);
		// The clocks go forward in the night of the 29th: there is no 02:00, it is 03:00.
		expect(
			simulator.callbacks.calls.map(({ at, attempt }) => [attempt, at.toISOString().slice(0, 16)]),
		).toEqual([
			[1, '2026-03-27T10:00'],
			[2, '2026-03-28T01:00'],
			[3, '2026-03-29T01:00'],
			[4, '2026-03-30T00:00'],
		]);
		expect(simulator.callbacks.calls[3]?.nextAttemptAt).toBeUndefined();
	});

	it('is not repeated again after a validation', async () => {
		answer = 'probleme';
		await post('num=0612345678&sms=a');
		await simulator.clock.advance(1_000);
		answer = 'validation';
		await simulator.clock.advance(10 * day);
		expect(simulator.callbacks.calls.map(({ validated }) => validated)).toEqual([false, true]);
	});

	it.each(['', 'Validation', '"validation"', '<html>validation</html>'])(
		'is any that answers %j',
		async (text) => {
			answer = text;
			await receiptOf('num=0612345678&sms=a');
			expect(simulator.callbacks.calls).toMatchObject([{ validated: false, answer: text }]);
		},
	);

	it('is any that times out or finds nobody', async () => {
		answer = undefined;
		simulator.callbacks.timeout = 50;
		await receiptOf('num=0612345678&sms=a');
		simulator.callbacks.receiptUrl = 'http://127.0.0.1:1/nobody';
		await receiptOf('num=0612345678&sms=a');
		expect(simulator.callbacks.calls).toMatchObject([
			{ validated: false, error: 'No answer in time' },
			{ validated: false, error: expect.stringContaining('ECONNREFUSED') },
		]);
	});
});

describe('Calls', () => {
	it('run concurrently up to the set number', async () => {
		simulator.callbacks.concurrency = 3;
		answer = undefined;
		simulator.callbacks.timeout = 1_000;
		await post(`sms=a&${[1, 2, 3, 4, 5].map((n) => `num${n}=060000000${n}`).join('&')}`);
		while (visits.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(visits).toHaveLength(3);
		await simulator.callbacks.settled();
		expect(visits).toHaveLength(5);
	});
});
