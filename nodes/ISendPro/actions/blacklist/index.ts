import type { Resource } from '../../engine/operation';
import { add } from './add.operation';
import { check } from './check.operation';
import { getMany } from './get-many.operation';
import { remove } from './remove.operation';

export const blacklist: Resource = {
	option: { name: 'Blacklist', value: 'blacklist' },
	operations: [add, check, getMany, remove],
	defaultOperation: 'add',
};
