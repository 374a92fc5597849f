import type { INodeParameters } from 'n8n-workflow';
import type { EngineRun } from '../../helpers/engine';
import { anna, useMessages, zoe } from '../../helpers/messages';
import { busyFrom } from '../fakes';

describe('The ledger', () => {
	const { gateway, run, reached } = useMessages();

	const send = (to: string, options: INodeParameters): INodeParameters => ({
		to,
		message: 'Hello',
		options,
	});

	describe('at a later try', () => {
		const failing = { parameters: send(`${anna}, ${zoe}`, { onPartialFailure: 'stop' }) };
		const perform = async ({ parameters, ...more }: Partial<EngineRun> = {}) =>
			await run('send', parameters ?? failing.parameters, more);

		it('answers for whoever was accepted, and submits who was not', async () => {
			gateway().faults.add({ kind: 'recordCodes', codes: { 1: 12 } });
			const failed = await perform();
			expect(failed.error?.message).toContain('code 12');
			const again = await perform({ retryOf: failed });
			expect(again.json).toMatchObject([
				{ to: anna, status: 'sent' },
				{ to: zoe, status: 'sent' },
			]);
			expect(reached()).toEqual([zoe, anna]);
		});

		it('shows the text that was sent, whatever would be written now', async () => {
			gateway().faults.add({ kind: 'recordCodes', codes: { 1: 12 } });
			const parameters = { ...failing.parameters, message: '={{ $now.toMillis() }}' };
			const failed = await perform({ parameters });
			const again = await perform({ parameters, retryOf: failed });
			const [sent] = gateway().phones.get(zoe).messages;
			expect(again.json[1]).toMatchObject({ to: zoe, text: sent?.text });
		});

		it('asks again for what was refused once the request is another', async () => {
			gateway().account.blacklist.add('+33612345671');
			const failed = await perform({ parameters: send(anna, {}) });
			const same = await perform({ parameters: send(anna, {}), retryOf: failed });
			expect([same.error?.message, gateway().requests.length]).toEqual([
				expect.stringContaining('code 11'),
				1,
			]);
			gateway().account.blacklist.clear();
			const parameters = { ...send(anna, {}), message: 'Another' };
			const [next] = failed.run.data.executionData?.nodeExecutionStack ?? [];
			Object.assign(next?.node.parameters ?? {}, parameters);
			const another = await perform({ parameters, retryOf: failed });
			expect(another.json).toMatchObject([{ to: anna, status: 'sent' }]);
		});

		it('takes a repeat of what an earlier try sent for a repeat', async () => {
			busyFrom(gateway(), 2);
			const items = [{ phone: anna }, { phone: zoe }, { phone: anna }];
			const parameters = send('={{ $json.phone }}', { batchSize: 1, onPartialFailure: 'stop' });
			const failed = await perform({ items, parameters });
			gateway().faults.clear();
			const again = await perform({ items, parameters, retryOf: failed });
			expect(again.json.map(({ status }) => status)).toEqual(['sent', 'sent', 'skipped']);
			expect(reached()).toEqual([anna, zoe]);
		});

		it('takes a repeat for a repeat although the text has changed since', async () => {
			busyFrom(gateway(), 2);
			const items = [{ phone: anna }, { phone: anna }, { phone: zoe }];
			const options = { batchSize: 1, onPartialFailure: 'stop' };
			// It differs between a manual run and the retry, as the time of day would.
			const message = '={{ $execution.mode }}';
			const parameters = { ...send('={{ $json.phone }}', options), message };
			const failed = await perform({ items, parameters });
			gateway().faults.clear();
			const again = await perform({ items, parameters, retryOf: failed });
			expect(again.json.map(({ status }) => status)).toEqual(['sent', 'skipped', 'sent']);
			const [toAnna, toZoe] = gateway().phones.messages();
			expect(reached()).toEqual([anna, zoe]);
			expect(toAnna?.text).not.toBe(toZoe?.text);
		});

		it('takes a repeat for a repeat although what it repeats is refused by then', async () => {
			busyFrom(gateway(), 2);
			const items = [{ phone: anna, first: true }, { phone: anna }, { phone: zoe }];
			const options = { batchSize: 1, onPartialFailure: 'stop' };
			const message = "={{ $json.first && $execution.mode === 'retry' ? '' : $execution.mode }}";
			const parameters = { ...send('={{ $json.phone }}', options), message };
			const failed = await perform({ items, parameters });
			gateway().faults.clear();
			await perform({ items, parameters, retryOf: failed });
			expect(reached()).toEqual([anna, zoe]);
		});

		it('sends nothing where the ledger of an earlier version cannot be read', async () => {
			gateway().account.credit = 0;
			const failed = await perform();
			const contexts = failed.run.data.executionData?.contextData ?? {};
			const context = Object.values(contexts)[0] ?? {};
			for (const name of Object.keys(context))
				context[name] = { '[0,{"to":"1"}] 0': { items: [] } };
			gateway().account.credit = 10;
			const again = await perform({ retryOf: failed });
			expect(again.error?.message).toContain('n8n was stopped in the middle of this execution');
			expect(reached()).toEqual([]);
		});
	});

	it('holds nothing once a run has ended in a way that n8n does not repeat', async () => {
		const { stored } = await run('send', send(anna, {}));
		expect(stored).not.toContain('run 0 of');
		expect(stored).toContain('contextData');
	});
});
