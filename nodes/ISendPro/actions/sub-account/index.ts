import type { Resource } from '../../engine/operation';
import { addCredit } from './add-credit.operation';
import { create } from './create.operation';
import { setPrice } from './set-price.operation';
import { setRestriction } from './set-restriction.operation';

export const subAccount: Resource = {
	option: { name: 'Sub-Account', value: 'subAccount' },
	operations: [addCredit, create, setPrice, setRestriction],
	defaultOperation: 'create',
};
