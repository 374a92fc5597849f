import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's mark on what it puts in the place of data that it lost. */
const RECOVERED = 'isArtificialRecoveredEventItem';

/**
 * Whether this is the retry of an execution in which n8n was killed after this node had begun. n8n
 * then starts again from the trigger, and nothing tells what the node had done.
 * @param context of a node that left no trace in this execution's data
 */
export function isRetryAfterCrash(context: IExecuteFunctions): boolean {
	if (context.getMode() !== 'retry') return false;
	const { name } = context.getNode();
	const { $, $items, $runIndex } = context.getWorkflowDataProxy(0);
	// n8n has noted that the node began, and perhaps, as a run of its own, that it ended.
	if ($runIndex === 0) return $(name).isExecuted;
	return $items(name, 0, 0)[0]?.json[RECOVERED] === true;
}
