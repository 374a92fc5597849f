import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { N8nApi } from './harness/api';
import {
	endWithParent,
	installation,
	projectFolder,
	type Generation,
} from './harness/installation';
import { placePackage } from './harness/package';
import { freePort } from './harness/ports';
import { OwnProcess } from './harness/processes';
import { startQueueServices } from './harness/queue-services';

export { N8nAnswerError, N8nApi, owner } from './harness/api';
export type { Credential, ExecutionSummary, Workflow, WorkflowDefinition } from './harness/api';
export { itemsOf, runsOf, type Execution } from './harness/executions';
export { freePort } from './harness/ports';

/** What one of n8n's processes does; only `main` runs outside queue mode. */
export type Role = 'main' | 'worker' | 'webhook';

export interface N8nOptions {
	/** n8n 1.x or 2.x; 2 when not given. */
	generation?: Generation;
	/** Environment variables for n8n, on top of the harness's own. */
	env?: Record<string, string>;
	/** PostgreSQL, Redis, and n8n as three processes: main, worker and webhook. */
	queue?: boolean;
	/** The built package to load; this checkout's when not given. */
	package?: string;
	/** n8n's user folder, kept afterwards; a new one, removed afterwards, when not given. */
	folder?: string;
	/** The port of the main process; a free one when not given. */
	port?: number;
}

/** A running n8n, on loopback only. */
export interface N8n {
	/** Address of the main process: editor, REST interface, test webhooks. */
	readonly url: string;
	/** Address of production webhooks: the webhook process in queue mode, else the main process. */
	readonly webhookUrl: string;
	/** The REST interface, logged in as the owner. */
	readonly api: N8nApi;
	/** n8n's user folder. */
	readonly folder: string;
	/** The SQLite file; in queue mode a connection address of PostgreSQL. */
	readonly database: string;
	/**
	 * Waits until a production webhook is served, without calling it: in queue mode that is up to a second after the workflow was
	 * activated. `path` is what follows `/webhook/`.
	 */
	waitForWebhook(path: string): Promise<void>;
	/** Everything that n8n's processes have printed, or one of them. */
	logs(role?: Role): string;
	/** Kills n8n (all its processes, or one) without a chance to clean up, and waits until it has ended. */
	kill(signal?: NodeJS.Signals, role?: Role): Promise<void>;
	/** Ends what is running, all processes or one, and starts it again: same folder, ports and database. */
	restart(role?: Role): Promise<void>;
	/** The number of a process, for measuring it; the main process's when no role is given. */
	pid(role?: Role): number;
	/** Resolves when the main process has ended, whatever ended it. */
	ended(): Promise<void>;
	/** Ends everything that was started, and removes the folder unless it was given. */
	stop(): Promise<void>;
}

const startPatience = 180_000;

/**
 * Starts the pinned n8n with the package loaded and the owner's account made. Ends with this process, however that ends.
 *
 * @throws Error with n8n's last lines when it does not start
 */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const installed = await installation(options.generation ?? 2);
	const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'isendpro-n8n-')));
	mkdirSync(folder, { recursive: true });
	await placePackage(folder, options.package ?? projectFolder);
	const services = options.queue === true ? await startQueueServices(folder) : undefined;

	const roles: Role[] = services === undefined ? ['main'] : ['main', 'worker', 'webhook'];
	const ports = new Map<Role, number>();
	for (const role of roles) ports.set(role, await freePort());
	if (options.port !== undefined) ports.set('main', options.port);
	const address = (role: Role): string => `http://127.0.0.1:${ports.get(role)}`;
	const url = address('main');
	const webhookUrl = address(services === undefined ? 'main' : 'webhook');

	const processes = new Map<Role, OwnProcess>();
	const logFile = (role: Role): string => join(folder, `n8n-${role}.log`);
	await Promise.all(roles.map(async (role) => await rm(logFile(role), { force: true })));
	const startProcess = async (role: Role): Promise<void> => {
		const port = ports.get(role) ?? 0;
		const environment = {
			...inheritedEnvironment(installed.node),
			...quietEnvironment(folder, port, await freePort()),
			WEBHOOK_URL: webhookUrl,
			...services?.environment,
			...options.env,
		};
		const command = role === 'main' ? 'start' : role;
		const started = new OwnProcess({
			program: installed.node,
			parameters: ['--require', endWithParent, installed.program, command],
			folder,
			environment,
			log: logFile(role),
		});
		processes.set(role, started);
		await started.waitUntil(async () => {
			if (role === 'main') return await answers(url);
			if (role === 'webhook' && !(await hasWebhooks(address(role)))) return false;
			return await isHealthy(address(role));
		}, startPatience);
	};
	const endAll = async (): Promise<void> => {
		await Promise.all([...processes.values()].map(async (each) => await each.stop()));
	};
	const startAll = async (): Promise<void> => {
		try {
			// One after the other: the main process makes the database's tables.
			for (const role of roles) if (processes.get(role)?.running !== true) await startProcess(role);
		} catch (error) {
			await endAll();
			throw error;
		}
	};
	const stop = async (): Promise<void> => {
		await endAll();
		await services?.stop();
		if (options.folder === undefined)
			await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};

	const api = new N8nApi(url);
	try {
		await startAll();
		await api.logIn();
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		url,
		webhookUrl,
		api,
		folder,
		database: services?.database ?? join(folder, '.n8n', 'database.sqlite'),
		waitForWebhook: async (path) => {
			const served = async (): Promise<boolean> => await isServed(`${webhookUrl}/webhook/${path}`);
			for (const deadline = Date.now() + 30_000; !(await served()); await pause(100))
				if (Date.now() > deadline) throw new Error(`n8n does not serve the webhook ${path}`);
		},
		logs: (role) =>
			(role === undefined ? roles : [role]).map((r) => processes.get(r)?.output ?? '').join('\n'),
		kill: async (signal = 'SIGKILL', role) => {
			const chosen = role === undefined ? roles : [role];
			await Promise.all(chosen.map(async (r) => await processes.get(r)?.kill(signal)));
		},
		restart: async (role) => {
			await (role === undefined ? endAll() : processes.get(role)?.stop());
			await startAll();
		},
		pid: (role = 'main') => processes.get(role)?.pid ?? 0,
		ended: async () => await processes.get('main')?.ended,
		stop,
	};
}

/** This process's environment without settings of another n8n or of npm. */
function inheritedEnvironment(node: string): NodeJS.ProcessEnv {
	const foreign = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|npm_|JEST_|NODE_OPTIONS$|NODE_ENV$)/i;
	const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	const path = [dirname(node), process.env.PATH ?? ''].join(delimiter);
	return { ...Object.fromEntries(own), PATH: path };
}

/** n8n on loopback, asking nothing of the outside. */
function quietEnvironment(folder: string, port: number, brokerPort: number): NodeJS.ProcessEnv {
	return {
		N8N_USER_FOLDER: folder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		DB_TYPE: 'sqlite',
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
}

async function answers(url: string): Promise<boolean> {
	const response = await fetch(`${url}/rest/settings`);
	const type = response.headers.get('content-type') ?? '';
	await response.text();
	return response.ok && type.includes('json');
}

/** n8n tells a browser which methods a webhook takes before the browser calls it. */
async function isServed(webhook: string): Promise<boolean> {
	const headers = { origin: new URL(webhook).origin };
	const response = await fetch(webhook, { method: 'OPTIONS', headers });
	await response.text();
	return /GET|POST/.test(response.headers.get('access-control-allow-methods') ?? '');
}

/** n8n says that it is healthy before it has any webhook; once it has, it answers for unknown ones in JSON. */
async function hasWebhooks(url: string): Promise<boolean> {
	const response = await fetch(`${url}/webhook/unknown`);
	await response.text();
	return response.headers.get('content-type')?.includes('json') ?? false;
}

async function isHealthy(url: string): Promise<boolean> {
	const response = await fetch(`${url}/healthz/readiness`);
	await response.text();
	return response.ok;
}
