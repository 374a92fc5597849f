import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const setup = join(__dirname, '..', '..', 'scripts', 'setup');

/** The scripts are ES modules, which run in a Node.js of their own here. */
function programText(module: string, code: string): string[] {
	const address = JSON.stringify(join(setup, module));
	return ['--input-type=module', '-e', `import * as subject from ${address};\n${code}`];
}

async function run(module: string, code: string): Promise<string> {
	const { stdout } = await promisify(execFile)(process.execPath, programText(module, code));
	return stdout.trim();
}

describe('the lock that keeps two runs apart', () => {
	let folder: string;
	let lock: string;
	let log: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'isendpro-lock-'));
		lock = join(folder, 'one.lock');
		log = join(folder, 'log');
	});

	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const work = (name: string): string => `
		import { appendFileSync } from 'node:fs';
		await subject.withLock(${JSON.stringify(lock)}, async () => {
			appendFileSync(${JSON.stringify(log)}, '${name} begins\\n');
			await new Promise((resolve) => setTimeout(resolve, 120));
			appendFileSync(${JSON.stringify(log)}, '${name} ends\\n');
		});`;

	it('lets several processes work one after the other', async () => {
		await Promise.all(['A', 'B', 'C', 'D'].map(async (name) => await run('lock.mjs', work(name))));

		const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
		expect(lines).toHaveLength(8);
		for (let index = 0; index < lines.length; index += 2)
			expect(lines[index + 1]).toBe(lines[index]?.replace('begins', 'ends'));
		expect(existsSync(lock)).toBe(false);
	});

	it('is taken over from a process that was killed', async () => {
		const holder = spawn(
			process.execPath,
			programText(
				'lock.mjs',
				`await subject.withLock(${JSON.stringify(lock)}, async () => {
					console.log('held');
					await new Promise((resolve) => setTimeout(resolve, 60_000));
				});`,
			),
		);
		await new Promise((resolve) => holder.stdout.once('data', resolve));
		holder.kill('SIGKILL');
		await new Promise((resolve) => holder.once('exit', resolve));
		expect(existsSync(lock)).toBe(true);

		await run('lock.mjs', work('A'));

		expect(readFileSync(log, 'utf8')).toBe('A begins\nA ends\n');
	});

	it('names the process that holds it', async () => {
		const held = { pid: process.pid, host: hostname(), token: 'x' };
		writeFileSync(lock, JSON.stringify(held));

		const said = await run(
			'lock.mjs',
			`await subject.withLock(${JSON.stringify(lock)}, async () => {}, (holder) => {
				throw new Error('held by ' + holder);
			}).catch((error) => console.log(error.message));`,
		);

		expect(said).toBe(`held by ${process.pid}`);
	});
});

describe('whether the development tools are installed', () => {
	const wanted = {
		packages: {
			'': { version: '0.1.0' },
			'node_modules/a': { version: '1.0.0' },
			'node_modules/for-another-system': { version: '2.0.0', optional: true },
		},
	};

	it.each([
		['nothing was installed', undefined, false],
		['all of it was', { packages: { 'node_modules/a': { version: '1.0.0' } } }, true],
		['another version was', { packages: { 'node_modules/a': { version: '1.0.1' } } }, false],
		['a package is missing', { packages: {} }, false],
	])('is known when %s', async (_, installed, answer) => {
		const said = await run(
			'dependencies.mjs',
			`console.log(subject.isInstalled(${JSON.stringify(wanted)}, ${JSON.stringify(installed)}))`,
		);
		expect(said).toBe(String(answer));
	});
});
