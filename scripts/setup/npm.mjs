import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { diskFull, projectFolder } from './folders.mjs';
import { Problem } from './problem.mjs';

const endWithParent = join(projectFolder, 'scripts', 'setup', 'end-with-parent.cjs');

const diskIsFull = /ENOSPC|no space left on device|EDQUOT/i;

const noNetwork =
	/npm error (code (ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)|network )/;

const noCompiler = /not found|ENOENT|Could not find any (Python|Visual Studio)|find Python/i;

/** Milliseconds in which nothing but failures means that there is no network. */
const patience = 12_000;

/** How to start npm: as a script where it is known to lie, since Windows cannot start `npm` itself without a shell. */
function npmScript() {
	const running = process.env.npm_execpath;
	if (running !== undefined && /^npm(-cli)?\.c?js$/.test(basename(running))) return running;
	const beside = dirname(process.execPath);
	return [
		join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
		join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
	].find((file) => existsSync(file));
}

/**
 * Runs npm quietly and explains its failure. Its retries are shortened: without a network it should say so within seconds.
 *
 * @param {string[]} parameters
 * @param {{ folder: string, node?: string, environment?: Record<string, string>, doing: string }} options
 * `node`: the Node.js to run npm and the packages' own scripts with. `doing`: the phase, for messages
 * @returns {Promise<void>}
 */
export async function npm(parameters, { folder, node = process.execPath, environment, doing }) {
	const script = npmScript();
	const retries = [
		'--fetch-retries=2',
		'--fetch-retry-mintimeout=2000',
		'--fetch-retry-maxtimeout=8000',
	];
	const all = [...parameters, ...retries, '--no-audit', '--no-fund', '--no-update-notifier'];
	const path = [dirname(node), process.env.PATH ?? ''].join(delimiter);
	const command = script === undefined ? ['npm'] : [node, '--require', endWithParent, script];
	const [program = '', ...before] = command;
	const child = spawn(program, [...before, ...all], {
		cwd: folder,
		env: { ...process.env, PATH: path, ...environment },
		shell: script === undefined && process.platform === 'win32',
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	let output = '';
	/** Since when every request has failed. @type {number | undefined} */
	let failingSince;
	let hopeless = false;
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk) => {
			output = (output + chunk).slice(-200_000);
			for (const [attempt] of String(chunk).matchAll(/fetch GET 200|attempt \d failed/g))
				failingSince = attempt === 'fetch GET 200' ? undefined : (failingSince ?? Date.now());
			hopeless = failingSince !== undefined && Date.now() - failingSince > patience;
			// npm itself would go on for minutes.
			if (hopeless || diskIsFull.test(String(chunk))) child.kill();
		});
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code === 0) return;
	if (diskIsFull.test(output)) throw diskFull(folder);
	if (hopeless || noNetwork.test(output)) throw networkProblem(doing);
	throw explain(output, doing);
}

/** @param {string} doing */
function networkProblem(doing) {
	return new Problem(
		`${doing}: npm could not reach its package registry.`,
		'Check the network (and `npm config get registry`, `npm config get proxy`), then run the same ' +
			'command again: what was downloaded is kept.',
	);
}

/** @param {string} output @param {string} doing */
function explain(output, doing) {
	const said = output.split('\n').filter((line) => /^npm error ./.test(line));
	const shown = said.length > 24 ? [...said.slice(0, 12), '…', ...said.slice(-12)] : said;
	const words = shown.join('\n');
	if (/gyp ERR/.test(output) && noCompiler.test(output))
		return new Problem(
			`${doing}: its SQLite binding could not be fetched ready-made, and cannot be compiled here: there is no C++ compiler or no Python.`,
			'Install them (Debian, Ubuntu: apt-get install build-essential python3; macOS: ' +
				`xcode-select --install), then run the same command again.\n${said.at(-1) ?? ''}`,
		);
	return new Problem(`${doing}: npm failed.`, words);
}
