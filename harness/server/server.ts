import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { N8nApi } from '../rest/api';
import { inheritedEnvironment, quietEnvironment } from './environment';
import type { Generation, Installation } from '../install/installation';
import { installN8n } from '../install/installation';
import { placePackage } from './package';
import { freePort } from './ports';
import { endWithParent, OwnProcess } from './processes';
import type { QueueServices } from './queue-services';
import { startQueueServices } from './queue-services';
import type { Role } from './readiness';
import { isReady, isServed } from './readiness';

export interface N8nOptions {
	/** n8n 1.x or 2.x; 2 when not given. */
	generation?: Generation;
	/** An installed n8n, instead of the pinned one. */
	installed?: Installation;
	/** More environment variables for n8n. */
	env?: Record<string, string>;
	/** PostgreSQL, Redis, and n8n as three processes: main, worker and webhook. */
	queue?: boolean;
	/**
	 * Without the package, for tests that have n8n install it. In queue mode each process has its own
	 * user folder, as on its own machine.
	 */
	bare?: boolean;
	/** Puts the package into n8n's user folder; the built one when not given. */
	place?: (folder: string) => Promise<void>;
	/** Options of the Node.js that the main process runs on, e.g. `--inspect`. */
	nodeOptions?: readonly string[];
	/** n8n's user folder, kept afterwards; a new one, removed afterwards, when not given. */
	folder?: string;
	/** The port of the main process; a free one when 0 or not given. */
	port?: number;
}

const START_TIMEOUT_MS = 180_000;

/**
 * Starts an n8n with the package loaded and the owner's account created. It ends with this process,
 * even when that is killed.
 *
 * @throws Error with n8n's last lines when it does not start
 */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const installed = options.installed ?? (await installN8n(options.generation ?? 2));
	const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'isendpro-n8n-')));
	if (options.bare !== true) await (options.place ?? placePackage)(folder);
	const services = options.queue === true ? await startQueueServices(folder) : undefined;
	const roles: Role[] = services === undefined ? ['main'] : ['main', 'worker', 'webhook'];
	const ports = new Map<Role, number>();
	for (const role of roles) ports.set(role, await freePort());
	if (options.port) ports.set('main', options.port);
	const n8n = new N8n(folder, ports, installed, services, options);
	try {
		await n8n.restart();
		await n8n.api.logIn();
	} catch (error) {
		await n8n.stop();
		throw error;
	}
	return n8n;
}

/** A running n8n, on loopback only. */
export class N8n {
	/** Address of the main process: editor, REST interface, test webhooks. */
	readonly url: string;

	/** Address of production webhooks: the webhook process in queue mode, else the main process. */
	readonly webhookUrl: string;

	/** The REST interface, logged in as the owner. */
	readonly api: N8nApi;

	private readonly processes = new Map<Role, OwnProcess>();

	constructor(
		/** n8n's user folder. */
		readonly folder: string,
		private readonly ports: ReadonlyMap<Role, number>,
		private readonly installed: Installation,
		private readonly services: QueueServices | undefined,
		private readonly options: N8nOptions,
	) {
		this.url = this.address('main');
		this.webhookUrl = this.address(services === undefined ? 'main' : 'webhook');
		this.api = new N8nApi(this.url);
	}

	/** n8n's version. */
	get version(): string {
		return this.installed.version;
	}

	/**
	 * Waits until a production webhook is served, without calling it: in queue mode that is up to a
	 * second after the workflow was activated. `path` is what follows `/webhook/`.
	 */
	async waitForWebhook(path: string): Promise<void> {
		const webhook = `${this.webhookUrl}/webhook/${path}`;
		for (const deadline = Date.now() + 30_000; !(await isServed(webhook)); await pause(100))
			if (Date.now() > deadline) throw new Error(`n8n does not serve the webhook ${path}`);
	}

	/** Everything that n8n's processes have printed, or one of them. */
	logs(role?: Role): string {
		return this.chosen(role)
			.map(({ output }) => output)
			.join('\n');
	}

	/** Kills n8n, all its processes or one, so that it cannot clean up, and waits for its end. */
	async kill(role?: Role): Promise<void> {
		await this.end(role, 'SIGKILL');
	}

	/** Restarts all processes or one, with the same folder, ports and database. */
	async restart(role?: Role): Promise<void> {
		await this.end(role);
		try {
			// The main process creates the database's tables, so it starts first.
			await this.startUnlessRunning('main');
			const all = [...this.ports.keys()];
			await Promise.all(all.map(async (role) => await this.startUnlessRunning(role)));
		} catch (error) {
			await this.end();
			throw error;
		}
	}

	/** n8n's user folder, as that process sees it. */
	folderOf(role: Role): string {
		const apart = this.options.bare === true && role !== 'main';
		return apart ? join(this.folder, role) : this.folder;
	}

	/** The number of the main process. */
	pid(): number {
		return this.processes.get('main')?.pid ?? 0;
	}

	/** Resolves when the main process has ended. */
	async ended(): Promise<void> {
		await this.processes.get('main')?.ended;
	}

	/** Ends all processes, and removes the folder unless it was given. */
	async stop(): Promise<void> {
		await this.end();
		await this.services?.stop();
		if (this.options.folder === undefined)
			await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}

	private address(role: Role): string {
		return `http://127.0.0.1:${this.ports.get(role)}`;
	}

	private chosen(role?: Role): OwnProcess[] {
		return [...this.processes].flatMap(([each, process]) =>
			role === undefined || each === role ? [process] : [],
		);
	}

	private async end(role?: Role, signal?: NodeJS.Signals): Promise<void> {
		await Promise.all(this.chosen(role).map(async (each) => await each.stop(signal)));
	}

	private async startUnlessRunning(role: Role): Promise<void> {
		if (this.processes.get(role)?.running !== true) await this.start(role);
	}

	private async start(role: Role): Promise<void> {
		const { node, program } = this.installed;
		const log = join(this.folder, `n8n-${role}.log`);
		if (!this.processes.has(role)) await rm(log, { force: true });
		const isMain = role === 'main';
		const nodeOptions = [
			'--require',
			endWithParent,
			...(isMain ? (this.options.nodeOptions ?? []) : []),
		];
		const started = new OwnProcess({
			program: node,
			parameters: [...nodeOptions, program, isMain ? 'start' : role],
			folder: this.folder,
			environment: {
				...inheritedEnvironment(node),
				...quietEnvironment(this.folderOf(role), this.ports.get(role) ?? 0, await freePort()),
				WEBHOOK_URL: this.webhookUrl,
				...this.services?.environment,
				...this.options.env,
			},
			log,
		});
		this.processes.set(role, started);
		await started.waitUntil(async () => await isReady(this.address(role), role), START_TIMEOUT_MS);
	}
}
