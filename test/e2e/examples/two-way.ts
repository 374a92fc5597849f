import type { DataTable, Execution, Workflow } from '../../../harness';
import { activate, addressesOf, runsOf } from '../../../harness';
import type { Stage } from '../stage';
import { createTable, example, withParameters, withTable } from './imported';

const anna = '0601020304';
const endings = ['Keep the appointment', 'Cancel it', 'Offer that time', 'Nobody answered'];

/** When n8n is silent for this long, it does not answer. */
const timeoutMs = 10_000;
const day = 24 * 60 * 60 * 1000;

/**
 * The pair of examples that asks by SMS and goes on with the words of the reply.
 *
 * @param silences how many times n8n may leave a call open although its workflow has succeeded, so
 * that iSendPro calls again on the next day
 */
export function twoWayTests(setting: () => Stage, silences: number): void {
	describe('The examples that ask by SMS and take the reply', () => {
		let table: DataTable;
		let replies: string;
		let asking: Workflow;
		let unanswered: string;

		beforeAll(async () => {
			const { n8n, credential } = setting();
			table = await createTable(n8n, example('ask-by-sms'));
			const answering = await n8n.api.createWorkflow(
				withTable(example('answer-by-sms'), table),
				credential,
			);
			await activate(n8n, answering);
			({ replies } = addressesOf(n8n, answering));
			await n8n.waitForWebhook(replies.split('/webhook/')[1] ?? '');
			asking = await n8n.api.createWorkflow(withTable(example('ask-by-sms'), table), credential);
			// It takes a minute until n8n looks, so it begins before the other tests
			const soon = { resumeAmount: 0.05, resumeUnit: 'minutes' };
			const impatient = await n8n.api.createWorkflow(
				withParameters(withTable(example('ask-by-sms'), table), { 'Wait for the reply': soon }),
				credential,
			);
			({ id: unanswered } = await n8n.api.run(impatient, { until: 'waiting' }));
		});

		beforeEach(() => {
			Object.assign(setting().simulator.callbacks, { replyUrl: replies, timeout: timeoutMs });
		});

		/** Asks Anna; gives the execution that waits. */
		async function ask(): Promise<string> {
			const { n8n, simulator } = setting();
			const { id, status } = await n8n.api.run(asking, { until: 'waiting' });
			expect([status, simulator.phones.get(anna).messages.at(-1)?.text]).toEqual([
				'waiting',
				expect.stringContaining('Répondez OUI, NON, ou une autre heure'),
			]);
			return id;
		}

		/** A phone replies, and iSendPro is told that it was dealt with; gives the call. */
		async function reply(text: string, from = anna): Promise<string> {
			const { callbacks, clock } = setting().simulator;
			const { call } = await callbacks.reply(from, text);
			const calls = () => callbacks.calls.filter(({ event }) => event === call?.event);
			for (let left = silences; left > 0 && calls().at(-1)?.validated === false; left--)
				await clock.advance(day);
			expect(calls().at(-1)).toMatchObject({ status: 200, answer: 'validation' });
			return call?.url ?? '';
		}

		/** iSendPro makes the same call once more. */
		async function repeat(url: string): Promise<void> {
			const word = async () => {
				const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
				return await answer.text();
			};
			let answer = word();
			for (let left = silences; left > 0; left--) answer = answer.catch(word);
			expect(await answer).toBe('validation');
		}

		/** Where a question's workflow went in the end. */
		function ending(execution: Execution): string[] {
			expect(execution.status).toBe('success');
			return endings.filter((name) => runsOf(execution, name).length > 0);
		}

		const endingOf = async (id: string, timeoutMs?: number) =>
			ending(await setting().n8n.api.waitForExecution(id, timeoutMs));

		/** What a person has to read, oldest first. */
		async function toRead(): Promise<unknown[]> {
			const rows = await setting().n8n.api.rowsOf(table);
			return rows.flatMap(({ answer, phone, text }) =>
				answer === 'to read' ? [`${String(phone)}: ${String(text)}`] : [],
			);
		}

		it.each([
			['Oui !', 'OUI', 'Keep the appointment'],
			['NON, merci.', 'NON', 'Cancel it'],
			['14h30', '14:30', 'Offer that time'],
			[' 9 H', '09:00', 'Offer that time'],
		])('go on with %j', async (text, answer, expected) => {
			const before = await toRead();
			const id = await ask();
			await reply(text);
			expect(await endingOf(id)).toEqual([expected]);
			const rows = await setting().n8n.api.rowsOf(table);
			expect(rows.at(-1)).toMatchObject({ phone: anna, text, answer, resumeUrl: '' });
			expect(await toRead()).toEqual(before);
		});

		it('leave a reply that is not an answer to a person, and keep waiting', async () => {
			const { n8n } = setting();
			const before = (await toRead()).length;
			const id = await ask();
			await reply('Oui, mais pas avant 14h30');
			await reply('25h00');
			// Its own at each try, or it counts as the same reply.
			const stranger = `0612${String(Date.now() % 1e6).padStart(6, '0')}`;
			await reply('Bonjour', stranger);
			await reply('OUI', stranger);
			expect((await n8n.api.getExecution(id)).status).toBe('waiting');
			await reply('Oui');
			expect(await endingOf(id)).toEqual(['Keep the appointment']);
			await reply('Finalement non');
			await reply('NON');
			expect((await toRead()).slice(before)).toEqual([
				`${anna}: Oui, mais pas avant 14h30`,
				`${anna}: 25h00`,
				`${stranger}: Bonjour`,
				`${stranger}: OUI`,
				`${anna}: Finalement non`,
				`${anna}: NON`,
			]);
		});

		it('take the same call twice for one reply', async () => {
			const before = await toRead();
			const id = await ask();
			const url = await reply('OUI');
			expect(await endingOf(id)).toEqual(['Keep the appointment']);
			await repeat(url);
			expect(await toRead()).toEqual(before);
			await reply('Hier ?');
			await repeat(await reply('Hier ?'));
			expect((await toRead()).slice(before.length)).toEqual([`${anna}: Hier ?`]);
		});

		it('take no answer from a plain call of the address that the question waits on', async () => {
			const id = await ask();
			const rows = await setting().n8n.api.rowsOf(table);
			await fetch(String(rows.at(-1)?.resumeUrl), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ answer: 'OUI' }),
			});
			expect(await endingOf(id)).toEqual(['Nobody answered']);
			const before = await toRead();
			await reply('OUI');
			expect((await toRead()).slice(before.length)).toEqual([`${anna}: OUI`]);
		});

		it('blacklist a number that replies STOP instead', async () => {
			const { n8n, simulator } = setting();
			const id = await ask();
			await reply('STOP');
			expect([...simulator.account.blacklist]).toEqual(['+33601020304']);
			expect((await n8n.api.getExecution(id)).status).toBe('waiting');
		});

		it('go on without an answer when the time is over', async () => {
			expect(await endingOf(unanswered, 150_000)).toEqual(['Nobody answered']);
		});
	});
}
