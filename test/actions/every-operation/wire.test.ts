import type { IDataObject } from 'n8n-workflow';
import { codeAnswer } from '../../helpers/answers';
import type { EngineRun } from '../../helpers/engine';
import { KEY, runNode } from '../../helpers/engine';
import { expectedOutput, namesOf, withoutLinks } from '../../helpers/operations';
import { startScriptedGateway } from '../../helpers/scripted-gateway';
import { rows } from '../../operations';

/** Codes of the table [4.1] that refuse, whatever operation they answer, and 998, which it lacks. */
const refusals = [
	...[3, 6, 7, 14, 23, 35, 41, 101, 102, 104, 231, 232, 233, 234, 235, 236, 238, 240, 242, 243],
	...[248, 777, 998],
];
/** Codes that leave open what was done: one that says so, and one that the table lacks. */
const unknowns = [999, 4321];

describe.each(Object.entries(rows))('%s', (name, row) => {
	const { parameters, items, exchanges } = row;

	/** Runs the operation at a gateway with these answers. */
	async function answered(answers: Uint8Array[], more: Partial<EngineRun> = {}) {
		const gateway = await startScriptedGateway(answers);
		const { url, bodies } = gateway;
		const result = await runNode({ url, ...namesOf(name), parameters, items, ...more });
		gateway.close();
		return { ...result, bodies };
	}

	it('sends the bytes and gives the output that the manual leads to', async () => {
		const { bodies, error, outputs } = await answered(exchanges.map(({ answer }) => answer));
		expect(error).toBeUndefined();
		expect(bodies.map(withoutLinks)).toEqual(
			exchanges.map(({ request }) => `keyid=${KEY}&${request}`),
		);
		expect(outputs).toEqual([expectedOutput(row)]);
	});

	it('puts its settings before recipients and texts', () => {
		for (const { request } of exchanges) {
			const fields = request.split('&').map((field) => field.replace(/=.*/, ''));
			const isOfRecipient = (field: string) =>
				/^(sms|num|repertoireId|tracker|champ\d+_)\d*$/.test(field);
			// The one tracker of a directory is a setting, so it may stand before everything.
			const first = fields.findIndex((field) => isOfRecipient(field) && field !== 'tracker');
			if (first >= 0)
				expect(fields.slice(first).filter((field) => !isOfRecipient(field))).toEqual([]);
		}
	});

	it.each([
		...refusals.map((code) => [code, 'rejected'] as const),
		...unknowns.map((code) => [code, 'unknown'] as const),
	])('gives error items for code %i: %s', async (code, status) => {
		const answers = exchanges.map(() => codeAnswer(code));
		const { bodies, json } = await answered(answers, { onError: 'continueRegularOutput' });
		const errors = json.map(({ error }) => error as IDataObject);
		expect(errors).toHaveLength(items.length);
		const asked = errors.filter((error) => error.status !== 'notSent');
		expect(asked[0]).toBe(errors[0]);
		if (bodies.length === exchanges.length) expect(asked).toEqual(errors);
		for (const error of asked) {
			expect(error).toMatchObject({ status, code, apiMessage: 'Message' });
			expect(error.message).toMatch(new RegExp(`^[A-Zi].+ \\(iSendPro code ${code}\\)$`));
		}
	});
});
