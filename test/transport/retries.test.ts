import { outcomeUnknown, notSent, RequestFailed } from '../../nodes/ISendPro/api/wire/failure';
import { withRetries } from '../../nodes/ISendPro/transport/retries';

const limits = { timeoutMs: 1, maxTries: 3, firstPauseMs: 1, maxBytes: 1 };
const lost = new RequestFailed(outcomeUnknown('The answer is empty'));
const refused = new RequestFailed(notSent('No connection', '', { isTransient: true }));
const wrongKey = new RequestFailed(notSent('No key', ''));

describe('A request', () => {
	it.each([
		['that cannot have acted is tried again', false, refused, 3],
		['whose answer was lost is not, since it may have acted', false, lost, 1],
		['whose answer was lost is tried again where repeating does no harm', true, lost, 3],
		['that fails for good is not', true, wrongKey, 1],
		['that fails for another reason is not', true, new Error('a defect'), 1],
	])('%s', async (_, idempotent, error, tries) => {
		const attempt = jest.fn(async () => await Promise.reject(error));
		await expect(withRetries(limits, idempotent, attempt)).rejects.toBe(error);
		expect(attempt).toHaveBeenCalledTimes(tries);
	});

	it('ends with the first result', async () => {
		const attempt = jest.fn(async () => await Promise.resolve('a'));
		attempt.mockRejectedValueOnce(refused);
		expect(await withRetries(limits, false, attempt)).toBe('a');
		expect(attempt).toHaveBeenCalledTimes(2);
	});

	it('gives its last result although that is transient', async () => {
		const attempt = jest.fn(async () => await Promise.resolve('later'));
		expect(await withRetries(limits, false, attempt, () => true)).toBe('later');
		expect(attempt).toHaveBeenCalledTimes(3);
	});
});
