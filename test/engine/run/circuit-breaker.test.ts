import type { IDataObject } from 'n8n-workflow';
import { useGateway } from '../../helpers/simulator';
import { anna, sendingTo, zoe } from '../sending';

describe('a run in which a request failed', () => {
	const gateway = useGateway();
	const send = sendingTo(gateway);

	it('does not ask for later batches what the account cannot get', async () => {
		gateway().account.credit = 0;
		const items = [anna, zoe, '0612345673'].map((phone) => ({ phone, text: 'a' }));
		const { outputs } = await send(items, { batchSize: 1 }, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => (json.error as IDataObject).status)).toEqual([
			'rejected',
			'notSent',
			'notSent',
		]);
		expect(gateway().requests).toHaveLength(1);
	});

	it('goes on with other senders when one is refused', async () => {
		gateway().account.senders = ['Boutique'];
		const items = [
			{ phone: anna, text: 'a', from: 'Inconnu' },
			{ phone: '0032470123456', text: 'a', from: 'Inconnu' },
			{ phone: zoe, text: 'a', from: 'Boutique' },
		];
		const { json } = await send(items, { sender: '={{ $json.from }}' });
		expect(json.map(({ status }) => status)).toEqual(['rejected', 'notSent', 'sent']);
		expect(gateway().requests).toHaveLength(2);
	});

	it('gives up after two lost answers in a row', async () => {
		gateway().faults.add({ kind: 'resetAfter', times: 5 });
		const items = [anna, zoe, '0612345673', '0612345674'].map((phone) => ({ phone, text: 'a' }));
		const { error } = await send(items, { batchSize: 1 });
		const { results } = error?.context?.data as { results: IDataObject[] };
		expect(results.map(({ status }) => status)).toEqual([
			'unknown',
			'unknown',
			'notSent',
			'notSent',
		]);
		expect(gateway().requests).toHaveLength(2);
		expect(results[1]?.reason).toMatch(/so it may have been done$/);
		expect(results[2]?.reason).toMatch(/^Not sent, because .*complete$/);
	});
});
