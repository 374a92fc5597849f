import type { IExecuteFunctions, IRunExecutionData } from 'n8n-workflow';

/** n8n's mark on what it puts in the place of data that it lost. */
const RECOVERED = 'isArtificialRecoveredEventItem';

/**
 * Whether this is the retry of an execution in which n8n was killed, perhaps after this node had begun:
 * nothing tells what the node had done. The retry of a failed execution goes on where it failed.
 * @param context of a node that left no trace in this execution's data
 */
export function isRetryAfterCrash(context: IExecuteFunctions): boolean {
	if (context.getMode() !== 'retry') return false;
	// n8n counts the nodes of each try from 0, and shows that to no node: it is read where n8n keeps it.
	const next = Reflect.get(context, 'additionalData')?.currentNodeExecutionIndex;
	return next > 1 && (beganAnew(context) || isMarked(context));
}

/** Whether the retry of a node that is not its first began with the trigger, for want of anything stored. */
function beganAnew(context: IExecuteFunctions): boolean {
	const data: IRunExecutionData | undefined = Reflect.get(context, 'runExecutionData');
	const runs = Object.values(data?.resultData.runData ?? {});
	const firsts = runs.map((own) => own.filter(({ executionIndex }) => executionIndex === 0).length);
	// Else there is the trigger of the first try, and the node that failed. Twice the same is the trigger:
	// n8n has noted, or saved while it ran, that it had begun before.
	return firsts.filter(Boolean).length === 1 || firsts.some((times) => times > 1);
}

/**
 * Whether n8n has noted that the node began, and perhaps, as a run of its own, that it ended. That tells
 * of an execution that had waited before it was killed too, but n8n notes it late, and not always.
 */
function isMarked(context: IExecuteFunctions): boolean {
	const { name } = context.getNode();
	const { $, $items, $runIndex } = context.getWorkflowDataProxy(0);
	if ($runIndex === 0) return $(name).isExecuted;
	return $items(name, 0, 0)[0]?.json[RECOVERED] === true;
}
