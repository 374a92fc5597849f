import type { IExecuteFunctions, IRunExecutionData, ITaskData } from 'n8n-workflow';

/** n8n's mark on what it puts in the place of data that it lost. */
const RECOVERED = 'isArtificialRecoveredEventItem';

/**
 * Whether this is the retry of an execution in which n8n was killed, perhaps after this node had begun:
 * nothing tells what the node had done. The retry of a failed execution goes on where it failed.
 * @param context of a node that left no trace in this execution's data, as it does when it fails
 */
export function isRetryAfterCrash(context: IExecuteFunctions): boolean {
	if (context.getMode() !== 'retry') return false;
	// n8n counts the nodes of each try from 0, and shows that to no node: it is read where n8n keeps it.
	const next = Reflect.get(context, 'additionalData')?.currentNodeExecutionIndex;
	// It begins with a node that never failed: the last that n8n had saved is that this node came next.
	if (next === 1) return true;
	const runs = runsOf(context);
	return next > 1 && (beganWithTrigger(runs) || runs.some(isRecovered) || isMarked(context));
}

function runsOf(context: IExecuteFunctions): ITaskData[] {
	const data: IRunExecutionData | undefined = Reflect.get(context, 'runExecutionData');
	return Object.values(data?.resultData.runData ?? {}).flat();
}

/** Whether this try began with the trigger, for want of anything stored: any other first node has a source. */
function beganWithTrigger(runs: ITaskData[]): boolean {
	return !runs.some(({ executionIndex, source }) => executionIndex === 0 && source.length > 0);
}

/** Whether n8n has put this in the place of a run whose data it lost. It does so late, and not always. */
function isRecovered({ data, executionStatus }: ITaskData): boolean {
	return executionStatus === 'crashed' || data?.main?.[0]?.[0]?.json[RECOVERED] === true;
}

/** Whether n8n has noted that the node began: nothing of the run is left but its place. */
function isMarked(context: IExecuteFunctions): boolean {
	const { $, $runIndex } = context.getWorkflowDataProxy(0);
	return $runIndex === 0 && $(context.getNode().name).isExecuted;
}
