import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports';
import { OwnProcess } from './processes';

/** What n8n needs in queue mode: PostgreSQL and Redis, on loopback, with data of their own. */
export interface QueueServices {
	/** What each of n8n's processes is told. */
	environment: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

const startPatience = 60_000;

/**
 * Starts PostgreSQL and Redis from Debian's packages; installs these first when they are missing and this is root.
 *
 * @throws Error naming what to install otherwise
 */
export async function startQueueServices(logFolder: string): Promise<QueueServices> {
	const { redis, initdb, postgres } = findPrograms();
	// Not in n8n's own folder: another user has to reach it.
	const folder = await mkdtemp(join(tmpdir(), 'isendpro-queue-'));
	chmodSync(folder, 0o755);
	const data = join(folder, 'postgres');
	mkdirSync(data, { mode: 0o700 });
	const user = process.getuid?.() === 0 ? 'postgres' : undefined;
	if (user !== undefined) chownSync(data, userNumber(user, '-u'), userNumber(user, '-g'));

	const running: OwnProcess[] = [];
	const start = async (command: string[], as: string | undefined, port: number): Promise<void> => {
		const [program = '', ...parameters] = endsWithParent(command, as);
		const log = join(logFolder, `${port}.log`);
		const started = new OwnProcess({
			program,
			parameters,
			folder,
			environment: { PATH: process.env.PATH, LC_ALL: 'C' },
			log,
		});
		running.push(started);
		await started.waitUntil(async () => await accepts(port), startPatience);
	};
	const stop = async (): Promise<void> => {
		await Promise.all(running.map(async (each) => await each.stop()));
		await rm(folder, { recursive: true, force: true });
	};

	try {
		const setup = [initdb, '-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
		const [program = '', ...parameters] = endsWithParent(setup, user);
		execFileSync(program, parameters, { cwd: folder, stdio: 'pipe' });
		const databasePort = await freePort();
		const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
		await start(
			[postgres, '-D', data, '-p', String(databasePort), ...settings.flatMap((s) => ['-c', s])],
			user,
			databasePort,
		);
		const redisPort = await freePort();
		const redisSettings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
		await start([redis, '--port', String(redisPort), ...redisSettings], undefined, redisPort);
		return {
			environment: {
				EXECUTIONS_MODE: 'queue',
				N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
				QUEUE_BULL_REDIS_HOST: '127.0.0.1',
				QUEUE_BULL_REDIS_PORT: String(redisPort),
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: String(databasePort),
				DB_POSTGRESDB_DATABASE: 'postgres',
				DB_POSTGRESDB_USER: 'n8n',
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Has the kernel end a program when this process is gone, and changes to its user (PostgreSQL refuses to run as root). */
function endsWithParent(command: string[], user: string | undefined): string[] {
	const as = user === undefined ? [] : [`--reuid=${user}`, `--regid=${user}`, '--init-groups'];
	// SIGTERM has Redis save nothing; PostgreSQL waits for its clients with it, which end as well.
	return ['setpriv', ...as, '--pdeathsig=TERM', ...command];
}

function findPrograms(): { redis: string; initdb: string; postgres: string } {
	if (!existsSync(redisProgram) || postgresFolder() === undefined) installPackages();
	const folder = postgresFolder();
	if (folder === undefined || !existsSync(redisProgram))
		throw new Error('Queue mode needs postgresql and redis-server: apt-get install both.');
	return {
		redis: redisProgram,
		initdb: join(folder, 'initdb'),
		postgres: join(folder, 'postgres'),
	};
}

const redisProgram = '/usr/bin/redis-server';

/** The newest PostgreSQL that Debian's package has put on this machine. */
function postgresFolder(): string | undefined {
	const all = '/usr/lib/postgresql';
	const versions = existsSync(all) ? readdirSync(all) : [];
	return versions
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(all, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'postgres')));
}

function installPackages(): void {
	if (process.getuid?.() !== 0) return;
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	for (const parameters of [
		['update', '-qq'],
		['install', '-y', '-qq', '--no-install-recommends', 'postgresql', 'redis-server'],
	])
		spawnSync('apt-get', parameters, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}

function userNumber(user: string, which: '-u' | '-g'): number {
	return Number(execFileSync('id', [which, user], { encoding: 'utf8' }));
}

async function accepts(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port });
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
