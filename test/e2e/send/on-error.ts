import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Execution, N8n } from '../../../harness';
import { itemsOf, runsOf } from '../../../harness';
import type { Lane, World } from './lanes';
import { received } from './outcome';
import { sendWorkflow } from './workflows';

/** The number on the blacklist is refused by iSendPro; the one that is none is refused here. */
const [good, blacklisted, unattributed, other] = [
	'0601020301',
	'0601020302',
	'0601020303',
	'0601020304',
];
const noNumber = '12';

const mixed = [good, noNumber, blacklisted, other, unattributed, good];

type Mode = NonNullable<INode['onError']>;

async function run(
	n8n: N8n,
	lane: Lane,
	phones: string[],
	onError: Mode,
	options: INodeParameters = {},
): Promise<Execution> {
	const { simulator, credential } = lane;
	simulator.account.blacklist.add('+33601020302');
	simulator.phones.get(unattributed).attributed = false;
	const items = phones.map((phone, id) => ({ id, phone, customer: `Customer ${id}` }));
	const definition = sendWorkflow(items, { onError, parameters: { options } });
	const workflow = await n8n.api.createWorkflow(definition, credential);
	return await n8n.api.run(workflow);
}

/** Each item of an output in a few words: which input item n8n links it to, and what it says. */
function shown(items: INodeExecutionData[]): unknown[] {
	return items.map(({ json }) => {
		const error = json.error as { status?: string; code?: number; to?: string } | undefined;
		const { status, code, to } = error ?? json;
		const origin = json.customer === undefined ? [] : [json.customer];
		return [json.linkedTo, error ? 'error' : 'row', to, status, ...(code ? [code] : []), ...origin];
	});
}

/** n8n's three answers to "On Error": where each recipient comes out, and what it is linked to. */
export function onErrorTests(world: () => World): void {
	/** What came out, what came behind both outputs, and who got the message. */
	async function outcomeOf(phones: string[], onError: Mode, options: INodeParameters = {}) {
		const { n8n, lanes } = world();
		return await lanes.use(async (lane) => {
			const execution = await run(n8n, lane, phones, onError, options);
			return {
				execution,
				error: runsOf(execution, 'iSendPro').at(-1)?.error,
				after: itemsOf(execution, 'After'),
				afterError: itemsOf(execution, 'AfterError'),
				phones: received(lane.simulator),
			};
		});
	}

	describe('On Error: Stop Workflow', () => {
		it('sends nothing when an item is bad, and names that item', async () => {
			const { execution, error, phones } = await outcomeOf(mixed, 'stopWorkflow');
			expect(execution.status).toBe('error');
			expect(error).toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringContaining(noNumber),
				context: { itemIndex: 1 },
			});
			expect(phones).toEqual([]);
		});

		it.each([
			['Send At', { sendAt: '={{ $json.nowhere }}' }],
			['Send in Quiet Hours', { quietHours: '={{ $json.nowhere }}' }],
			['Message Maximum Parts', { maxParts: '={{ undefined }}' }],
			['Sender', { sender: '={{ null }}' }],
			['Tracker', { tracker: '={{ $json.customer.nowhere }}', sender: '={{ "Acme" }}' }],
		])('sends nothing when the expression of %s has no value', async (label, options) => {
			const { execution, error, phones } = await outcomeOf([good], 'stopWorkflow', options);
			expect(execution.status).toBe('error');
			expect(error?.message).toBe(`"${label}" is set, but its expression has no value`);
			expect(phones).toEqual([]);
		});

		it('gives every recipient a status when one was accepted', async () => {
			const recipients = [blacklisted, good, unattributed, good];
			const { execution, after, phones } = await outcomeOf(recipients, 'stopWorkflow');
			expect(execution.status).toBe('success');
			expect(shown(after)).toEqual([
				[0, 'row', blacklisted, 'rejected', 11],
				[1, 'row', good, 'sent'],
				[2, 'row', unattributed, 'rejected', 21],
				[3, 'row', good, 'skipped'],
			]);
			expect(runsOf(execution, 'iSendPro')[0]?.hints).toMatchObject([
				{ message: expect.stringContaining('2 of 4 were not accepted') },
			]);
			expect(phones).toEqual([good]);
		});

		it('stops when nobody was accepted', async () => {
			const { execution, error } = await outcomeOf([blacklisted, unattributed], 'stopWorkflow');
			expect(execution.status).toBe('error');
			expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		});
	});

	describe('On Error: Continue', () => {
		it('puts everything out in order, errors as items with the single key error', async () => {
			const { execution, after, phones } = await outcomeOf(mixed, 'continueRegularOutput');
			expect(execution.status).toBe('success');
			expect(shown(after)).toEqual([
				[0, 'row', good, 'sent'],
				[1, 'error', noNumber, 'notSent'],
				[2, 'error', blacklisted, 'rejected', 11],
				[3, 'row', other, 'sent'],
				[4, 'error', unattributed, 'rejected', 21],
				[5, 'row', good, 'skipped'],
			]);
			const items = itemsOf(execution, 'iSendPro');
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(mixed.map((_, item) => ({ item })));
			expect(Object.keys(items[2]?.json ?? {})).toEqual(['error']);
			expect(phones.sort()).toEqual([good, other]);
		});
	});

	describe('On Error: Continue (using error output)', () => {
		it('parts accepted and refused, the refused with the fields of their input item', async () => {
			const { execution, after, afterError, phones } = await outcomeOf(
				mixed,
				'continueErrorOutput',
			);
			expect(execution.status).toBe('success');
			expect(shown(after)).toEqual([
				[0, 'row', good, 'sent'],
				[3, 'row', other, 'sent'],
				[5, 'row', good, 'skipped'],
			]);
			expect(shown(afterError)).toEqual([
				[1, 'error', noNumber, 'notSent', 'Customer 1'],
				[2, 'error', blacklisted, 'rejected', 11, 'Customer 2'],
				[4, 'error', unattributed, 'rejected', 21, 'Customer 4'],
			]);
			expect(afterError[1]?.json.error).toMatchObject({
				message: expect.any(String),
				description: expect.stringContaining('iSendPro said'),
				reason: expect.any(String),
				apiMessage: 'Le numéro de téléphone est dans la liste noire',
			});
			expect(phones.sort()).toEqual([good, other]);
		});

		it('leaves the first output empty when nobody was accepted', async () => {
			const refused = [blacklisted, noNumber];
			const { after, afterError } = await outcomeOf(refused, 'continueErrorOutput');
			expect(after).toEqual([]);
			expect(shown(afterError)).toHaveLength(2);
		});
	});
}
