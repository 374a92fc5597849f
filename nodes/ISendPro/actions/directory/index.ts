import type { Resource } from '../../engine/operation';
import { addContacts } from './add-contacts.operation';
import { create } from './create.operation';
import { removeContacts } from './remove-contacts.operation';

export const directory: Resource = {
	option: { name: 'Directory', value: 'directory' },
	operations: [addContacts, create, removeContacts],
	defaultOperation: 'addContacts',
};
