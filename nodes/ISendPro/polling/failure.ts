import { InvalidInputError, UnreadableAnswerError } from '../api/errors';
import type { Failure } from '../api/wire/failure';
import { asIdempotent, messageOf, RequestFailed, unreadableFile } from '../api/wire/failure';

/** iSendPro's code for maintenance, which passes [4.1]. */
const MAINTENANCE = 777;

/** iSendPro's codes [4.1] for which n8n polls less often, as the HTTP status that it knows. */
const HTTP_CODES: ReadonlyMap<number, string> = new Map([
	[3, '403'],
	[14, '403'],
	[29, '429'],
]);

/** What went wrong, and what to do. */
export interface FailureDescription {
	readonly message: string;
	readonly description: string;
	/** Where n8n polls less often after it. */
	readonly httpCode?: string;
}

/** Describes why a poll failed. */
export function describeFailure(error: unknown): FailureDescription {
	if (error instanceof InvalidInputError) return error;
	const found = failureIn(error);
	if (!found) {
		const message = error instanceof Error ? error.message : String(error);
		return { message, description: 'The next poll reads the same again: nothing is lost.' };
	}
	// A download only reads.
	const failure = asIdempotent(found);
	const { description, code, apiMessage } = failure;
	const said = code === undefined ? '' : ` iSendPro’s code ${code}: ${apiMessage ?? ''}`.trimEnd();
	const httpCode = code === undefined ? undefined : HTTP_CODES.get(code);
	return {
		message: messageOf(failure),
		description: `${description}${said}`,
		...(httpCode !== undefined && { httpCode }),
	};
}

/** Whether somebody has to change something before a poll can succeed. */
export function isLasting(error: unknown): boolean {
	if (error instanceof InvalidInputError) return true;
	if (!(error instanceof RequestFailed)) return false;
	const { stops, isTransient, status, code } = error.failure;
	return stops === 'run' && !isTransient && status !== 'unknown' && code !== MAINTENANCE;
}

/** The failure of a poll that n8n may have given up. */
export function tooSlow(): RequestFailed {
	return new RequestFailed({
		status: 'notSent',
		message: 'The downloads took longer than n8n lets a poll take',
		description:
			'The next poll reads the same again: nothing is lost. If this keeps happening, choose a shorter Look Back.',
		isFinal: false,
	});
}

function failureIn(error: unknown): Failure | undefined {
	if (error instanceof RequestFailed) return error.failure;
	return error instanceof UnreadableAnswerError ? unreadableFile(error.message) : undefined;
}
