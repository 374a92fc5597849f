import { itemsOf, startN8n, type N8n } from './n8n';
import {
	call,
	failure,
	finalStatuses,
	listen,
	nothing,
	pause,
	probleme,
	validation,
	type Answer,
	type Listening,
} from './trigger/workflows';

const receipt =
	'tel=0612345678&libelle=recu&statut=0&code_erreur=000&date=2012-08-12&heure=15:07:12&id=35986&operateur=SFR&tracker=compte12_5874';
const reply = 'tel=0612345678&id_retour=545454545&msg_sms=Oui&tracker=compte12_5874';
const stop = reply.replace('Oui', 'STOP%20SMS');

const generations = (process.env.N8N_GENERATIONS ?? '1,2').split(',').map(Number) as Array<1 | 2>;
const setups = generations
	.flatMap((generation) =>
		[false, true].map((queue) => ({
			generation,
			queue,
			name: `n8n ${generation}.x${queue ? ' in queue mode' : ''}`,
		})),
	)
	.filter(
		({ queue }) => process.env.N8N_QUEUE === undefined || queue === (process.env.N8N_QUEUE === '1'),
	);

describe.each(setups)('The trigger in $name', ({ generation, queue }) => {
	let n8n: N8n;

	beforeAll(async () => {
		n8n = await startN8n({ generation, queue });
	});

	afterAll(async () => {
		await n8n?.stop();
	});

	/** The execution that one call started, with what came to each output. */
	async function outcome({ workflow }: Listening) {
		expect(await finalStatuses(n8n, workflow)).toHaveLength(1);
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
			['fails', { chains: [[nothing('A'), failure('F')]] }, receipt, late, 'error'],
			[
				'takes too long',
				{ chains: [[pause('W', 20)]], settings: { executionTimeout: 1 } },
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
			expect(await finalStatuses(n8n, listening.workflow)).toEqual(status ? [status] : []);
		});
	});
});
