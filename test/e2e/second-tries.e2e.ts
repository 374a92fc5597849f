import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import type { Execution, N8n } from '../../harness';
import { runsOf, startN8n } from '../../harness';
import { generations } from './generations';
import type { TwoTries } from './second-tries/workflow';
import { createTwoTries, isEarly, outcomesOf, wasRepeated } from './second-tries/workflow';
import type { Lane } from './send/lanes';
import { Lanes } from './send/lanes';
import { received, shortened } from './send/outcome';

// No retries: a message that is sent twice in one of two runs is sent twice.
jest.retryTimes(0);

const [anna, zoe] = ['0601020301', '0601020302'];
const items = [{ phone: anna }, { phone: zoe }];
const toEach = { to: '={{ $json.phone }}', message: 'Hello' };
const modes = ['continueRegularOutput', 'continueErrorOutput'] as const;

/** What no longer passes the check at the second try, and what a message accepted by the first one is. */
const changes: Array<[string, INodeParameters, string]> = [
	['Send At has passed', { ...toEach, options: { sendAt: '={{ $json.at }}' } }, 'scheduled'],
	['the text is empty', { ...toEach, message: `={{ ${isEarly} ? 'Hello' : '' }}` }, 'sent'],
	[
		'the text takes too many SMS',
		{ ...toEach, message: `={{ ${isEarly} ? 'Hello' : 'x'.repeat(2000) }}` },
		'sent',
	],
	[
		'an option has no value',
		{ ...toEach, options: { tracker: `={{ ${isEarly} ? 'order_1' : undefined }}` } },
		'sent',
	],
	['the number is none', { ...toEach, to: `={{ ${isEarly} ? $json.phone : '12' }}` }, 'sent'],
];

interface Result {
	executions: Execution[];
	/** How many the gateway got. */
	requests: number;
	phones: string[];
}

/** Runs side by side what each case needs, as soon as the tests begin: n8n waits seconds between tries. */
function startBefore<Case>(
	world: () => { n8n: N8n; lanes: Lanes },
	cases: readonly Case[],
	prepare: (one: Case, lane: Lane) => TwoTries,
	finish: (execution: Execution) => Promise<Execution[]> = async (execution) => [execution],
) {
	const results = new Map<Case, Promise<Result>>();
	beforeAll(() => {
		const { n8n, lanes } = world();
		for (const one of cases) {
			const result = lanes.use(async (lane) => {
				const settings = prepare(one, lane);
				const workflow = await createTwoTries(n8n, lane.credential, settings);
				const execution = await n8n.api.run(workflow, { timeoutMs: 200_000 });
				const executions = await finish(execution);
				const { length: requests } = lane.simulator.requests;
				return { executions, requests, phones: received(lane.simulator) };
			});
			results.set(one, result);
			// Its own test awaits it, and fails with it.
			result.catch(() => undefined);
		}
	});
	return async (one: Case) => {
		const result = await results.get(one);
		if (!result?.executions[0]) throw new Error('The case was not run');
		return { ...result, execution: result.executions[0] };
	};
}

describe.each(generations)('At a second try in n8n %i.x, when', (generation) => {
	let n8n: N8n;
	let lanes: Lanes;

	beforeAll(async () => {
		n8n = await startN8n({ generation, env: { DB_SQLITE_POOL_SIZE: '4' } });
		lanes = await Lanes.open(n8n, 5, 'a296464ce012b8ab710a');
	}, 300_000);

	afterAll(async () => {
		await n8n?.stop();
		await lanes?.close();
	});

	const world = () => ({ n8n, lanes });

	describe.each(changes)('%s', (_, parameters, accepted) => {
		const cases = modes.flatMap((onError) =>
			[accepted, 'unknown'].map((status) => ({ onError, status })),
		);
		const resultOf = startBefore(world, cases, ({ onError, status }, { simulator }) => {
			simulator.account.blacklist.add('+33601020301');
			if (status === 'unknown') simulator.faults.add({ kind: 'resetAfter', request: 2 });
			const options = { ...(parameters.options as INodeParameters), batchSize: 1 };
			return { items, parameters: { ...parameters, options }, onError };
		});

		it.each(cases)('what was $status stays so, with $onError', async (one) => {
			const { execution, phones } = await resultOf(one);
			expect(wasRepeated(execution)).toBe(true);
			const [refused, other] = outcomesOf(execution).sort((a, b) =>
				String(a.to).localeCompare(String(b.to)),
			);
			expect(refused).toMatchObject({ to: anna, status: 'rejected', code: 11 });
			expect(other).toMatchObject({ to: zoe, status: one.status });
			expect(phones).toEqual([zoe]);
		});
	});

	describe('Send At has passed', () => {
		const directories = startBefore(world, modes, (onError, { simulator }) => {
			const contacts = [{ number: '+33601020302', fields: {} }];
			simulator.account.directories.push({ id: '39565', name: 'Clients', contacts });
			const parameters = {
				...{ operation: 'sendToDirectory', directoryId: '={{ $json.directory }}' },
				...{ message: 'Hello', options: { sendAt: '={{ $json.at }}' } },
			};
			return { items: [{ directory: '4711' }, { directory: '39565' }], parameters, onError };
		});

		it.each(modes)('what was scheduled for a directory stays so, with %s', async (onError) => {
			const { execution, requests } = await directories(onError);
			expect(wasRepeated(execution)).toBe(true);
			expect(outcomesOf(execution)).toEqual(
				expect.arrayContaining([
					expect.objectContaining({ directoryId: '4711', status: 'notSent' }),
					expect.objectContaining({ directoryId: '39565', status: 'scheduled', text: 'Hello' }),
				]),
			);
			// Its contacts get it at its time.
			expect(requests).toBe(2);
		});

		const stopping = startBefore(
			world,
			['stopWorkflow'] as const,
			(onError, { simulator }) => {
				simulator.faults.add({ kind: 'code', code: 12, request: 2 });
				const options = { sendAt: '={{ $json.at }}', batchSize: 1, onPartialFailure: 'stop' };
				return { items, parameters: { ...toEach, options }, onError };
			},
			async (execution) => [execution, await n8n.api.retry(execution)],
		);

		it('the error names what the first try sent, and so does that of n8n’s Retry', async () => {
			const { executions, phones } = await stopping('stopWorkflow');
			expect(executions.map(({ status }) => status)).toEqual(['error', 'error']);
			for (const execution of executions) {
				const { error } = runsOf(execution, 'iSendPro').at(-1) ?? {};
				expect(error?.message).toMatch(/"Send At" is .*, which is in the past/);
				expect(error).toMatchObject({
					description: expect.stringContaining(
						`An earlier try of this execution was accepted for: ${shortened(anna)}.`,
					),
					context: {
						itemIndex: 1,
						data: { results: [{ to: shortened(anna), status: 'scheduled' }] },
					},
				});
			}
			expect(phones).toEqual([anna]);
		});
	});
});

/** A Monday evening in Paris, two minutes before the quiet hours. */
const evening = new Date('2026-11-23T18:58:00.000Z').getTime();
const QUIET_IN_MS = 120_000;

describe.each(generations)(
	'When the quiet hours begin between two tries in n8n %i.x',
	(generation) => {
		it('what was sent before stays so', async () => {
			const started = Date.now();
			const clock = join(__dirname, 'second-tries', 'shifted-clock.cjs');
			const n8n = await startN8n({
				generation,
				nodeOptions: ['--require', clock],
				env: { CLOCK_AHEAD_MS: String(evening - started) },
			});
			const lanes = await Lanes.open(n8n, 1, 'a296464ce012b8ab710a');
			try {
				await lanes.use(async ({ simulator, credential }) => {
					simulator.account.blacklist.add('+33601020301');
					const parameters = { ...toEach, options: { quietHours: 'fail' } };
					const onError = 'continueRegularOutput';
					const workflow = await createTwoTries(n8n, credential, { items, parameters, onError });
					await pause(started + QUIET_IN_MS - 2_500 - Date.now());
					const execution = await n8n.api.run(workflow);
					expect(wasRepeated(execution)).toBe(true);
					expect(outcomesOf(execution)).toMatchObject([
						{ to: anna, status: 'rejected', code: 11 },
						{ to: zoe, status: 'sent' },
					]);
					expect(received(simulator)).toEqual([zoe]);
					const late = await n8n.api.run(workflow);
					expect(outcomesOf(late)).toMatchObject([{ status: 'notSent' }, { status: 'notSent' }]);
				});
			} finally {
				await n8n.stop();
				await lanes.close();
			}
		});
	},
);
