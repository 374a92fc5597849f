import { KEY, runNode } from '../helpers/engine';
import { expectedOutput, namesOf } from '../helpers/operations';
import { startScriptedGateway } from '../helpers/scripted-gateway';
import { rows } from '../operations';

describe('On the wire', () => {
	it.each(Object.entries(rows))('%s asks and reads as the manual says', async (name, row) => {
		const gateway = await startScriptedGateway(row.answers);
		const { parameters, items } = row;
		const result = await runNode({ url: gateway.url, ...namesOf(name), parameters, items });
		await gateway.close();
		expect(result.error).toBeUndefined();
		expect(gateway.bodies).toEqual(row.requests.map((form) => `keyid=${KEY}&${form}`));
		expect(result.outputs).toEqual([expectedOutput(row)]);
	});
});
