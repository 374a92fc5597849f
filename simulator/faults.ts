import type { Fault, Faults, RequestKind } from './types';

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

	/** Takes a refused connection when the request of that number would meet it before any other fault. */
	takeRefusal(request: number): Extract<Fault, { kind: 'refuse' }> | undefined {
		const next = this.queue.find(({ fault }) => isFor(fault, request));
		if (next?.fault.kind !== 'refuse') return undefined;
		const refusal = next.fault;
		this.takeIf((fault) => fault === refusal);
		return refusal;
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

/** Whether the gateway does its work although its answer is spoilt. */
export function acts(fault: Fault | undefined): boolean {
	switch (fault?.kind) {
		case 'refuse':
		case 'resetBefore':
		case 'hangBefore':
			return false;
		case 'html':
		case 'status':
		case 'code':
			return fault.acts ?? false;
		case 'cutXml':
		case 'cutConnection':
		case 'empty':
		case 'wrongCharset':
		case 'wrongRoot':
		case 'huge':
			return fault.acts ?? true;
		default:
			return true;
	}
}
