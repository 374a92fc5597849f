import { itemsOf } from '../../harness';
import { node } from '../helpers/workflow';
import { setups } from './generations';
import type { Stage } from './stage';
import { useStage } from './stage';
import type { Listening } from './trigger/workflows';
import {
	call,
	failure,
	listen,
	nothing,
	pause,
	probleme,
	statusesOnce,
	validation,
} from './trigger/workflows';

const receipt =
	'tel=0612345678&libelle=recu&statut=0&code_erreur=000&date=2012-08-12&heure=15:07:12&id=35986&operateur=SFR&tracker=compte12_5874';
const reply = 'tel=0612345678&id_retour=545454545&msg_sms=Oui&tracker=compte12_5874';
const stop = reply.replace('Oui', 'STOP%20SMS');

// n8n in queue mode now and then leaves open a call that it answers when the workflow has ended, though
// that has ended; iSendPro calls again. Another file tests that nothing is lost.
jest.retryTimes(3, { logErrorsBeforeRetry: true });
jest.setTimeout(60_000);

describe.each(setups)('The trigger in $name', ({ generation, queue }) => {
	let { n8n } = {} as Stage;
	useStage({ generation, queue }, (stage) => ({ n8n } = stage));

	/** The execution that one call started, with what came to each output. */
	async function outcome({ workflow }: Listening) {
		expect(await statusesOnce(['success'], n8n, workflow)).toEqual(['success']);
		const [{ id } = { id: '' }] = await n8n.api.listExecutions(workflow.id);
		const execution = await n8n.api.getExecution(id);
		return {
			status: execution.status,
			outputs: [0, 1, 2].map((index) =>
				itemsOf(execution, 'iSendPro Trigger', index).map(({ json }) => json),
			),
			execution,
		};
	}

	describe.each(['onReceived', 'lastNode'] as const)('that acknowledges %s', (acknowledge) => {
		const chains = () => [[nothing('A')], [nothing('B')], [nothing('C')]];
		const late = acknowledge === 'lastNode' ? probleme : validation;

		it.each([
			['receipts', receipt, undefined, 0],
			['replies', receipt, undefined, 0],
			['receipts', undefined, receipt, 0],
			['replies', reply, undefined, 1],
			['receipts', reply, undefined, 1],
			['replies', undefined, reply, 1],
			['replies', stop, undefined, 2],
			['receipts', undefined, stop, 2],
		] as const)(
			'hears an event at its address for %s (%s, %s)',
			async (address, query, body, output) => {
				const listening = await listen(n8n, { parameters: { acknowledge }, chains: chains() });
				const url = `${listening[address]}${query ? `?${query}` : ''}`;
				expect(await call(url, { body })).toEqual(validation);
				const { status, outputs } = await outcome(listening);
				expect(status).toBe('success');
				expect(outputs.map((items) => items.length)).toEqual(
					[0, 1, 2].map((index) => (index === output ? 1 : 0)),
				);
			},
		);

		it.each([
			[
				'ends on another node',
				{ chains: [[nothing('A'), nothing('A2')], [], []] },
				receipt,
				validation,
				'success',
			],
			[
				'has nothing at that output',
				{ chains: [[nothing('A')], [], []] },
				stop,
				validation,
				'success',
			],
			['has nothing at all', { chains: [] }, stop, validation, 'success'],
			[
				'does not end on the first output',
				{ chains: [[nothing('A')], [nothing('B')]] },
				reply,
				validation,
				'success',
			],
			['pauses for a second', { chains: [[pause('W', 1)]] }, receipt, validation, 'success'],
			[
				'ends on a node that would answer itself',
				{ chains: [[node('R', 'respondToWebhook', { respondWith: 'text', responseBody: '<b>' })]] },
				receipt,
				validation,
				'success',
			],
			['begins a long wait', { chains: [[pause('W', 70)]] }, receipt, validation, 'waiting'],
			['fails', { chains: [[nothing('A'), failure('F')]] }, receipt, late, 'error'],
			[
				'takes too long',
				{ chains: [[pause('W', 3), nothing('A')]], settings: { executionTimeout: 1 } },
				receipt,
				late,
				'canceled',
			],
			[
				'is not kept',
				{ chains: [[nothing('A')]], settings: { saveDataSuccessExecution: 'none' as const } },
				receipt,
				validation,
				undefined,
			],
		])('answers for a workflow that %s', async (_, definition, query, answer, status) => {
			const listening = await listen(n8n, { parameters: { acknowledge }, ...definition });
			expect(await call(`${listening.replies}?${query}`)).toEqual(answer);
			const statuses = status ? [status] : [];
			expect(await statusesOnce(statuses, n8n, listening.workflow)).toEqual(statuses);
		});

		it('answers for a workflow that somebody stops, by what n8n makes of it', async () => {
			const chains = [[pause('W', 5), nothing('A')]];
			const listening = await listen(n8n, { parameters: { acknowledge }, chains });
			const answered = call(`${listening.receipts}?${receipt}`);
			expect(await statusesOnce(['running'], n8n, listening.workflow)).toEqual(['running']);
			const [{ id } = { id: '' }] = await n8n.api.listExecutions(listening.workflow.id);
			await n8n.api.request('POST', `/rest/executions/${id}/stop`, {});
			const answer = await answered;
			// With a process for webhooks, n8n 1.x says it stops a workflow and lets it succeed.
			const { status } = await n8n.api.waitForExecution(id);
			if (!(queue && generation === 1)) expect(status).toBe('canceled');
			expect(answer).toEqual(status === 'success' ? validation : late);
		});

		it.each([
			['nothing', ''],
			['something else', 'a=b'],
			['what its template says', 'tel=[TEL]&statut=[STATUT]'],
			['an event without a number', 'msg_sms=STOP'],
		])('calls %s a problem, and starts nothing', async (_, query) => {
			const listening = await listen(n8n, { parameters: { acknowledge }, chains: [] });
			expect(await call(`${listening.replies}?${query}`)).toEqual(probleme);
			expect(await call(listening.receipts, { body: query })).toEqual(probleme);
			expect(await n8n.api.listExecutions(listening.workflow.id)).toEqual([]);
		});

		it('acknowledges an event that is not selected, and starts nothing', async () => {
			const parameters = { acknowledge, events: ['stop'] };
			const listening = await listen(n8n, { parameters, chains: [[nothing('A')]] });
			expect(await call(`${listening.replies}?${receipt}`)).toEqual(validation);
			expect(await call(`${listening.replies}?${reply}`)).toEqual(validation);
			expect(await n8n.api.listExecutions(listening.workflow.id)).toEqual([]);
			expect(await call(`${listening.replies}?${stop}`)).toEqual(validation);
			const { outputs } = await outcome(listening);
			expect(outputs.map((items) => items.length)).toEqual([1, 0, 0]);
		});
	});

	it.each<[text: string, output: number]>([
		['Stop, je ne veux plus de vos SMS', 2],
		['Bonjour, ok stop 🙏', 2],
		['Désabonnement', 2],
		["l'arrêt de bus", 1],
	])('tells a STOP as people write it from another reply: %j', async (text, output) => {
		const listening = await listen(n8n, { chains: [[], [nothing('B')], [nothing('C')]] });
		const query = `tel=0612345678&msg_sms=${encodeURIComponent(text)}`;
		expect(await call(`${listening.replies}?${query}`)).toEqual(validation);
		const { outputs } = await outcome(listening);
		expect(outputs.map((items) => items.length)).toEqual([0, 2 - output, output - 1]);
	});

	it('calls a flood a problem at once, and starts nothing', async () => {
		const listening = await listen(n8n, { chains: [] });
		for (const body of [`${stop}&${'a&'.repeat(8_000_000)}`, `${stop}${'&a=%41'.repeat(100)}`]) {
			const started = performance.now();
			expect(await call(listening.replies, { body })).toEqual(probleme);
			// Decoded, the larger took 18 seconds on a machine that did nothing else.
			expect(performance.now() - started).toBeLessThan(6_000);
		}
		expect(await n8n.api.listExecutions(listening.workflow.id)).toEqual([]);
	});

	it('keeps what was sent through n8n, however it was written', async () => {
		const text = 'é€ "<b>" & {{ $json }} = % \\ \0 ' + 'x'.repeat(10_000);
		const latin = Buffer.from(text.replace('€', '\xa4'), 'latin1');
		const escaped = [...latin].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
		const listening = await listen(n8n, { chains: [[], [nothing('B')]] });
		const body = `tel=0612345678&msg_sms=${escaped}&__proto__=y&x=1&x=2&constructor=z`;
		expect(await call(listening.replies, { body })).toEqual(validation);
		const { outputs } = await outcome(listening);
		const [item] = outputs[1] ?? [];
		expect(item?.text).toBe(text);
		expect(Object.entries(item?.raw as object)).toEqual([
			['tel', '0612345678'],
			['msg_sms', text],
			['__proto__', 'y'],
			['x', ['1', '2']],
			['constructor', 'z'],
		]);
	});

	it('reads the query itself, where n8n leaves %E9 as it is', async () => {
		const listening = await listen(n8n, { chains: [[], [nothing('B')]] });
		const query = 'tel=0612345678&msg_sms=Le+caf%E9+%C3%A9tait+100%25+bon%';
		expect(await call(`${listening.replies}?${query}`)).toEqual(validation);
		const { outputs } = await outcome(listening);
		expect(outputs[1]).toMatchObject([{ text: 'Le café Ã©tait 100% bon%' }]);
	});
});
