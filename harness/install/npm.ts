import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { diskFull } from '../folders';
import { Problem } from '../problem';
import { endWithParent } from '../server/processes';

const diskIsFull = /ENOSPC|no space left on device|EDQUOT/i;

const noNetwork =
	/npm error (code (ENOTFOUND|EAI_AGAIN|ECONN|E(NET|HOST)UNREACH|(E|ERR_SOCKET_)TIMED?OUT)|network )/;

const noCompiler = /not found|ENOENT|Could not find any (Python|Visual Studio)|find Python/i;

/** When nothing arrives for this long after the first failure, there is no network. */
const NO_NETWORK_AFTER_MS = 12_000;

const quickly = [
	'--fetch-retries=2',
	'--fetch-retry-mintimeout=2000',
	'--fetch-retry-maxtimeout=8000',
	'--no-audit',
	'--no-fund',
	'--no-update-notifier',
];

/** Where npm lies, to start it as a script: Windows cannot start `npm` itself without a shell. */
function npmScript(): string | undefined {
	const running = process.env.npm_execpath;
	if (running !== undefined && /^npm(-cli)?\.c?js$/.test(basename(running))) return running;
	const beside = dirname(process.execPath);
	return [beside, join(beside, '..', 'lib')]
		.map((folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'))
		.find((file) => existsSync(file));
}

export interface NpmOptions {
	folder: string;
	/** The Node.js to run npm and the packages' own scripts with; this one when not given. */
	node?: string;
	environment?: Record<string, string>;
	/** The phase, for messages. */
	doing: string;
}

/**
 * Runs npm quietly. Without a network it ends within seconds, and with this process in any case.
 *
 * @throws Problem that explains why npm failed
 */
export async function npm(parameters: string[], options: NpmOptions): Promise<void> {
	const { folder, node = process.execPath, environment, doing } = options;
	const script = npmScript();
	const own = script === undefined ? [] : ['--require', endWithParent, script];
	const child = spawn(script === undefined ? 'npm' : node, [...own, ...parameters, ...quickly], {
		cwd: folder,
		env: {
			...process.env,
			PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter),
			...environment,
		},
		shell: script === undefined && process.platform === 'win32',
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	let output = '';
	let hasReceived = false;
	let failingSince: number | undefined;
	let isOffline = false;
	const read = (chunk: Buffer): void => {
		const text = String(chunk);
		output = (output + text).slice(-200_000);
		hasReceived ||= /fetch GET 200(?!.*\(cache hit\))/.test(text);
		if (/attempt \d failed/.test(text)) failingSince ??= Date.now();
		// npm itself tries for minutes, which is right on a busy network.
		isOffline ||=
			!hasReceived && failingSince !== undefined && Date.now() - failingSince > NO_NETWORK_AFTER_MS;
		if (isOffline || diskIsFull.test(text)) child.kill();
	};
	child.stdout?.on('data', read);
	child.stderr?.on('data', read);
	const [code]: unknown[] = await once(child, 'close');
	if (code === 0) return;
	if (diskIsFull.test(output)) throw diskFull(folder);
	if (isOffline || noNetwork.test(output))
		throw new Problem(
			`${doing}: npm could not reach its package registry.`,
			'Check the network (and `npm config get registry`, `npm config get proxy`), then run the ' +
				'same command again: what was downloaded is kept.',
		);
	const said = output.split('\n').filter((line) => /^npm error ./.test(line));
	if (/gyp ERR/.test(output) && noCompiler.test(output))
		throw new Problem(
			`${doing}: its SQLite binding could not be fetched ready-made, and cannot be compiled ` +
				'here: there is no C++ compiler or no Python.',
			'Install them (Debian, Ubuntu: apt-get install build-essential python3; macOS: ' +
				`xcode-select --install), then run the same command again.\n${said.at(-1) ?? ''}`,
		);
	const shown = said.length > 24 ? [...said.slice(0, 12), '…', ...said.slice(-12)] : said;
	throw new Problem(`${doing}: npm failed.`, shown.join('\n'));
}
