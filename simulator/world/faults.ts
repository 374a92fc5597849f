import type { Fault, FaultKind, Faults, RequestKind } from '../types';

/** Faults that wait for their request. */
export class FaultQueue implements Faults {
	private queue: Array<{ fault: Fault; left: number }> = [];

	/** `changed` is told after every addition. */
	constructor(private readonly changed: () => void) {}

	add(...faults: Fault[]): void {
		this.queue.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
		this.changed();
	}

	clear(): void {
		this.queue = [];
	}

	pending(): Fault[] {
		return this.queue.map(({ fault }) => fault);
	}

	/** Takes the fault of a request, the first that fits. */
	take(request: number, kind: RequestKind): Fault | undefined {
		return this.takeIf(
			(fault) =>
				fault.kind !== 'refuse' &&
				isFor(fault, request) &&
				(fault.on === undefined || fault.on === kind),
		);
	}

	/** Takes a refused connection if the request of that number meets it before any other fault. */
	takeRefusal(request: number): Extract<Fault, { kind: 'refuse' }> | undefined {
		const next = this.queue.find(({ fault }) => isFor(fault, request))?.fault;
		if (next?.kind !== 'refuse') return undefined;
		this.takeIf((fault) => fault === next);
		return next;
	}

	private takeIf(fits: (fault: Fault) => boolean): Fault | undefined {
		const entry = this.queue.find(({ fault }) => fits(fault));
		if (entry === undefined) return undefined;
		entry.left--;
		if (entry.left <= 0) this.queue = this.queue.filter((other) => other !== entry);
		return entry.fault;
	}
}

function isFor(fault: Fault, request: number): boolean {
	return fault.request === undefined || fault.request === request;
}

/** Whether each fault lets the simulator act unless it says so itself, and what it has to say. */
export const FAULT_KINDS: Readonly<Record<FaultKind['kind'], { acts: boolean; needs?: string }>> = {
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
	status: { acts: false, needs: 'status' },
	code: { acts: false, needs: 'code' },
	recordCodes: { acts: true, needs: 'codes' },
	missingRecords: { acts: true, needs: 'records' },
	shuffledRecords: { acts: true },
	otherNumbers: { acts: true },
	cutForm: { acts: true, needs: 'fields' },
	surrounded: { acts: true },
	latency: { acts: true, needs: 'milliseconds' },
};

/** Whether a request is acted on although its answer is spoilt. */
export function acts(fault: Fault | undefined): boolean {
	if (fault === undefined) return true;
	const said = 'acts' in fault ? fault.acts : undefined;
	return said ?? FAULT_KINDS[fault.kind].acts;
}
