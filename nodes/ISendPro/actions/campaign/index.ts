import type { Resource } from '../../engine/operation';
import { getReport } from './get-report.operation';

export const campaign: Resource = {
	option: { name: 'Campaign', value: 'campaign' },
	operations: [getReport],
	defaultOperation: 'getReport',
};
