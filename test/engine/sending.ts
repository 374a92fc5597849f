import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import type { EngineResult, EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';

export const anna = '0612345671';
export const zoe = '0612345672';

/** Sends an SMS for each item, to its `phone` and with its `text`, in n8n's own engine. */
export function sendingTo(gateway: () => Simulator) {
	return async (
		items: IDataObject[],
		options: INodeParameters = {},
		run: Partial<EngineRun> = {},
	): Promise<EngineResult> =>
		await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'send',
			parameters: { to: '={{ $json.phone }}', message: '={{ $json.text }}', options },
			items,
			...run,
		});
}
