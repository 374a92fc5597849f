import { writeFrenchTime } from '../../../nodes/ISendPro/api/time/french-time';

describe('The clock of France', () => {
	it('gives times to the second, and none for what is no time', () => {
		expect(writeFrenchTime('2012-08-12', '11:15:45')).toBe('2012-08-12T11:15:45+02:00');
		// in the hour that spring skips
		expect(writeFrenchTime('2026-03-29', '02:30')).toBe('2026-03-29T02:30:00+01:00');
		for (const [date, time] of [
			['2012-08-12', '11'],
			['2012-08-12', '11:15:60'],
			['2012-8-12', '11:15'],
			['', ''],
		] as const) {
			expect(writeFrenchTime(date, time)).toBeUndefined();
		}
	});
});
