import type { INodeParameters } from 'n8n-workflow';
import { runNode } from '../../helpers/engine';
import { useGateway } from '../../helpers/simulator';

/** Some servers read the first thousand fields of a form and forget the rest without a word. */
describe('a form that a server cuts off', () => {
	const gateway = useGateway();
	const phones = ['0601020304', '0601020305', '0601020306'];

	/** Runs an operation once for each length that its form could be cut to. */
	async function cutEverywhere(operation: string, options: INodeParameters): Promise<void> {
		for (let fields = 1; fields <= 13; fields++) {
			await gateway().reset();
			gateway().faults.add({ kind: 'cutForm', fields });
			const { json, error } = await runNode({
				url: gateway().url,
				resource: 'sms',
				operation,
				parameters: { to: '={{ $json.phone }}', message: '=Hello {{ $json.phone }}', options },
				items: phones.map((phone) => ({ phone })),
			});
			const sent = gateway().phones.messages();
			if (operation === 'count') expect(sent).toEqual([]);
			expect(sent.every(({ sender }) => sender === 'Acme')).toBe(true);
			expect(sent.every(({ scheduledFor }) => scheduledFor !== undefined)).toBe(true);
			const told = error ? [] : json.map(({ status }) => status);
			expect(told.filter((status) => status === 'scheduled').length).toBeLessThanOrEqual(fields);
		}
	}

	it('turns no count into an SMS', async () => {
		await cutEverywhere('count', { sender: 'Acme' });
	});

	it('loses neither the sender nor the time of a message', async () => {
		await cutEverywhere('send', { sender: 'Acme', sendAt: '2126-11-25T16:30:00' });
	});

	it('leaves open what became of recipients that the answer does not name', async () => {
		gateway().faults.add({ kind: 'cutForm', fields: 6 });
		const { json } = await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'send',
			parameters: { to: '={{ $json.phone }}', message: '=Hello {{ $json.phone }}' },
			items: phones.map((phone) => ({ phone })),
		});
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent', 'unknown']);
	});

	it('sends no message without its tracker', async () => {
		for (let fields = 3; fields <= 11; fields++) {
			await gateway().reset();
			gateway().faults.add({ kind: 'cutForm', fields });
			await runNode({
				url: gateway().url,
				resource: 'sms',
				operation: 'send',
				parameters: {
					to: '={{ $json.phone }}',
					message: '=Hello {{ $json.phone }}',
					options: { tracker: '=t{{ $json.phone }}' },
				},
				items: phones.map((phone) => ({ phone })),
			});
			const sent = gateway().phones.messages();
			expect(sent.map(({ to, tracker }) => `${to} ${tracker}`)).toEqual(
				phones.slice(0, sent.length).map((phone) => `${phone} t${phone}`),
			);
			expect(sent).toHaveLength(Math.floor((fields - 2) / 3));
		}
	});
});
