import { setTimeout as pause } from 'node:timers/promises';
import type { N8n } from '../../harness';
import { startN8n } from '../../harness';
import { generations } from './generations';
import { faultTests } from './send/faults';
import { finalStatus, forgetEvents, killInMidRun, reached, retryKilled } from './send/killed';
import { Lanes } from './send/lanes';
import { received } from './send/outcome';

// No retries: a message that is sent twice in one of two runs is sent twice.
jest.retryTimes(0);

/** Runs by hand go to the worker too, and a dead one is noticed after seconds instead of minutes. */
const common = {
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	QUEUE_WORKER_LOCK_DURATION: '5000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};

/** 1.x would give the run of a dead worker to another one, once; 2.x never does. */
const environments = { 1: { ...common, QUEUE_WORKER_MAX_STALLED_COUNT: '0' }, 2: common };

describe.each(generations)('Sending in queue mode of n8n %i.x', (generation) => {
	let n8n: N8n;
	let lanes: Lanes;

	beforeAll(async () => {
		n8n = await startN8n({ generation, queue: true, env: environments[generation] });
		lanes = await Lanes.open(n8n, 6, 'a296464ce012b8ab710a');
	});

	afterAll(async () => {
		await n8n?.stop();
		await lanes?.close();
	});

	faultTests(() => ({ n8n, lanes }), false);

	it('was done by the worker', () => {
		expect(n8n.logs('worker').match(/Worker finished execution/g)?.length).toBeGreaterThan(15);
	});

	it('sends nothing again when a worker was killed in the middle of a run, nor when that is retried', async () => {
		const run = await killInMidRun(n8n, 'worker');
		try {
			expect(received(run.simulator)).toEqual(reached);
			forgetEvents(n8n, 'worker');
			await n8n.restart('worker');
			expect(await finalStatus(n8n, run)).toBe('error');
			await pause(5_000);
			expect(received(run.simulator)).toEqual(reached);
			// n8n keeps nothing of such a run that it could begin again.
			expect(await retryKilled(n8n, run)).toEqual([]);
			expect(received(run.simulator)).toEqual(reached);
		} finally {
			await run.simulator.close();
		}
	});
});
