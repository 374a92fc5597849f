import type { IDataObject, IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import type { EngineRun } from '../../helpers/engine';
import { runNode, TestedNode } from '../../helpers/engine';

/** Calls a test from inside the node, in n8n's own engine, with these parameters and input items. */
export async function inEngine(
	parameters: INodeParameters,
	items: IDataObject[],
	test: (context: IExecuteFunctions) => void,
	more: Partial<EngineRun> = {},
): Promise<void> {
	const execute = jest.spyOn(TestedNode.prototype, 'execute').mockImplementation(async function (
		this: IExecuteFunctions,
	) {
		test(this);
		return await Promise.resolve([this.getInputData()]);
	});
	try {
		const { error } = await runNode({
			...{ url: 'http://127.0.0.1:9/', resource: 'sms', operation: 'send', items, ...more },
			parameters: { to: '0601020304', message: 'Hello', ...parameters },
		});
		if (error) throw new Error(error.message);
	} finally {
		execute.mockRestore();
	}
}
