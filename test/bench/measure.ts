import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Execution, N8n, Workflow } from '../../harness';

/** The median of some measurements. */
export function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Milliseconds as seconds, to read. */
export function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}

/** A process's memory as the kernel counts it (Linux). */
export class Memory {
	constructor(private readonly pid: number) {}

	/** Megabytes that it holds now. */
	get now(): number {
		return this.read('VmRSS');
	}

	/** Megabytes at its peak since the last `forgetPeak`. */
	get peak(): number {
		return this.read('VmHWM');
	}

	forgetPeak(): void {
		writeFileSync(`/proc/${this.pid}/clear_refs`, '5');
	}

	private read(name: string): number {
		const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
		const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
		return Math.round(Number(kilobytes) / 1024);
	}
}

/** Runs a workflow to its end, also while n8n is too busy to answer other requests. */
export async function runPatiently(n8n: N8n, workflow: Workflow): Promise<Execution> {
	const id = await n8n.api.startRun(workflow);
	for (const deadline = Date.now() + 900_000; Date.now() < deadline; await pause(1_000)) {
		const ended = await n8n.api.waitForExecution(id, 5_000).catch(() => undefined);
		if (ended) return ended;
	}
	throw new Error(`"${workflow.name}" did not end`);
}
