import type { Fault, FaultKind, Faults, RequestKind } from '../types';

/** Faults, in order, that wait for a request they apply to. */
export class FaultQueue implements Faults {
	private queue: Array<{ fault: Fault; left: number }> = [];

	constructor(private readonly onAdded: () => void) {}

	add(...faults: Fault[]): void {
		this.queue.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
		this.onAdded();
	}

	clear(): void {
		this.queue = [];
	}

	pending(): Fault[] {
		return this.queue.map(({ fault }) => fault);
	}

	/** Takes the first fault that applies to a request. */
	take(request: number, kind: RequestKind): Fault | undefined {
		return this.takeFirst(
			(fault) =>
				fault.kind !== 'refuse' &&
				appliesTo(fault, request) &&
				(fault.on === undefined || fault.on === kind),
		);
	}

	/** Takes a `refuse` that is the first fault to apply to the request of that number. */
	takeRefusal(request: number): Extract<Fault, { kind: 'refuse' }> | undefined {
		const next = this.queue.find(({ fault }) => appliesTo(fault, request))?.fault;
		if (next?.kind !== 'refuse') return undefined;
		this.takeFirst((fault) => fault === next);
		return next;
	}

	private takeFirst(applies: (fault: Fault) => boolean): Fault | undefined {
		const entry = this.queue.find(({ fault }) => applies(fault));
		if (entry === undefined) return undefined;
		entry.left--;
		if (entry.left <= 0) this.queue = this.queue.filter((other) => other !== entry);
		return entry.fault;
	}
}

function appliesTo(fault: Fault, request: number): boolean {
	return fault.request === undefined || fault.request === request;
}

/** Whether the simulator acts by default despite a fault, and which property the fault requires. */
export const FAULT_KINDS: Readonly<
	Record<FaultKind['kind'], { acts: boolean; requires?: string }>
> = {
	refuse: { acts: false },
	resetBefore: { acts: false },
	resetAfter: { acts: true },
	hangBefore: { acts: false },
	hangAfter: { acts: true },
	cutXml: { acts: true },
	cutConnection: { acts: true },
	html: { acts: false },
	empty: { acts: true },
	wrongCharset: { acts: true },
	wrongRoot: { acts: true },
	huge: { acts: true },
	status: { acts: false, requires: 'status' },
	code: { acts: false, requires: 'code' },
	recordCodes: { acts: true, requires: 'codes' },
	missingRecords: { acts: true, requires: 'records' },
	shuffledRecords: { acts: true },
	otherNumbers: { acts: true },
	cutForm: { acts: true, requires: 'fields' },
	surrounded: { acts: true },
	latency: { acts: true, requires: 'milliseconds' },
};

/** Whether the simulator acts on a request despite its fault. */
export function actsDespite(fault: Fault | undefined): boolean {
	if (fault === undefined) return true;
	const chosen = 'acts' in fault ? fault.acts : undefined;
	return chosen ?? FAULT_KINDS[fault.kind].acts;
}
