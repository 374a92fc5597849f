import type { Resource } from '../../engine/operation';
import { getBalance } from './get-balance.operation';

export const account: Resource = {
	option: { name: 'Account', value: 'account' },
	operations: [getBalance],
	defaultOperation: 'getBalance',
};
