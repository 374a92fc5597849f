import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { Credential, Execution, N8n, Workflow } from '../../../harness';
import { itemsOf, runsOf } from '../../../harness';
import { chain, node, own, start } from '../../helpers/workflow';

/** How long the first try's input passes its check, and how long n8n waits between two tries, at most. */
export const VALID_MS = 4_000;
const WAIT_MS = 5_000;

/** What changes until the second try. */
export const isEarly = '$now.toMillis() < $json.until';

/** A run of two tries, the second of which comes when the input no longer passes its check. */
export interface TwoTries {
	items: object[];
	parameters: INodeParameters;
	onError?: INode['onError'];
}

/** Start, Items (each with the time at which its input becomes invalid), iSendPro with Retry On Fail. */
export async function createTwoTries(
	n8n: N8n,
	credential: Credential,
	{ items, parameters, onError }: TwoTries,
): Promise<Workflow> {
	const jsCode = `const until = Date.now() + ${VALID_MS};
const at = new Date(until).toISOString();
return ${JSON.stringify(items)}.map((json) => ({ json: { ...json, until, at } }));`;
	const send = own('iSendPro', { resource: 'sms', operation: 'send', ...parameters });
	return await n8n.api.createWorkflow(
		{
			name: 'Two tries',
			nodes: [
				start,
				node('Items', 'code', { jsCode }, 2),
				{ ...send, onError, retryOnFail: true, maxTries: 2, waitBetweenTries: WAIT_MS },
			],
			connections: chain('Start', 'Items', 'iSendPro'),
		},
		credential,
	);
}

/** What became of each recipient, in both outputs of the node. */
export function outcomesOf(execution: Execution): IDataObject[] {
	return [0, 1]
		.flatMap((output) => itemsOf(execution, 'iSendPro', output))
		.map(({ json: { error, ...json } }) => (error ?? json) as IDataObject)
		.map(({ to, directoryId, status, code, text }) => ({
			...(to === undefined ? { directoryId } : { to }),
			...{ status, code, text },
		}));
}

/** Whether n8n ran the node a second time: it has waited in between. */
export function wasRepeated(execution: Execution): boolean {
	return (runsOf(execution, 'iSendPro').at(-1)?.executionTime ?? 0) >= WAIT_MS;
}
