import type { Resource } from '../../engine/operation';
import { count } from './count.operation';
import { sendAndWait } from './send-and-wait.operation';
import { sendToDirectory } from './send-to-directory.operation';
import { send } from './send.operation';

export const sms: Resource = {
	option: { name: 'SMS', value: 'sms' },
	operations: [count, send, sendAndWait, sendToDirectory],
	defaultOperation: 'send',
};
