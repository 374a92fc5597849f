import { hintsOf, partialFailureHint } from '../../../nodes/ISendPro/engine/output/hints';
import type { Hint, Settled } from '../../../nodes/ISendPro/engine/task';
import { failed } from '../../../nodes/ISendPro/engine/task';
import { lost, pendingOf, rejection } from '../fakes';

describe('the hints of tasks', () => {
	it('come once, from what was accepted or checked and repeats no other', () => {
		const info = (message: string): Hint => ({ type: 'info', message });
		const of = (...hints: Hint[]) => ({ index: 0, itemIndex: 0, task: { hints } });
		const settled: Settled[] = [
			{ ...of(info('a'), info('b')), outcome: 'accepted', result: {} },
			{ ...of(info('a')), outcome: 'checked' },
			{ ...of(info('c')), outcome: 'failed', failure: lost },
			{ ...of(info('d')), outcome: 'refused', error: new Error('x') },
			{ ...of(info('e')), outcome: 'accepted', result: {}, repeatedItem: 0 },
			{ ...of(info('f')), outcome: 'skipped', reason: '' },
		];
		expect(hintsOf(settled)).toEqual([info('a'), info('b')]);
	});
});

describe('the hint of a run that failed in part', () => {
	it('counts what was refused, is unknown and was not sent', () => {
		const notSent = { ...rejection(), status: 'notSent' } as const;
		const failures = [lost, rejection(), notSent, rejection()];
		const settled = pendingOf({}, {}, {}, {}).map((one, index) =>
			failed(one, failures[index] ?? lost),
		);
		expect(partialFailureHint(settled, 9)).toEqual({
			type: 'warning',
			message:
				'4 of 9 were not accepted: 2 refused, 1 unknown (may have been done), 1 not sent. See "status" and "reason" of each item.',
		});
	});
});
