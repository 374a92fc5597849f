import type { INodeParameters } from 'n8n-workflow';
import type { Credential, WorkflowDefinition } from '../../../harness';

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
	model: Credential,
): WorkflowDefinition {
	const node = (name: string, type: string, typeVersion: number, own: INodeParameters) => ({
		name,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: own,
	});
	const langchain = '@n8n/n8n-nodes-langchain';
	return {
		name: 'Agent',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Agent', `${langchain}.agent`, version, {
				promptType: 'define',
				text: 'Tell Anna that her order is ready.',
				options: { enableStreaming: false },
			}),
			{
				...node('Model', `${langchain}.lmChatOpenAi`, 1.2, {
					model: { __rl: true, mode: 'id', value: 'gpt-4o-mini' },
					options: {},
				}),
				credentials: { openAiApi: { id: model.id, name: model.name } },
			},
			{
				...node('iSendPro', 'n8n-nodes-isendpro.iSendProTool', 1, parameters),
				// Otherwise n8n 1.x stops the workflow at a tool's error, without a word to the model
				onError: retryOnFail ? 'stopWorkflow' : 'continueRegularOutput',
				retryOnFail,
				maxTries: 3,
				waitBetweenTries: 100,
			},
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: {
				ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]],
			},
			iSendPro: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}
