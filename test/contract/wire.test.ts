import type { IDataObject } from 'n8n-workflow';
import { codeAnswer } from '../helpers/answers';
import { KEY, runNode } from '../helpers/engine';
import { expectedOutput, namesOf, withoutLinks } from '../helpers/operations';
import { startScriptedGateway } from '../helpers/scripted-gateway';
import { rows } from '../operations';

/** Codes of the table [4.1] that refuse whatever they answer, and one that it lacks. */
const refusals = [
	...[3, 6, 7, 14, 23, 35, 41, 101, 102, 104, 231, 232, 233, 234, 235, 236, 238, 240, 242, 243],
	...[248, 777, 998],
];
/** Codes that leave open what was done: one that says so, and one that the table lacks. */
const doubts = [999, 4321];

describe('On the wire', () => {
	it.each(Object.entries(rows))('%s asks and reads as the manual says', async (name, row) => {
		const gateway = await startScriptedGateway(row.answers);
		const { parameters, items } = row;
		const result = await runNode({ url: gateway.url, ...namesOf(name), parameters, items });
		await gateway.close();
		expect(result.error).toBeUndefined();
		expect(gateway.bodies.map(withoutLinks)).toEqual(
			row.requests.map((form) => `keyid=${KEY}&${form}`),
		);
		expect(result.outputs).toEqual([expectedOutput(row)]);
	});

	it.each(Object.entries(rows))('%s has its settings before any recipient or text', (_, row) => {
		for (const form of row.requests) {
			const names = form.split('&').map((field) => field.replace(/=.*/, ''));
			const isOfRecipient = (name: string) =>
				/^(sms|num|repertoireId|tracker|champ\d+_)\d*$/.test(name);
			// a directory's one tracker is a setting: it may stand before all
			const first = names.findIndex((name) => isOfRecipient(name) && name !== 'tracker');
			if (first >= 0) expect(names.slice(first).every(isOfRecipient)).toBe(true);
		}
	});

	it.each(Object.entries(rows))(
		'%s is refused with each code that refuses',
		async (name, row) => {
			const { parameters, items, requests } = row;
			for (const code of [...refusals, ...doubts]) {
				const gateway = await startScriptedGateway(requests.map(() => codeAnswer(code)));
				const { json } = await runNode({
					...{ url: gateway.url, ...namesOf(name), parameters, items },
					onError: 'continueRegularOutput',
				});
				await gateway.close();
				expect(json).toHaveLength(items.length);
				const asked = json.filter(({ error }) => (error as IDataObject).status !== 'notSent');
				if (gateway.bodies.length === requests.length) expect(asked).toEqual(json);
				expect(asked[0]).toBe(json[0]);
				for (const { error } of asked) {
					const status = doubts.includes(code) ? 'unknown' : 'rejected';
					expect(error).toMatchObject({ status, code, apiMessage: 'Message' });
					const { message } = error as IDataObject;
					expect(message).toMatch(new RegExp(`^[A-Zi].+ \\(iSendPro code ${code}\\)$`));
				}
			}
		},
		30_000,
	);
});
