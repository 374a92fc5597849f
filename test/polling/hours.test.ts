import type { CampaignMessage } from '../../nodes/ISendPro/api/files/campaign-message';
import { advanceRows, limitState } from '../../nodes/ISendPro/polling/advance';
import { makeHash } from '../../nodes/ISendPro/polling/hash-set';
import type { ReportRow } from '../../nodes/ISendPro/polling/report-row';
import type { ReportState } from '../../nodes/ISendPro/polling/state';

const HOUR = 3_600_000;
const hash = makeHash('secret');
const from = Date.UTC(2026, 8, 1);
const hour = from + 10 * HOUR;
const recently = hour + HOUR;
const daysLater = hour + 80 * HOUR;
const empty: ReportState = { from, polledAt: from, hours: {} };
const chunk = { first: from, last: hour + 90 * HOUR, isBaseline: false };

function row(
	to: string,
	more: Partial<CampaignMessage> = {},
	sentIn: number | undefined = hour,
): ReportRow {
	const message: CampaignMessage = {
		...{ sentAt: '2026-09-01T10:00:00+02:00', sender: 'Acme', to, text: 'Hello', tracker: '' },
		...{ status: 'delivered', statusCode: '0', delivered: true, price: 0.04, stop: false },
		...more,
	};
	return { message, columns: [], cells: [], hour: sentIn };
}

const open = { status: 'unknown', statusCode: '', delivered: null } as const;

/** Polls one after the other; what each gives out. */
function poll(
	...polls: Array<{ rows: ReportRow[]; now?: number; isBaseline?: boolean }>
): string[][] {
	let state = empty;
	return polls.map(({ rows, now = recently, isBaseline = false }) => {
		const news = advanceRows(state, { ...chunk, isBaseline }, rows, hash, now);
		({ state } = news);
		return [
			...news.receipts.map(({ message }) => `receipt ${message.to} ${message.status}`),
			...news.replies.map(({ message }) => `reply ${message.to} ${message.reply ?? '(STOP)'}`),
		];
	});
}

describe('A row of the report', () => {
	it('comes out with its first final status, and not again', () => {
		expect(
			poll(
				{ rows: [row('1', open)] },
				{ rows: [row('1', { status: 'failed' })] },
				{ rows: [row('1')] },
				{ rows: [row('1', open)] },
				{ rows: [row('1')] },
			),
		).toEqual([[], ['receipt 1 failed'], [], [], []]);
	});

	it('comes out once for each new reply', () => {
		const replied = (reply?: string) => ({ rows: [row('1', { reply })] });
		expect(
			poll(replied(), replied('Oui'), replied('Oui'), replied('STOP'), replied('Oui')),
		).toEqual([['receipt 1 delivered'], ['reply 1 Oui'], [], ['reply 1 STOP'], []]);
	});

	it('comes out for its STOP column, unless its reply is that STOP', () => {
		expect(
			poll(
				{ rows: [row('1', open), row('2', { ...open, reply: 'STOP' })] },
				{
					rows: [
						row('1', { ...open, stop: true }),
						row('2', { ...open, reply: 'STOP', stop: true }),
					],
				},
			),
		).toEqual([['reply 2 STOP'], ['reply 1 (STOP)']]);
	});

	it('counts among equal ones, in whichever order the file has them', () => {
		expect(
			poll(
				{ rows: [row('1', open), row('1', open)] },
				{ rows: [row('1', open), row('1')] },
				{ rows: [row('1'), row('1', open)] },
				{ rows: [row('1'), row('1', { status: 'failed' })] },
			),
		).toEqual([[], ['receipt 1 delivered'], [], ['receipt 1 failed']]);
	});

	it('starts nothing when the baseline has it, and comes out for what happens later', () => {
		expect(
			poll(
				{ rows: [row('1'), row('2', open), row('3', { reply: 'Oui' })], isBaseline: true },
				{ rows: [row('1', { reply: 'Non' }), row('2'), row('3', { reply: 'Oui' })] },
			),
		).toEqual([[], ['receipt 2 delivered', 'reply 1 Non']]);
	});

	it('comes out without a readable date', () => {
		const undated = (status: object) => ({
			...row('1', { ...status, sentAt: null }),
			hour: undefined,
		});
		expect(
			poll({ rows: [undated(open)] }, { rows: [undated({})] }, { rows: [undated({})] }),
		).toEqual([[], ['receipt 1 delivered'], []]);
	});
});

describe('A row of an older hour, of which only count and sum are known', () => {
	const known = [row('1'), row('2'), row('3', open)];
	const later = (rows: ReportRow[]) => ({ rows, now: daysLater });

	it('comes out when its status or reply comes late', () => {
		expect(
			poll({ rows: known }, later(known), later([row('1', { reply: 'Oui' }), row('2'), row('3')])),
		).toEqual([
			['receipt 1 delivered', 'receipt 2 delivered'],
			[],
			['receipt 3 delivered', 'reply 1 Oui'],
		]);
	});

	it('comes out alone when it alone appears late', () => {
		expect(poll({ rows: known }, later(known), later([...known, row('4')]))[2]).toEqual([
			'receipt 4 delivered',
		]);
	});

	it('comes out with its neighbours, which the node knows, when several appear late', () => {
		expect(poll({ rows: known }, later(known), later([...known, row('4'), row('5')]))[2]).toEqual([
			'receipt 1 delivered',
			'receipt 2 delivered',
			'receipt 4 delivered',
			'receipt 5 delivered',
		]);
	});
});

describe('A state that is too large', () => {
	const hours = [0, 1, 2, 3].map((index) => from + index * HOUR);
	const rows = hours.flatMap((each) => ['1', '2', '3'].map((to) => row(to, open, each)));
	const { state } = advanceRows(empty, chunk, rows, hash, recently);

	it('keeps count and sum in place of the oldest ids', () => {
		const { state: limited, unwatched } = limitState(state, 20);
		expect(unwatched).toBe(0);
		expect(Object.values(limited.hours).map(({ ids }) => ids !== undefined)).toEqual([
			...[false, false, true, true],
		]);
		expect(advanceRows(limited, chunk, rows, hash, recently).receipts).toEqual([]);
	});

	it('watches the oldest no longer where that is not enough, and says how many', () => {
		const { state: limited, unwatched } = limitState(state, 7);
		expect(unwatched).toBe(6);
		expect(limited.from).toBe(from + 2 * HOUR);
		const delivered = rows.map(({ message, ...rest }) => ({
			...rest,
			message: { ...message, status: 'delivered' as const },
		}));
		expect(advanceRows(limited, chunk, delivered, hash, recently).receipts).toHaveLength(6);
	});

	it('holds no number and no text', () => {
		const stored = JSON.stringify(
			advanceRows(empty, chunk, [row('0601020304')], hash, recently).state,
		);
		expect(stored).not.toMatch(/0601020304|Hello|Acme/);
	});

	it('takes some 270 kB at most', () => {
		const many = Array.from({ length: 15_000 }, (_, index) => row(String(index), open));
		const { state: large } = advanceRows(empty, chunk, many, hash, recently);
		expect(JSON.stringify(limitState(large).state).length).toBeLessThan(270_000);
	});
});
