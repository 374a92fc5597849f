import type { Resource } from '../../engine/operation';
import { request } from './request.operation';

export const api: Resource = {
	option: { name: 'API', value: 'api' },
	operations: [request],
	defaultOperation: 'request',
};
