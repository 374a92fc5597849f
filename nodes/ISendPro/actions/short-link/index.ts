import type { Resource } from '../operation';
import { create } from './create.operation';

export const shortLink: Resource = {
	option: { name: 'Short Link', value: 'shortLink' },
	operations: [create],
	defaultOperation: 'create',
};
