import type { Account } from '../../nodes/ISendPro/api/wire/account';
import { notSent, outcomeUnknown } from '../../nodes/ISendPro/api/wire/failure';
import type { Failure } from '../../nodes/ISendPro/api/wire/failure';
import type { SendLedger } from '../../nodes/ISendPro/engine/run/ledger';
import type { Pending, Settled, Task } from '../../nodes/ISendPro/engine/task';
import type { Simulator } from '../../simulator';
import { answering } from '../helpers/answers';

/** An account that nobody may ask. */
export const { account }: { account: Account } = answering();

/** Tasks that wait to be submitted, one an input item; each is named and requested by its index. */
export function pendingOf(...tasks: Array<Partial<Task>>): Pending[] {
	return tasks.map((task, index) => ({
		index,
		itemIndex: index,
		key: String(index),
		task: { identity: { to: String(index) }, request: index, ...task },
	}));
}

/** A ledger that writes down what it is told. */
export function ledgerOf(): { ledger: SendLedger; told: string[] } {
	const told: string[] = [];
	const ledger: SendLedger = {
		runId: 'run',
		isLost: false,
		restore: () => undefined,
		restoreItem: () => [],
		expect: () => {},
		markInFlight: ({ key }) => void told.push(`in flight ${key}`),
		record: ({ key }, { outcome }) => void told.push(`${outcome} ${key}`),
		clear: () => {},
	};
	return { ledger, told };
}

/** What became of tasks, in their order: `accepted`, or the status of a failure. */
export function statusesOf(settled: readonly Settled[]): string[] {
	return [...settled]
		.sort((one, other) => one.index - other.index)
		.map((one) => (one.outcome === 'failed' ? one.failure.status : one.outcome));
}

/** A refusal by iSendPro. */
export function rejection(more: Partial<Failure> = {}): Failure {
	return { ...notSent('Refused', 'Look.', { isFinal: true, ...more }), status: 'rejected' };
}

/** A lost answer. */
export const lost = outcomeUnknown('No answer');

/** From that request on, iSendPro has no room for any. */
export function busyFrom({ faults }: Simulator, first: number): void {
	for (let request = first; request < first + 9; request += 1) {
		faults.add({ kind: 'status', status: 429, request });
	}
}
