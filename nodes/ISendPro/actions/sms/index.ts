import type { Resource } from '../../engine/operation';
import { count } from './count.operation';
import { send } from './send.operation';
import { sendToDirectory } from './send-to-directory.operation';

export const sms: Resource = {
	option: { name: 'SMS', value: 'sms' },
	operations: [count, send, sendToDirectory],
	defaultOperation: 'send',
};
