import fc from 'fast-check';
import type { BlacklistState } from '../../nodes/ISendPro/polling/blacklist';
import { advanceBlacklist } from '../../nodes/ISendPro/polling/blacklist';

const epoch = '2026-09-01T10:00:00.000Z';
const compare = (
	before: BlacklistState | undefined,
	numbers: readonly string[],
	earlier: BlacklistState[] = [],
) => advanceBlacklist(before, numbers, 'secret', epoch, earlier);

const numberAt = (index: number) => `06${String(index).padStart(8, '0')}`;
const list = (length: number, start = 0) =>
	Array.from({ length }, (_, index) => numberAt(start + index));
const anyNumber = fc.oneof(
	fc.nat(99_999_999).map(numberAt),
	fc.nat(99_999_999).map((digits) => `0032${digits}`),
);
const written = (news: ReturnType<typeof compare>) =>
	news.changes.map(({ event, phoneNumber }) => `${event} ${phoneNumber}`);

describe('The blacklist', () => {
	it('starts nothing when it is first read', () => {
		expect(compare(undefined, list(3)).changes).toEqual([]);
	});

	it('tells which numbers entered and which left, in whichever order the file has them', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(anyNumber, { maxLength: 200 }),
				fc.uniqueArray(anyNumber, { maxLength: 80 }),
				fc.nat(80),
				fc.boolean(),
				(before, more, gone, isShuffled) => {
					const kept = before.slice(gone);
					const now = [...new Set(isShuffled ? [...more, ...kept] : [...kept, ...more])];
					const news = compare(compare(undefined, before).state, now);
					expect(new Set(written(news))).toEqual(
						new Set([
							...now.filter((each) => !before.includes(each)).map((each) => `blacklisted ${each}`),
							...before
								.filter((each) => !now.includes(each))
								.map((each) => `unblacklisted ${each}`),
						]),
					);
				},
			),
			{ numRuns: 200 },
		);
	});

	it('finds 400 changes among 200,000 numbers', () => {
		const before = list(200_000);
		const now = [...list(250, 500_000), ...before.slice(150)];
		const news = compare(compare(undefined, before).state, now);
		expect(news.isUnclear).toBe(false);
		expect(news.changes).toHaveLength(400);
	});

	it('finds any number of changes at its end', () => {
		const news = compare(compare(undefined, list(10)).state, list(50_000));
		expect(news.changes).toHaveLength(49_990);
	});

	it('lets every number out where there are too many changes, and says so', () => {
		const news = compare(compare(undefined, list(1_000)).state, list(2_000, 500_000));
		expect(news.isUnclear).toBe(true);
		expect(news.changes).toHaveLength(2_000);
	});

	it('gives a number that enters again another id, and the same change the same one', () => {
		const { state } = compare(undefined, list(3));
		const once = compare(state, list(4));
		expect(compare(state, list(4)).changes).toEqual(once.changes);
		const without = compare(once.state, list(3));
		const again = compare(without.state, list(4));
		const ids = [once, without, again].flatMap(({ changes }) =>
			changes.map((each) => each.eventId),
		);
		expect(new Set(ids).size).toBe(3);
	});

	it('lets out again what may never have reached an execution, with the same ids', () => {
		const { state: first } = compare(undefined, list(3));
		const second = compare(first, list(5));
		const news = compare(second.state, [...list(4), numberAt(9)], [first]);
		expect(written(news).sort()).toEqual([
			...['blacklisted 0600000003', 'blacklisted 0600000004'],
			...['blacklisted 0600000009', 'unblacklisted 0600000004'],
		]);
		expect(news.changes).toEqual(expect.arrayContaining([...second.changes]));
	});

	it('is remembered in less than 15 kB, without a number', () => {
		const stored = JSON.stringify(compare(undefined, list(200_000)).state);
		expect(stored.length).toBeLessThan(15_000);
		expect(stored).not.toContain('0600000');
	});

	it('skips what has no digits', () => {
		const news = compare(compare(undefined, ['', '-', numberAt(1)]).state, [numberAt(2), '']);
		expect(written(news).sort()).toEqual(['blacklisted 0600000002', 'unblacklisted 0600000001']);
	});
});
