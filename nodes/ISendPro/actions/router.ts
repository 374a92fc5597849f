import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { execute as executeOperation } from '../engine/execute';
import { openAccount } from '../transport/account';
import { STANDARD_LIMITS } from '../transport/limits';
import { findOperation } from './registry';

/**
 * Executes the chosen operation, as the node's `execute`.
 * @returns and throws as the engine's `execute`
 */
export async function execute(
	context: IExecuteFunctions,
	limits = STANDARD_LIMITS,
): Promise<INodeExecutionData[][]> {
	const operation = findOperation(
		context.getNodeParameter('resource', 0),
		context.getNodeParameter('operation', 0),
	);
	return await executeOperation(
		context,
		operation,
		async () => await openAccount(context, operation.idempotent, limits),
	);
}
