import {
	hintsOf,
	partialFailureHint,
	waitsOnceHint,
} from '../../../nodes/ISendPro/engine/output/hints';
import type { Hint, Settled } from '../../../nodes/ISendPro/engine/task';
import { failed } from '../../../nodes/ISendPro/engine/task';
import { lost, pendingOf, rejection } from '../fakes';

const info = (message: string): Hint => ({ type: 'info', message });
const place = { index: 0, itemIndex: 0 };

describe('the hints of tasks', () => {
	const of = (...hints: Hint[]) => ({ ...place, task: { hints } });

	it('come once, from what was accepted or checked', () => {
		const settled: Settled[] = [
			{ ...of(info('a'), info('b')), outcome: 'accepted', result: {} },
			{ ...of(info('a')), outcome: 'checked' },
		];
		expect(hintsOf(settled)).toEqual([info('a'), info('b')]);
	});

	it('do not come from what failed, was refused or repeats another', () => {
		const settled: Settled[] = [
			{ ...of(info('a')), outcome: 'failed', failure: lost },
			{ ...of(info('b')), outcome: 'refused', error: new Error('x') },
			{ ...of(info('c')), outcome: 'accepted', result: {}, repeatedItem: 0 },
			{ ...of(info('d')), outcome: 'skipped' },
		];
		expect(hintsOf(settled)).toEqual([]);
	});
});

describe('the hint of a run that failed in part', () => {
	it('counts what was refused, is unknown and was not sent', () => {
		const notSent = { ...rejection(), status: 'notSent' } as const;
		const failures = pendingOf({}, {}, {}, {}).map((pending, index) =>
			failed(pending, [lost, rejection(), notSent, rejection()][index] ?? lost),
		);
		expect(partialFailureHint(failures, 9)).toEqual({
			type: 'warning',
			message:
				'4 of 9 were not accepted: 2 refused, 1 unknown (may have been done), 1 not sent. See "status" and "reason" of each item.',
		});
	});
});

describe('the hint of a run that waits', () => {
	it('says how many items there were, and what to do', () => {
		expect(waitsOnceHint(3).message).toMatch(/only the first of 3 items.*Loop Over Items/);
	});
});
