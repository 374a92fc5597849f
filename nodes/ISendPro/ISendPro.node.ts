import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { answer, webhooks } from './waiting/webhook';
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
		webhooks,
		waitingNodeTooltip:
			'={{ $parameter["operation"] === "sendAndWait" ? "Execution will continue when somebody answers" : "" }}',
		hints: [
			{
				message:
					'n8n waits once a run: only the first input item is asked about. Put a Loop Over Items node before this one to ask about each.',
				displayCondition:
					'={{ $parameter["operation"] === "sendAndWait" && $input.all().length > 1 }}',
				whenToDisplay: 'beforeExecution',
				location: 'inputPane',
			},
		],
		properties,
	};

	methods = { credentialTest: { testConnection } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return answer(this);
	}
}
