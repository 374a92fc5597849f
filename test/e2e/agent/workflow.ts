import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../../harness';
import { connect, node, start } from '../../helpers/workflow';
import type { Model } from './model';

/** How the agent and its tool are set. */
export interface AgentSettings {
	/** Of the Agent node: up to 2 it runs its tools itself, from 3 on n8n does. */
	version: 2 | 3;
	parameters: INodeParameters;
	retryOnFail?: boolean;
}

/** An agent with a model and, as its one tool, the node. */
export function agentWorkflow(
	{ version, parameters, retryOnFail }: AgentSettings,
	{ credentials }: Model,
): WorkflowDefinition {
	const agent = {
		promptType: 'define',
		text: 'Tell Anna that her order is ready.',
		options: { enableStreaming: false },
	};
	const model = { model: { __rl: true, mode: 'id', value: 'gpt-4o-mini' }, options: {} };
	const langchain = '@n8n/n8n-nodes-langchain';
	return {
		name: 'Agent',
		nodes: [
			start,
			node('Agent', `${langchain}.agent`, agent, version),
			{ ...node('Model', `${langchain}.lmChatOpenAi`, model, 1.2), credentials },
			{
				...node('iSendPro', 'n8n-nodes-isendpro.iSendProTool', parameters),
				// Otherwise n8n 1.x stops the workflow at a tool's error, without a word to the model
				onError: retryOnFail ? 'stopWorkflow' : 'continueRegularOutput',
				retryOnFail,
				maxTries: 3,
				waitBetweenTries: 100,
			},
		],
		connections: {
			...connect({ Start: ['Agent'] }),
			...connect({ Model: ['Agent'] }, 'ai_languageModel'),
			...connect({ iSendPro: ['Agent'] }, 'ai_tool'),
		},
	};
}

/** An agent whose one tool is behind the human review that n8n 2.x makes of the node. */
export function reviewedWorkflow(
	tool: INodeParameters,
	review: INodeParameters,
	model: Model,
): WorkflowDefinition {
	const { nodes, connections, ...workflow } = agentWorkflow(
		{ version: 3, parameters: tool },
		model,
	);
	const parameters = { resource: 'sms', operation: 'sendAndWait', ...review };
	return {
		...workflow,
		nodes: [...nodes, node('Review', 'n8n-nodes-isendpro.iSendProHitlTool', parameters)],
		connections: {
			...connections,
			...connect({ iSendPro: ['Review'], Review: ['Agent'] }, 'ai_tool'),
		},
	};
}

/** Sends what the model wants. */
export const sendingTool = {
	resource: 'sms',
	operation: 'send',
	to: "={{ $fromAI('To', ``, 'string') }}",
	message: "={{ $fromAI('Message', ``, 'string') }}",
};
