import type { INodeParameters } from 'n8n-workflow';
import type { Credential, WorkflowDefinition } from '../../../harness';
import { agentWorkflow } from './workflow';

/** An agent whose one tool is behind the human review that n8n 2.x makes of the node. */
export function reviewedWorkflow(
	tool: INodeParameters,
	review: INodeParameters,
	model: Credential,
): WorkflowDefinition {
	const { nodes, connections, ...workflow } = agentWorkflow(
		{ version: 3, parameters: tool },
		model,
	);
	return {
		...workflow,
		nodes: [
			...nodes,
			{
				name: 'Review',
				type: 'n8n-nodes-isendpro.iSendProHitlTool',
				typeVersion: 1,
				position: [0, 0],
				parameters: { resource: 'sms', operation: 'sendAndWait', ...review },
			},
		],
		connections: {
			...connections,
			iSendPro: { ai_tool: [[{ node: 'Review', type: 'ai_tool', index: 0 }]] },
			Review: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}
