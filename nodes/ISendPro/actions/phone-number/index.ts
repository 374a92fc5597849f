import type { Resource } from '../../engine/operation';
import { verify } from './verify.operation';

export const phoneNumber: Resource = {
	option: { name: 'Phone Number', value: 'phoneNumber' },
	operations: [verify],
	defaultOperation: 'verify',
};
