import { CircuitBreaker } from '../../../nodes/ISendPro/engine/run/circuit-breaker';
import type { Result } from '../../../nodes/ISendPro/engine/task';
import { anna, leo, to, useMessages, zoe } from '../../helpers/messages';
import { lost } from '../fakes';

describe('a circuit breaker', () => {
	const accepted: Result = { status: 'sent' };

	it.each<[string, boolean, Result[][]]>([
		['after one batch without an answer', false, [[{ failure: lost }, { failure: lost }]]],
		['after two in a row', true, [[{ failure: lost }], [accepted, { failure: lost }]]],
		['where an answer came between', false, [[{ failure: lost }], [accepted], [{ failure: lost }]]],
	])('skips what follows %s: %j', (_, isSkipped, batches) => {
		const breaker = new CircuitBreaker();
		for (const results of batches) breaker.record(results, { request: 1 });
		expect(breaker.reasonToSkip({ request: 1 }) !== undefined).toBe(isSkipped);
	});
});

describe('a run in which a request failed', () => {
	const { gateway, send } = useMessages();
	const items = [anna, zoe, leo, '0612345674'].map((phone) => to(phone, 'a'));

	it('does not ask for later batches what the account cannot get', async () => {
		gateway().account.credit = 0;
		const { json } = await send(items, { batchSize: 1 }, { onError: 'continueRegularOutput' });
		const skipped = {
			status: 'notSent',
			message: expect.stringMatching(/^Not sent, because an earlier request failed: .*, code 12$/),
		};
		const errors = [{ status: 'rejected' }, skipped, skipped, skipped];
		expect(json).toMatchObject(errors.map((error) => ({ error })));
		expect(gateway().requests).toHaveLength(1);
	});

	it('goes on with other senders when one is refused', async () => {
		gateway().account.senders = ['Boutique'];
		const senders = [anna, '0032470123456', zoe].map((phone) => ({
			...to(phone, 'a'),
			from: phone === zoe ? 'Boutique' : 'Inconnu',
		}));
		const { json } = await send(senders, { sender: '={{ $json.from }}' });
		expect(json.map(({ status }) => status)).toEqual(['rejected', 'notSent', 'sent']);
		expect(gateway().requests).toHaveLength(2);
	});

	it('gives up after two lost answers in a row', async () => {
		gateway().faults.add({ kind: 'resetAfter', times: 5 });
		const { error } = await send(items, { batchSize: 1 });
		const unknown = { status: 'unknown', reason: expect.stringMatching(/it may have been done$/) };
		const reason = expect.stringMatching(/^Not sent, because .*complete$/) as unknown;
		const notSent = { status: 'notSent', reason };
		expect(error?.context).toMatchObject({
			data: { results: [unknown, unknown, notSent, notSent] },
		});
		expect(gateway().requests).toHaveLength(2);
	});
});
