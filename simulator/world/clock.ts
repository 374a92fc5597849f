import type { Clock } from '../types';

interface Job {
	due: number;
	run: () => Promise<void>;
}

const MAX_TIMER_MS = 60_000;

/** Simulated time, and the jobs that run at their time. */
export class SimulatedClock implements Clock {
	private offset = 0;
	/** While time is advanced by hand, it stands still at each job. */
	private frozenAt?: number;
	private jobs: Job[] = [];
	private timer?: NodeJS.Timeout;
	private stopped = false;
	/** Counts the resets, so that one ends an advance. */
	private resets = 0;
	/** Jobs that real time has started and that still run. */
	private readonly runningJobs = new Set<Promise<void>>();
	private advancing: Promise<void> = Promise.resolve();

	now(): Date {
		return new Date(this.frozenAt ?? Date.now() + this.offset);
	}

	set(time: Date | string): void {
		const instant = new Date(time).getTime();
		if (Number.isNaN(instant)) throw new RangeError(`Not a time: ${String(time)}`);
		this.offset = instant - Date.now();
		this.arm();
	}

	/** Runs a job at a simulated time, or soon when that time has passed. */
	schedule(due: Date, run: () => Promise<void>): void {
		if (this.stopped) return;
		const at = due.getTime();
		let index = this.jobs.length;
		while (index > 0 && (this.jobs[index - 1]?.due ?? 0) > at) index--;
		this.jobs.splice(index, 0, { due: at, run });
		this.arm();
	}

	/** Whether a job is due within a second. */
	isBusy(): boolean {
		const first = this.jobs[0];
		return first !== undefined && first.due <= this.now().getTime() + 1_000;
	}

	async advance(milliseconds: number): Promise<void> {
		if (!(milliseconds >= 0)) throw new RangeError('Time can only be advanced');
		this.advancing = this.advancing.then(async () => await this.advanceNow(milliseconds));
		await this.advancing;
	}

	private async advanceNow(milliseconds: number): Promise<void> {
		const resetsBefore = this.resets;
		const target = this.now().getTime() + milliseconds;
		this.frozenAt = this.now().getTime();
		clearTimeout(this.timer);
		await Promise.all(this.runningJobs);
		for (let due = this.jobs[0]?.due; due !== undefined && due <= target; due = this.jobs[0]?.due) {
			this.frozenAt = Math.max(this.frozenAt, due);
			await Promise.all(this.takeDue(due).map(async (job) => await job.run()));
			if (resetsBefore !== this.resets) return;
		}
		this.frozenAt = undefined;
		this.offset = target - Date.now();
		this.arm();
	}

	private takeDue(instant: number): Job[] {
		const later = this.jobs.findIndex((job) => job.due > instant);
		return this.jobs.splice(0, later < 0 ? this.jobs.length : later);
	}

	private arm(): void {
		clearTimeout(this.timer);
		const first = this.jobs[0];
		if (first === undefined || this.stopped || this.frozenAt !== undefined) return;
		const wait = Math.min(Math.max(first.due - this.now().getTime(), 0), MAX_TIMER_MS);
		this.timer = setTimeout(() => {
			for (const job of this.takeDue(this.now().getTime())) {
				const running = job.run().finally(() => this.runningJobs.delete(running));
				this.runningJobs.add(running);
			}
			this.arm();
		}, wait);
		this.timer.unref();
	}

	/** Drops all jobs and returns to real time. */
	reset(): void {
		clearTimeout(this.timer);
		this.resets++;
		this.frozenAt = undefined;
		this.jobs = [];
		this.offset = 0;
	}

	stop(): void {
		this.reset();
		this.stopped = true;
	}
}
