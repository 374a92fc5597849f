import type { Clock } from '../types';

interface Job {
	due: number;
	run: () => Promise<void>;
}

const MAX_TIMER_MS = 60_000;

/** Simulated time, and what is to happen at which time. */
export class SimulatedClock implements Clock {
	private offset = 0;
	/** While time is moved on by hand it stands still at each job. */
	private standing?: number;
	private jobs: Job[] = [];
	private timer?: NodeJS.Timeout;
	private stopped = false;
	/** Goes up when everything is forgotten, so that moving on ends there. */
	private beginnings = 0;
	/** What was started by real time and has not ended. */
	private readonly underWay = new Set<Promise<void>>();
	private advancing: Promise<void> = Promise.resolve();

	now(): Date {
		return new Date(this.standing ?? Date.now() + this.offset);
	}

	set(time: Date | string): void {
		const instant = new Date(time).getTime();
		if (Number.isNaN(instant)) throw new RangeError(`Not a time: ${String(time)}`);
		this.offset = instant - Date.now();
		this.arm();
	}

	/** Runs something at a simulated time, or soon when that time is over. */
	schedule(due: Date, run: () => Promise<void>): void {
		if (this.stopped) return;
		const at = due.getTime();
		let place = this.jobs.length;
		while (place > 0 && (this.jobs[place - 1]?.due ?? 0) > at) place--;
		this.jobs.splice(place, 0, { due: at, run });
		this.arm();
	}

	/** Whether something is due within a second. */
	isBusy(): boolean {
		const first = this.jobs[0];
		return first !== undefined && first.due <= this.now().getTime() + 1_000;
	}

	async advance(milliseconds: number): Promise<void> {
		if (!(milliseconds >= 0)) throw new RangeError('Time can only be moved on');
		this.advancing = this.advancing.then(async () => await this.moveOn(milliseconds));
		await this.advancing;
	}

	private async moveOn(milliseconds: number): Promise<void> {
		const beginning = this.beginnings;
		const target = this.now().getTime() + milliseconds;
		this.standing = this.now().getTime();
		clearTimeout(this.timer);
		await Promise.all(this.underWay);
		for (let due = this.jobs[0]?.due; due !== undefined && due <= target; due = this.jobs[0]?.due) {
			this.standing = Math.max(this.standing, due);
			await Promise.all(this.takeDue(due).map(async (job) => await job.run()));
			if (beginning !== this.beginnings) return;
		}
		this.standing = undefined;
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
		if (first === undefined || this.stopped || this.standing !== undefined) return;
		const wait = Math.min(Math.max(first.due - this.now().getTime(), 0), MAX_TIMER_MS);
		this.timer = setTimeout(() => {
			for (const job of this.takeDue(this.now().getTime())) {
				const running = job.run().finally(() => this.underWay.delete(running));
				this.underWay.add(running);
			}
			this.arm();
		}, wait);
		this.timer.unref();
	}

	/** Forgets everything that was to happen and returns to real time. */
	clear(): void {
		clearTimeout(this.timer);
		this.beginnings++;
		this.standing = undefined;
		this.jobs = [];
		this.offset = 0;
	}

	stop(): void {
		this.clear();
		this.stopped = true;
	}
}
