import type {
	IExecuteFunctions,
	IRunExecutionData,
	ITaskData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** n8n's mark on what it puts in the place of data that it lost. */
const RECOVERED = 'isArtificialRecoveredEventItem';

type Context = Pick<IExecuteFunctions, 'getMode' | 'getNode' | 'getWorkflowDataProxy'>;

type Additional = Pick<
	IWorkflowExecuteAdditionalData,
	'currentNodeExecutionIndex' | 'restartExecutionId'
>;

/**
 * Whether this is the retry of an execution in which n8n was killed, perhaps after this node had begun:
 * nothing tells what the node had done. The retry of a failed execution goes on where it failed.
 * @param context of a node that left no trace in this execution's data, as it does when it fails
 */
export function isRetryAfterCrash(context: Context): boolean {
	if (context.getMode() !== 'retry') return false;
	// n8n shows a node neither of these: they are read where it keeps them.
	const additional: Additional | undefined = Reflect.get(context, 'additionalData');
	const data: IRunExecutionData | undefined = Reflect.get(context, 'runExecutionData');
	// Where an n8n keeps them elsewhere, nothing tells a crash from a failure.
	if (!additional?.currentNodeExecutionIndex || !data) return true;
	// n8n counts the nodes of each try from 0. This one begins with a node that never failed: the last that
	// n8n had saved is that this node came next.
	if (additional.currentNodeExecutionIndex === 1) return true;
	const runs = Object.values(data.resultData.runData).flat();
	return runs.some(isRecovered) || isMarked(context) || !hasResumed(data, runs, additional);
}

/** Whether this try began with the node that had failed, or n8n goes on with it after it has waited. */
function hasResumed(
	data: IRunExecutionData,
	runs: ITaskData[],
	{ restartExecutionId }: Additional,
): boolean {
	// The trigger alone has no source. Earlier tries, and pauses in them, may have left such runs too.
	const firsts = runs.filter(
		({ executionIndex, source }) => executionIndex === 0 && source.length > 0,
	);
	// A retry begins with a wait if nothing was stored of what came after it. Workers of n8n 1.x do not say
	// that they go on instead; then there is the node that had failed as well.
	const beganWithWait = 'waitTill' in data && restartExecutionId === undefined;
	return firsts.length > (beganWithWait ? 1 : 0);
}

/** Whether n8n has put this in the place of a run whose data it lost. It does so late, and not always. */
function isRecovered({ data, executionStatus }: ITaskData): boolean {
	return executionStatus === 'crashed' || data?.main?.[0]?.[0]?.json[RECOVERED] === true;
}

/** Whether n8n has noted that the node began: nothing of the run is left but its place. */
function isMarked(context: Context): boolean {
	const { $, $runIndex } = context.getWorkflowDataProxy(0);
	return $runIndex === 0 && $(context.getNode().name).isExecuted;
}
