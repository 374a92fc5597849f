import { manualAnswer } from '../helpers/answers';
import { oneOf } from './fields';
import type { ResourceRows } from './row';

export const account: ResourceRows = {
	/** [3.1] */
	getBalance: {
		fields: { balance: oneOf('credit', 'creditAndQuantity') },
		parameters: { balance: '={{ $json.balance }}' },
		items: [{ balance: 'credit' }, { balance: 'creditAndQuantity' }],
		exchanges: [
			{ request: 'credit=1', answer: manualAnswer('balance-credit') },
			{ request: 'credit=2', answer: manualAnswer('balance-quantity') },
		],
		output: [
			{ credit: 108.16, currency: 'EUR' },
			{ credit: 108.16, currency: 'EUR', smsQuantity: 2704 },
		],
		manyItems: { count: 600, item: () => ({ balance: 'creditAndQuantity' }), requestCount: 1 },
		invalidItem: { balance: 'all' },
	},
};
