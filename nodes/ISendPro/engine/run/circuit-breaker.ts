import type { Failure } from '../../api/wire/failure';
import type { Result, Task } from '../task';
import { isFailure } from '../task';
import { skippedBecauseOf } from './failures';

/** Lost answers in a row after which a run stops: more requests would only make more tasks unknown. */
export const MAX_LOST_ANSWERS = 2;

/** Keeps later batches from being submitted where earlier ones have shown that they would fail too. */
export class CircuitBreaker {
	private forAll: Failure | undefined;

	private readonly forGroup = new Map<string | undefined, Failure>();
	private lostAnswers = 0;

	/** The reason for which a task need not be submitted. */
	reasonToSkip({ failureGroup }: Task): Failure | undefined {
		const earlier = this.forAll ?? this.forGroup.get(failureGroup);
		return earlier && skippedBecauseOf(earlier);
	}

	/** Learns from the results of a batch. */
	record(results: readonly Result[], { failureGroup }: Task): void {
		const failures = results.flatMap((result) => (isFailure(result) ? [result.failure] : []));
		for (const failure of failures) {
			if (failure.stops === 'group') this.forGroup.set(failureGroup, failure);
			if (failure.stops === 'run') this.forAll ??= failure;
		}
		const lost = failures.find(({ status }) => status === 'unknown');
		this.lostAnswers = lost ? this.lostAnswers + 1 : 0;
		if (lost && this.lostAnswers >= MAX_LOST_ANSWERS) this.forAll ??= lost;
	}
}
