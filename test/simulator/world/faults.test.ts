import type { Fault } from '../../../simulator';
import { call, codeOf, codesIn, post, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

const send = 'num=0601020304&sms=a';

describe('Faults', () => {
	it('are used up in order', async () => {
		simulator.faults.add({ kind: 'code', code: 12 }, { kind: 'code', code: 29, times: 2 });
		const answers = [];
		for (let request = 0; request < 4; request++) answers.push(await codeOf(send));
		expect(answers).toEqual([12, 29, 29, 0]);
		expect(simulator.faults.pending()).toEqual([]);
	});

	it('can apply to a request by its number, or by its kind', async () => {
		simulator.faults.add(
			{ kind: 'code', code: 29, request: 2 },
			{ kind: 'code', code: 35, on: 'verify' },
		);
		expect(await codeOf(send)).toBe(0);
		expect(await codeOf(send)).toBe(29);
		expect(await codeOf('getHLR=1&num1=0601020304')).toBe(35);
	});

	it('are removed by a reset, with everything else', async () => {
		await post(send);
		simulator.faults.add({ kind: 'refuse' }, { kind: 'hangAfter' });
		simulator.service.maintenance = true;
		await simulator.reset();
		expect(simulator.requests).toEqual([]);
		expect(await codeOf(send)).toBe(0);
		expect(simulator.phones.messages()).toHaveLength(1);
		expect(simulator.account.credit).toBe(108.12);
	});

	it('do not affect the control API', async () => {
		simulator.faults.add({ kind: 'resetBefore' });
		expect((await call(`${simulator.controlUrl}/state`)).status).toBe(200);
		expect(simulator.faults.pending()).toHaveLength(1);
	});
});

describe('A code', () => {
	const answerTo = async (fault: Fault, form = send) => {
		simulator.faults.add(fault);
		return await xmlOf(form);
	};
	const three = 'sms=a&num1=0601020301&num2=0601020302&num3=0601020303';

	it('is answered to the whole request', async () => {
		expect(codesIn(await answerTo({ kind: 'code', code: 29 }))).toEqual([29]);
		expect(simulator.phones.messages()).toEqual([]);
		expect(await answerTo({ kind: 'code', code: 4711, message: 'Nouveau' })).toContain(
			'<code>4711</code>\n<message>Nouveau</message>',
		);
	});

	it('is answered to single records, which get no message', async () => {
		const body = await answerTo({ kind: 'recordCodes', codes: { 2: 21 } }, three);
		expect(codesIn(body)).toEqual([0, 21, 0]);
		expect(simulator.phones.messages().map(({ to }) => to)).toEqual(['0601020301', '0601020303']);
		expect(codesIn(await answerTo({ kind: 'recordCodes', codes: { 1: 22 } }))).toEqual([22]);
	});
});
