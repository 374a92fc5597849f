import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../api/wire/failure';

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

/** What is known of a unit after a crash. */
export function lostInCrash(): Failure {
	return {
		status: 'unknown',
		message: 'n8n was stopped in the middle of this execution, so it may have been done',
		description:
			'Look in the iSendPro customer area or in the campaign report for what was done, and start a new execution for the rest: this one cannot be retried.',
		concerns: 'service',
		stopsRun: false,
		final: true,
	};
}
