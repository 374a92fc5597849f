import type { Resource } from '../../engine/operation';
import { create } from './create.operation';

export const shortLink: Resource = {
	option: { name: 'Short Link', value: 'shortLink' },
	operations: [create],
	defaultOperation: 'create',
};
