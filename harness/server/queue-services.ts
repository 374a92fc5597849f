import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports';
import { OwnProcess } from './processes';

/** What n8n needs in queue mode: PostgreSQL and Redis, on loopback, with temporary data. */
export interface QueueServices {
	/** For each of n8n's processes. */
	environment: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;

/** The user that PostgreSQL runs as: it refuses to run as root. */
const user = process.getuid?.() === 0 ? 'postgres' : undefined;

/**
 * Starts PostgreSQL and Redis from Debian's packages; as root, installs what is missing first.
 *
 * @throws Error naming what to install otherwise
 */
export async function startQueueServices(logFolder: string): Promise<QueueServices> {
	const { redis, initdb, postgres } = findPrograms() ?? installPrograms();
	// Not in n8n's own folder: another user has to reach it.
	const folder = await mkdtemp(join(tmpdir(), 'isendpro-queue-'));
	chmodSync(folder, 0o755);
	const data = join(folder, 'postgres');
	const running: OwnProcess[] = [];
	const start = async (command: string[], port: number): Promise<void> => {
		const [program = '', ...parameters] = command;
		const started = new OwnProcess({
			program,
			parameters,
			folder,
			environment: { PATH: process.env.PATH, LC_ALL: 'C' },
			log: join(logFolder, `${port}.log`),
		});
		running.push(started);
		await started.waitUntil(async () => await accepts(port), START_TIMEOUT_MS);
	};
	const stop = async (): Promise<void> => {
		await Promise.all(running.map(async (each) => await each.stop()));
		await rm(folder, { recursive: true, force: true });
	};

	try {
		const owner = user === undefined ? [] : ['--owner', user];
		execFileSync('install', ['--directory', '--mode=700', ...owner, data]);
		const setup = [initdb, '-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
		const [program = '', ...parameters] = endsWithParent(setup, user);
		execFileSync(program, parameters, { cwd: folder, stdio: 'pipe' });
		const databasePort = String(await freePort());
		const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
		const database = ['-D', data, '-p', databasePort, ...settings.flatMap((s) => ['-c', s])];
		await start(endsWithParent([postgres, ...database], user), Number(databasePort));
		const redisPort = String(await freePort());
		const queue = ['--port', redisPort, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
		await start(endsWithParent([redis, ...queue]), Number(redisPort));
		return {
			environment: {
				EXECUTIONS_MODE: 'queue',
				N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
				QUEUE_BULL_REDIS_HOST: '127.0.0.1',
				QUEUE_BULL_REDIS_PORT: redisPort,
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: databasePort,
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

/** Has the kernel end a program when this process ends, and changes to another user. */
function endsWithParent(command: string[], as?: string): string[] {
	const change = as === undefined ? [] : [`--reuid=${as}`, `--regid=${as}`, '--init-groups'];
	// SIGTERM has Redis save nothing; PostgreSQL waits for its clients with it, which end as well.
	return ['setpriv', ...change, '--pdeathsig=TERM', ...command];
}

interface Programs {
	redis: string;
	initdb: string;
	postgres: string;
}

/** Where Debian's packages put them, PostgreSQL in its newest version; undefined when they are missing. */
function findPrograms(): Programs | undefined {
	const redis = '/usr/bin/redis-server';
	const all = '/usr/lib/postgresql';
	const versions = existsSync(all) ? readdirSync(all) : [];
	return versions
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(all, version, 'bin'))
		.map((bin) => ({ redis, initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }))
		.find((programs) => Object.values(programs).every((file) => existsSync(file)));
}

function installPrograms(): Programs {
	const install = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends';
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	if (user !== undefined)
		execFileSync('sh', ['-c', `${install} postgresql redis-server`], { env, stdio: 'pipe' });
	const programs = findPrograms();
	if (programs === undefined)
		throw new Error('Queue mode needs postgresql and redis-server: apt-get install both.');
	return programs;
}

/** True when a program listens on a port. Throws when none does. */
async function accepts(port: number): Promise<boolean> {
	const socket = connect({ host: '127.0.0.1', port });
	try {
		await once(socket, 'connect');
		return true;
	} finally {
		socket.destroy();
	}
}
