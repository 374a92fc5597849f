import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { itemsOf, runsOf } from '../../../harness';
import type { World } from './lanes';
import { received } from './outcome';
import type { SendSettings } from './workflows';
import { sendWorkflow } from './workflows';

const [anna, zoe] = ['0601020301', '0601020302'];
const target = 'https://www.example.com/offer?id=1';
const items = [
	{ id: 0, phone: anna, text: `See ${target}` },
	{ id: 1, phone: zoe, text: 'x'.repeat(161) },
	{ id: 2, phone: zoe, text: `Now: ${target}!` },
];

/** What is told, limited and made short before anything is paid. */
export function beforeYouPayTests(world: () => World): void {
	async function outcomeOf(options: INodeParameters, settings: SendSettings = {}) {
		const { n8n, lanes } = world();
		return await lanes.use(async ({ simulator, credential }) => {
			simulator.account.credit = 10;
			simulator.account.prices = { '33': 0.05 };
			// Without capacity for the first try of the send, and for what the node tries by itself.
			if (settings.retryOnFail) {
				simulator.faults.add({ kind: 'status', status: 429, on: 'send', times: 3 });
			}
			const parameters = { message: '={{ $json.text }}', options };
			const definition = sendWorkflow(items, { ...settings, parameters });
			const execution = await n8n.api.run(await n8n.api.createWorkflow(definition, credential));
			const requests = simulator.requests.map(({ kind }) => kind);
			const texts = simulator.phones.messages().map(({ text }) => text);
			return { execution, requests, texts, phones: received(simulator) };
		});
	}

	describe('Before you pay', () => {
		it('a dry run asks for the balance only, and a hint tells SMS and euros', async () => {
			const options = { dryRun: true, shortenLinks: true };
			const { execution, requests } = await outcomeOf(options);
			expect(execution.status).toBe('success');
			expect(requests).toEqual(['balance']);
			const after = itemsOf(execution, 'After').map(({ json }) => json);
			expect(after).toMatchObject([
				{ linkedTo: 0, to: anna, status: 'checked', parts: 1, links: [{ target }] },
				{ linkedTo: 1, to: zoe, status: 'checked', parts: 2 },
				{ linkedTo: 2, to: zoe, status: 'checked', text: 'Now: www.sms.ht/XXXX!' },
			]);
			expect(runsOf(execution, 'iSendPro')[0]?.hints).toMatchObject([
				{ message: expect.stringContaining('would take 4 SMS, about €0.20'), type: 'info' },
			]);
		});

		it('Maximum SMS stops a run that takes more before its first request', async () => {
			const { execution, requests } = await outcomeOf({ maxSms: 3, shortenLinks: true });
			expect(execution.status).toBe('error');
			expect(runsOf(execution, 'iSendPro').at(-1)?.error?.message).toBe(
				'This run would take 4 SMS, more than the 3 of Maximum SMS',
			);
			expect(requests).toEqual([]);
		});

		it('Maximum Cost stops a run that costs more before it sends, by the strictest of all items', async () => {
			const { execution, requests } = await outcomeOf(
				{ maxCost: '={{ $json.id === 1 ? 0.15 : 5 }}' },
				{ onError: 'continueRegularOutput' },
			);
			expect(execution.status).toBe('success');
			const errors = itemsOf(execution, 'iSendPro').map(({ json }) => json.error);
			expect(errors).toHaveLength(3);
			for (const error of errors)
				expect(error).toMatchObject({
					message: expect.stringContaining('about €0.20 (4 SMS at €0.05), more than the €0.15'),
				});
			expect(requests).toEqual(['balance']);
		});

		it('a hint ends the run, with the euros where a limit has asked for the balance', async () => {
			const { execution, requests } = await outcomeOf({ maxCost: 5, minimumCredit: '1,50' });
			expect(execution.status).toBe('success');
			expect(runsOf(execution, 'iSendPro')[0]?.hints).toMatchObject([
				{ message: '4 SMS accepted, about €0.20 at the price per SMS of the balance.' },
			]);
			expect(requests[0]).toBe('balance');
		});

		it('each different link is shortened once, also when n8n tries again', async () => {
			const { execution, requests, texts, phones } = await outcomeOf(
				{ shortenLinks: true },
				{ retryOnFail: true, maxTries: 2 },
			);
			expect(execution.status).toBe('success');
			expect(requests.filter((kind) => kind === 'shortLink')).toHaveLength(1);
			expect(requests.filter((kind) => kind === 'send')).toHaveLength(4);
			expect(phones.sort()).toEqual([anna, zoe, zoe]);
			const [first, , third] = itemsOf(execution, 'After').map(({ json }) => json);
			const [link] = first?.links as IDataObject[];
			expect(link).toEqual({ target, shortLink: expect.stringMatching(/^www\.sms\.ht\/\w{4}$/) });
			expect(third?.links).toEqual([link]);
			expect(texts).toContain(`Now: ${String(link?.shortLink)}!`);
		});
	});
}
