import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { properties, subtitle } from './actions/registry';
import { execute } from './actions/router';
import { testConnection } from './transport/credential-test';

export class ISendPro implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iSendPro',
		name: 'iSendPro',
		icon: { light: 'file:../../icons/isendpro.svg', dark: 'file:../../icons/isendpro.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle,
		description:
			'Send SMS (text messages, texto) through iSendPro, and manage directories, the blacklist and reports',
		defaults: { name: 'iSendPro' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'iSendProApi', required: true, testedBy: 'testConnection' }],
		properties,
	};

	methods = { credentialTest: { testConnection } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this);
	}
}
