import { runNode } from '../../helpers/engine';
import { useGateway } from '../../helpers/simulator';

describe('a run that takes long', () => {
	const gateway = useGateway();

	const later = {
		message: 'Not sent, because its time passed before its turn came',
		description: 'Run it again. If Send At is a fixed time, choose a later one first.',
		status: 'notSent',
	};

	it.each([
		['the quiet hours have begun', { quietHours: 'fail' }, 'sent'],
		['its time has passed', { sendAt: '2026-11-23T20:00:00+01:00' }, 'scheduled'],
	])('sends nothing once %s, and says what to do', async (_, option, status) => {
		// 19:59:59.5 in Paris, a Monday; the clock goes on when the first request has arrived.
		const realTimers = ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] as const;
		jest.useFakeTimers({
			now: new Date('2026-11-23T18:59:59.500Z'),
			doNotFake: [...realTimers, 'queueMicrotask', 'performance'],
		});
		const clock = setInterval(() => {
			if (gateway().requests.length > 0) jest.setSystemTime(new Date('2026-11-23T19:00:00.100Z'));
		}, 1);
		try {
			const { json } = await runNode({
				url: gateway().url,
				resource: 'sms',
				operation: 'send',
				onError: 'continueRegularOutput',
				parameters: {
					to: '0612345671, 0612345672',
					message: 'a',
					options: { ...option, batchSize: 1, batchInterval: 50 },
				},
			});
			expect(json).toMatchObject([{ status }, { error: later }]);
			expect(gateway().requests).toHaveLength(1);
		} finally {
			clearInterval(clock);
			jest.useRealTimers();
		}
	});
});
