import { describeCode } from '../../../nodes/ISendPro/api/wire/codes';
import { failureOfCode, messageOf } from '../../../nodes/ISendPro/api/wire/failure';

describe('a code that nobody can tell from a success', () => {
	it.each(['999', '8', '556', '2000', '4321'])('%s leaves open what was done', (code) => {
		const failure = failureOfCode({ code, message: 'Une erreur' });
		expect(failure).toMatchObject({
			status: 'unknown',
			code: Number(code),
			apiMessage: 'Une erreur',
			isFinal: true,
			ambiguous: true,
		});
		expect(messageOf(failure)).toContain('so it may have been done');
		expect(failure.description).toMatch(
			/^Check in the iSendPro customer area whether it was done before you repeat it/,
		);
	});

	it('is none that the table explains', () => {
		expect(describeCode('777').ambiguous).toBe(false);
		expect(failureOfCode({ code: '12' })).toMatchObject({ status: 'rejected', code: 12 });
	});
});
