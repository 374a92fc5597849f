import { missingValuesHints, runHints } from '../../../nodes/ISendPro/engine/output/hints';
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
		expect(runHints(settled, { continueOnFail: true }).slice(1)).toEqual([info('a'), info('b')]);
	});

	it('say how many tasks have a detail, and the first of them', () => {
		const hint = (detail: string): Hint => ({ type: 'warning', message: 'Sent', detail });
		const settledOf = (...details: string[]) =>
			details.map((detail, itemIndex): Settled => {
				const task = { hints: [hint(detail)] };
				return { index: itemIndex, itemIndex: itemIndex + 4, task, outcome: 'checked' };
			});
		expect(runHints(settledOf('one'), { continueOnFail: true })).toEqual([
			{ type: 'warning', message: 'Sent (once, in item 4: one)' },
		]);
		expect(runHints(settledOf('one', 'two', 'one'), { continueOnFail: true })).toEqual([
			{ type: 'warning', message: 'Sent (3 times, first in item 4: one)' },
		]);
	});
});

describe('the hint of a run that failed in part', () => {
	const notSent = { ...rejection(), status: 'notSent' } as const;
	const failures = [lost, rejection(), notSent, rejection()];
	const settled: Settled[] = [
		...pendingOf({}, {}, {}, {}).map((one, index) => failed(one, failures[index] ?? lost)),
		...pendingOf({}, {}).map((one) => ({ ...one, outcome: 'accepted' as const, result: {} })),
	];
	const counts = '1 unknown (may have been done), 1 not sent';

	it('counts what was refused, is unknown and was not sent', () => {
		expect(runHints(settled, { continueOnFail: false })).toEqual([
			{
				type: 'warning',
				message: `4 of 6 were not accepted: 2 refused, ${counts}. See "status" and "reason" of each item.`,
			},
		]);
	});

	it('counts the input items that leave as errors too, and says first what was accepted', () => {
		const refused = { index: 9, itemIndex: 9, task: {}, outcome: 'refused' as const };
		const all = [...settled, { ...refused, error: new Error('x') }];
		expect(runHints(all, { summary: '2 SMS accepted.', continueOnFail: true })).toEqual([
			{
				type: 'warning',
				message:
					'2 SMS accepted. 5 of 7 were not accepted: 2 refused, 1 unknown (may have been done), 2 not sent. See "error" of each of them.',
			},
		]);
	});
});

describe('the hint of a run in which everything was accepted', () => {
	const [one, other] = pendingOf({ hints: [{ type: 'info', message: 'a' }] }, {});
	const accepted = { outcome: 'accepted', result: {} } as const;
	const settled: Settled[] = [one, other].flatMap((each) =>
		each ? [{ ...each, ...accepted }] : [],
	);

	it('comes last', () => {
		expect(runHints(settled, { summary: '2 SMS accepted.', continueOnFail: false })).toEqual([
			{ type: 'info', message: 'a' },
			{ type: 'info', message: '2 SMS accepted.' },
		]);
	});

	it('says what an earlier try had sent', () => {
		const [first, ...rest] = settled;
		const restored = first ? [{ ...first, isRestored: true }, ...rest] : [];
		const hints = runHints(restored, { summary: '1 SMS accepted.', continueOnFail: false });
		expect(hints.at(-1)?.message).toBe(
			'1 SMS accepted. 1 had been accepted in an earlier try of this execution.',
		);
	});

	it('is none where the operation has nothing to say', () => {
		expect(runHints(settled, { continueOnFail: true })).toEqual([{ type: 'info', message: 'a' }]);
	});
});

describe('the hint of parts without a value', () => {
	it('counts the texts that were read, and names the first parts and items', () => {
		const missing = [
			['a', 'b', 'a'],
			undefined,
			['a'],
			[],
			['c', 'd', 'e'],
			...Array.from({ length: 5 }, () => ['a']),
		];
		expect(missingValuesHints(missing)).toEqual([
			{
				type: 'warning',
				message:
					'8 of 9 texts have a part without a value, so nothing stands there: a (items 0, 2, 5, 6, 7, …), b (item 0), c (item 4), 2 more',
			},
		]);
	});

	it('is none where every part has a value', () => {
		expect(missingValuesHints([[], undefined, []])).toEqual([]);
	});
});
