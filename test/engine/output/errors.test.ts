import { useGateway } from '../../helpers/simulator';
import { anna, sendingTo, zoe } from '../sending';

describe('the error of a run', () => {
	const gateway = useGateway();
	const send = sendingTo(gateway);

	it('stops the workflow after sending all the same where the user wants that', async () => {
		gateway().account.blacklist.add('+33612345672');
		const { error } = await send(
			[
				{ phone: anna, text: 'a' },
				{ phone: zoe, text: 'a' },
			],
			{ onPartialFailure: 'stop' },
		);
		expect(error?.message).toContain('code 11');
		expect(error?.context).toMatchObject({
			itemIndex: 1,
			data: {
				results: [
					{ to: anna, status: 'sent' },
					{ to: zoe, status: 'rejected' },
				],
			},
		});
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it('stops the workflow when nobody was accepted, with what to do and the words of iSendPro', async () => {
		gateway().account.credit = 0;
		const { error } = await send([{ phone: anna, text: 'a' }]);
		expect(error?.message).toContain('(iSendPro code 12)');
		expect(error?.description).toContain('Votre crédit de MT est épuisé');
		expect(error?.context?.itemIndex).toBe(0);
	});
});
