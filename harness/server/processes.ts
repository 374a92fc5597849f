import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Ends the Node.js process it is loaded into when the pipe on descriptor 3 is closed. */
export const endWithParent = join(__dirname, 'end-with-parent.cjs');

/** Whether a process with this number runs here. */
export function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

export interface ProcessOptions {
	program: string;
	parameters: readonly string[];
	folder: string;
	environment: NodeJS.ProcessEnv;
	/** What it prints is appended to this file. */
	log: string;
}

/** A program in its own process group, so that the processes it starts end with it. */
export class OwnProcess {
	private readonly child: ChildProcess;

	/** Resolves when it has ended, or could not be started. */
	readonly ended: Promise<void>;

	constructor(private readonly options: ProcessOptions) {
		const log = openSync(options.log, 'a');
		this.child = spawn(options.program, options.parameters, {
			cwd: options.folder,
			env: options.environment,
			// The fourth is the lifeline that end-with-parent.cjs watches.
			stdio: ['ignore', log, log, 'pipe'],
			detached: process.platform !== 'win32',
			windowsHide: true,
		});
		closeSync(log);
		this.ended = new Promise((resolve) => {
			this.child.once('error', () => resolve());
			this.child.once('exit', () => resolve());
		});
	}

	get pid(): number {
		return this.child.pid ?? 0;
	}

	get running(): boolean {
		const { pid, exitCode, signalCode } = this.child;
		return pid !== undefined && exitCode === null && signalCode === null;
	}

	/** Everything it has printed so far. */
	get output(): string {
		return existsSync(this.options.log) ? readFileSync(this.options.log, 'utf8') : '';
	}

	/** Sends it a signal, kills it 15 seconds later if it still runs, and waits for its end. */
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		if (this.running) this.child.kill(signal);
		const late = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
		await this.ended;
		clearTimeout(late);
		this.endGroup();
	}

	/**
	 * Waits until `ready` gives true.
	 *
	 * @throws Error with the last lines of output when the process ends before that, or time runs out
	 */
	async waitUntil(ready: () => Promise<boolean>, timeoutMs: number): Promise<void> {
		const deadline = Date.now() + timeoutMs;
		while (!(await ready().catch(() => false))) {
			if (!this.running) throw new Error(`It ended while starting.\n${this.lastLines()}`);
			if (Date.now() > deadline)
				throw new Error(`It did not start within ${timeoutMs / 1000} s.\n${this.lastLines()}`);
			await pause(200);
		}
	}

	private lastLines(): string {
		return this.output.trimEnd().split('\n').slice(-25).join('\n');
	}

	/** Ends what it left running, e.g. n8n's task runner. */
	private endGroup(): void {
		if (process.platform === 'win32' || this.child.pid === undefined) return;
		try {
			process.kill(-this.child.pid, 'SIGKILL');
		} catch {
			// Nothing was left.
		}
	}
}
