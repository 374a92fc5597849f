import { CODE_MESSAGES } from '../../../simulator/manual/codes';
import type { ResultCode } from '../../../nodes/ISendPro/api/wire/codes';
import { describeCode, resultCodes } from '../../../nodes/ISendPro/api/wire/codes';

function codesWith(fact: Partial<ResultCode>): number[] {
	return [...resultCodes.values()]
		.filter((row) =>
			Object.entries(fact).every(([name, value]) => Reflect.get(row, name) === value),
		)
		.map(({ code }) => code);
}

describe('The table of codes [4.1]', () => {
	it("has the manual's codes and words in its order, as the simulator has them", () => {
		const plain = (message: string) => message.replaceAll('’', "'").replace(/ Ex : .*/, '');
		expect([...resultCodes].map(([code, { message }]) => [code, plain(message)])).toEqual(
			[...CODE_MESSAGES].map(([code, message]) => [code, plain(message)]),
		);
	});

	it('says in English what each means, and for a failure what to do', () => {
		for (const { kind, meaning, advice } of resultCodes.values()) {
			expect(meaning).toMatch(/^[A-Za-z].{8,}[^.]$/);
			expect(advice).toMatch(kind === 'failure' ? /^[A-Z].{10,}\.$/ : /^$/);
		}
	});

	it('has success and empty results where the reading notes and the texts have them', () => {
		expect(codesWith({ kind: 'success' })).toEqual([
			...[0, 100, 103, 106, 210, 211, 212, 220, 221, 222, 230, 237, 239, 241],
			...[244, 245, 246, 247, 250],
		]);
		expect(codesWith({ kind: 'empty' })).toEqual([206, 215, 225]);
	});

	it('stops a run where every later request would fail too', () => {
		expect(codesWith({ stops: 'run' })).toEqual([1, 2, 3, 12, 14, 15, 28, 30, 35, 41, 777]);
	});

	it('stops what has the same sender where only that sender is refused', () => {
		expect(codesWith({ stops: 'sender' })).toEqual([16, 17, 18, 33, 36, 42]);
	});

	it('lets a request be tried again at once where iSendPro has no capacity', () => {
		expect(codesWith({ isTransient: true })).toEqual([29]);
	});

	it('lets a request be repeated where only the circumstances were against it', () => {
		expect(codesWith({ repeatSafe: true })).toEqual([
			...[1, 2, 3, 12, 14, 15, 24, 27, 28, 29, 30, 33, 35, 36, 41, 102, 104, 234, 243, 777, 998],
		]);
	});

	it('names the credit that is used up: 28 is not that of Verify, which is 35', () => {
		const [qualification, hlr] = [28, 35].map((code) => {
			const { meaning, advice } = describeCode(String(code));
			return `${meaning}. ${advice}`;
		});
		expect(qualification).not.toMatch(/HLR|Verify|verif/);
		expect(qualification).toMatch(/qualification.*getOperateur/);
		expect(hlr).toContain('(HLR)');
	});

	it('names every way to mend an address that is not allowed', () => {
		const { advice } = describeCode('14');
		expect(advice).toMatch(/Mon compte > Mon API.*switch.* off.*support@isendpro\.com/);
	});

	it('never calls a success a failure of anything', () => {
		for (const code of [...codesWith({ kind: 'success' }), ...codesWith({ kind: 'empty' })]) {
			expect(resultCodes.get(code)).toMatchObject({
				repeatSafe: false,
				isTransient: false,
			});
		}
	});
});

describe('A code that is not in the table', () => {
	it.each(['8', '556', '2000', '20'])('%s is a failure that says so', (code) => {
		expect(describeCode(code)).toMatchObject({
			code: Number(code),
			kind: 'failure',
			meaning: `iSendPro answered with the unknown code ${code}`,
			repeatSafe: false,
		});
	});

	it.each(['OK', '0x0', '00', '012', '0.0', '-1', '1e1', ' ', '0\n0', 'é'])(
		'nor is %j taken for a number',
		(code) => {
			expect(describeCode(code)).toMatchObject({ code: Number.NaN, kind: 'failure' });
		},
	);

	it('is never success for want of a code', () => {
		expect(describeCode('')).toMatchObject({
			kind: 'failure',
			meaning: 'iSendPro answered without a code',
		});
	});
});
