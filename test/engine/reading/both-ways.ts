import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	IWorkflowSettings,
} from 'n8n-workflow';
import type { Field } from '../../../nodes/ISendPro/engine/field';
import { parameterReader } from '../../../nodes/ISendPro/engine/reading/parameters';
import { Sources } from '../../../nodes/ISendPro/engine/reading/sources';
import { send } from '../../../nodes/ISendPro/actions/sms/send.operation';
import { inEngine } from './in-engine';

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
	await inEngine(
		parameters,
		items,
		(context) => {
			const input = context.getInputData();
			const n8ns = jest.spyOn(context, 'getNodeParameter');
			const reader = parameterReader(context, field, new Sources(context, input));
			reading.ours = input.map((_, index) => attempt(() => reader(index)));
			reading.asked = n8ns.mock.calls.length - 1;
			n8ns.mockRestore();
			reading.n8ns = input.map((_, index) =>
				attempt(() => context.getNodeParameter(name, index, field.default as IDataObject)),
			);
		},
		{ linked, settings },
	);
	return reading;
}
