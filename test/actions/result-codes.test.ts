import type { INodeParameters } from 'n8n-workflow';
import { CODE_MESSAGES } from '../../simulator/manual/codes';
import { runNode } from '../helpers/engine';
import { namesOf } from '../helpers/operations';
import { useGateway } from '../helpers/simulator';

/** The codes of success, by the reading notes. */
const successes = [
	0, 100, 103, 106, 210, 211, 212, 215, 220, 221, 222, 225, 230, 237, 239, 241, 244, 245, 246, 247,
	250,
];
/** Nothing is selected. */
const EMPTY = 206;
const failures = [...CODE_MESSAGES.keys()].filter(
	(code) => code !== EMPTY && !successes.includes(code),
);

/** An operation whose request may be answered with the code: on a message, on a file, or on anything. */
function operationFor(code: number): [name: string, parameters: INodeParameters] {
	if (code < 100 || code > 250) return ['sms:send', { to: '0601020304', message: 'Hello' }];
	if (code === 205 || code === EMPTY)
		return ['campaign:getReport', { startDate: '2016-07-01', endDate: '2016-07-31' }];
	const parameter = [{ name: 'credit', value: '1' }];
	return ['api:request', { parameters: { parameter } }];
}

describe('A code of the table [4.1]', () => {
	const gateway = useGateway();

	async function meet(code: number) {
		gateway().faults.add({ kind: 'code', code, times: 100 });
		const [name, parameters] = operationFor(code);
		return await runNode({ url: gateway().url, ...namesOf(name), parameters });
	}

	it.each(successes)('%i is a success', async (code) => {
		const { json, error } = await meet(code);
		expect([error, json[0]?.code]).toEqual([undefined, code]);
	});

	it('206 gives no items', async () => {
		const { json, error } = await meet(EMPTY);
		expect([json, error]).toEqual([[], undefined]);
	});

	it.each(failures)('%i fails with a message, advice and the words of the manual', async (code) => {
		const { error } = await meet(code);
		expect(error?.message).toMatch(
			new RegExp(`^(?:[A-Z]|iSendPro).+ \\(iSendPro code ${code}\\)$`),
		);
		const [words = ''] = (CODE_MESSAGES.get(code) ?? '').split('[');
		expect(error?.description).toMatch(/^[A-Z].{15,}\. iSendPro said: "/);
		expect(error?.description).toContain(`iSendPro said: "${words.trim()}`);
	});
});
