import type { IDataObject } from 'n8n-workflow';
import { CircuitBreaker } from '../../../nodes/ISendPro/engine/run/circuit-breaker';
import type { Result } from '../../../nodes/ISendPro/engine/task';
import { useGateway } from '../../helpers/simulator';
import { lost, rejection } from '../fakes';
import { anna, sendingTo, zoe } from '../sending';

describe('a circuit breaker', () => {
	const task = (failureGroup?: string) => ({ request: 1, failureGroup });
	const accepted: Result = { status: 'sent' };

	/** Whether a task of that group is skipped after batches of another one. */
	function skips(batches: Result[][], group?: string): boolean {
		const breaker = new CircuitBreaker();
		for (const results of batches) breaker.record(results, task('Acme'));
		return breaker.reasonToSkip(task(group)) !== undefined;
	}

	it.each<[string, boolean, Result[][]]>([
		['is closed at first', false, []],
		['stays closed after what concerns one task', false, [[{ failure: rejection() }]]],
		[
			'stops everything after what every request would meet',
			true,
			[[{ failure: rejection({ stops: 'run' }) }]],
		],
		[
			'stays closed for others after a refused sender',
			false,
			[[{ failure: rejection({ stops: 'group' }) }]],
		],
		['stays closed after one lost answer', false, [[{ failure: lost }, { failure: lost }]]],
		[
			'stops everything after two lost answers in a row',
			true,
			[[{ failure: lost }], [accepted, { failure: lost }]],
		],
		[
			'forgets a lost answer once one comes',
			false,
			[[{ failure: lost }], [accepted], [{ failure: lost }]],
		],
	])('%s', (_, stops, batches) => {
		expect(skips(batches, 'Zenith')).toBe(stops);
	});

	it('stops the group of a refused sender', () => {
		expect(skips([[{ failure: rejection({ stops: 'group' }) }]], 'Acme')).toBe(true);
	});

	it('says for what earlier failure a task is skipped, and that it was surely not sent', () => {
		const breaker = new CircuitBreaker();
		breaker.record([{ failure: rejection({ stops: 'run', code: 12 }) }], task());
		expect(breaker.reasonToSkip(task())).toMatchObject({
			status: 'notSent',
			message: 'Not sent, because an earlier request failed: Refused, code 12',
			isFinal: false,
		});
	});
});

describe('a run in which a request failed', () => {
	const gateway = useGateway();
	const send = sendingTo(gateway);

	it('does not ask for later batches what the account cannot get', async () => {
		gateway().account.credit = 0;
		const items = [anna, zoe, '0612345673'].map((phone) => ({ phone, text: 'a' }));
		const { outputs } = await send(items, { batchSize: 1 }, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => (json.error as IDataObject).status)).toEqual([
			'rejected',
			'notSent',
			'notSent',
		]);
		expect(gateway().requests).toHaveLength(1);
	});

	it('goes on with other senders when one is refused', async () => {
		gateway().account.senders = ['Boutique'];
		const items = [
			{ phone: anna, text: 'a', from: 'Inconnu' },
			{ phone: '0032470123456', text: 'a', from: 'Inconnu' },
			{ phone: zoe, text: 'a', from: 'Boutique' },
		];
		const { json } = await send(items, { sender: '={{ $json.from }}' });
		expect(json.map(({ status }) => status)).toEqual(['rejected', 'notSent', 'sent']);
		expect(gateway().requests).toHaveLength(2);
	});

	it('gives up after two lost answers in a row', async () => {
		gateway().faults.add({ kind: 'resetAfter', times: 5 });
		const items = [anna, zoe, '0612345673', '0612345674'].map((phone) => ({ phone, text: 'a' }));
		const { error } = await send(items, { batchSize: 1 });
		const { results } = error?.context?.data as { results: IDataObject[] };
		expect(results.map(({ status }) => status)).toEqual([
			'unknown',
			'unknown',
			'notSent',
			'notSent',
		]);
		expect(gateway().requests).toHaveLength(2);
		expect(results[1]?.reason).toMatch(/so it may have been done$/);
		expect(results[2]?.reason).toMatch(/^Not sent, because .*complete$/);
	});
});
