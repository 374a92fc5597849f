import { billing } from '../../../nodes/ISendPro/actions/sms/billing';
import { acceptedUsage, usageOf } from '../../../nodes/ISendPro/engine/run/sms-limit';
import type { Settled } from '../../../nodes/ISendPro/engine/task';
import { failed } from '../../../nodes/ISendPro/engine/task';
import { pendingOf, rejection } from '../fakes';

describe('the SMS that tasks take', () => {
	it('are counted, with those that may cost more, and with the first assumption', () => {
		const tasks = [
			{ parts: 2 },
			{ parts: 3, mayCostMore: true },
			{ partsCondition: 'if a' },
			{ parts: 1, partsCondition: 'if b' },
		];
		expect(usageOf(tasks)).toEqual({ parts: 6, condition: 'if a', dearerParts: 3 });
	});
});

describe('the SMS that a run has taken', () => {
	const accepted = { outcome: 'accepted', result: {} } as const;
	const usageAfter = (more: (pending: ReturnType<typeof pendingOf>[number]) => Settled) =>
		acceptedUsage(
			billing,
			pendingOf({ parts: 2 }, { parts: 2 }).map((one, index) =>
				index === 0 ? more(one) : { ...one, ...accepted },
			),
		).parts;

	it.each<[what: string, parts: number, more: Parameters<typeof usageAfter>[0]]>([
		['those that were accepted', 4, (one) => ({ ...one, ...accepted })],
		[
			'as many as iSendPro says that it bills',
			5,
			(one) => ({ ...one, ...accepted, result: { billedParts: 3 } }),
		],
		[
			'what was counted here where the bill cannot be read',
			4,
			(one) => ({ ...one, ...accepted, result: { billedParts: '' } }),
		],
		['no refused ones', 2, (one) => failed(one, rejection())],
		['none of an earlier try', 2, (one) => ({ ...one, ...accepted, isRestored: true })],
		['no repeats', 2, (one) => ({ ...one, ...accepted, repeatedItem: 1 })],
		['none that were only checked', 2, (one) => ({ ...one, outcome: 'checked' })],
	])('are %s', (_, parts, more) => {
		expect(usageAfter(more)).toBe(parts);
	});
});
