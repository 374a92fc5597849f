import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	IWorkflowSettings,
} from 'n8n-workflow';
import type { Field } from '../../../nodes/ISendPro/engine/field';
import { parameterReader } from '../../../nodes/ISendPro/engine/reading/parameters';
import { Sources } from '../../../nodes/ISendPro/engine/reading/sources';
import { send } from '../../../nodes/ISendPro/actions/sms/send.operation';
import { runNode, TestedNode } from '../../helpers/engine';

function fieldNamed(wanted: string): Field {
	const found = send.fields.find(({ name }) => name === wanted);
	if (!found) throw new Error(`there is no field ${wanted}`);
	return found;
}

/** What reading gives: a value, or the error that n8n shows. */
export function attempt(read: () => unknown): unknown {
	try {
		return { value: read() };
	} catch (error) {
		const { message, description } = error as Error & { description?: string };
		return { message, description };
	}
}

interface Reading {
	/** By this package, for each item. */
	ours: unknown[];
	/** By n8n. */
	n8ns: unknown[];
	/** How often n8n was asked. */
	asked: number;
}

/** Reads a parameter for each item in n8n's own engine, both ways. */
export async function readBothWays(
	name: string,
	parameters: INodeParameters,
	items: IDataObject[],
	linked?: INodeExecutionData[],
	settings?: IWorkflowSettings,
): Promise<Reading> {
	const reading: Reading = { ours: [], n8ns: [], asked: 0 };
	const field = fieldNamed(name);
	const execute = jest.spyOn(TestedNode.prototype, 'execute').mockImplementation(async function (
		this: IExecuteFunctions,
	) {
		const input = this.getInputData();
		const n8ns = jest.spyOn(this, 'getNodeParameter');
		const reader = parameterReader(this, field, new Sources(this, input));
		reading.ours = input.map((_, index) => attempt(() => reader(index)));
		reading.asked = n8ns.mock.calls.length - 1;
		n8ns.mockRestore();
		reading.n8ns = input.map((_, index) =>
			attempt(() => this.getNodeParameter(name, index, field.default as IDataObject)),
		);
		return await Promise.resolve([input]);
	});
	try {
		const result = await runNode({
			url: 'http://127.0.0.1:9/',
			resource: 'sms',
			operation: 'send',
			parameters: { to: '0601020304', message: 'Hello', ...parameters },
			items,
			linked,
			settings,
		});
		if (result.error) throw new Error(result.error.message);
	} finally {
		execute.mockRestore();
	}
	return reading;
}
