import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../scripts/lock';

const lock = join(__dirname, '..', '..', 'scripts', 'lock.ts');

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'isendpro-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('The lock of a folder', () => {
	const done = async (): Promise<string> => await Promise.resolve('done');

	it('refuses a second process, and names the first', async () => {
		await withLock(folder, 'npm start', async () => {
			await expect(withLock(folder, 'npm start', done)).rejects.toThrow(
				`npm start is running already (process ${process.pid}).`,
			);
		});
	});

	it('holds for this folder only', async () => {
		await withLock(folder, 'npm start', async () => {
			expect(await withLock(join(folder, 'other'), 'npm start', done)).toBe('done');
		});
	});

	it('is released when the work ends, or fails', async () => {
		const failure = new Error('It failed');
		await expect(
			withLock(folder, 'npm start', async () => await Promise.reject(failure)),
		).rejects.toBe(failure);
		expect(await withLock(folder, 'npm start', done)).toBe('done');
		expect(await withLock(folder, 'npm start', done)).toBe('done');
	});

	it('is taken over from a killed process', async () => {
		const code = `
			const { withLock } = require(${JSON.stringify(lock)});
			void withLock(${JSON.stringify(folder)}, 'npm start', async () => {
				console.log('held');
				await new Promise((resolve) => setTimeout(resolve, 60_000));
			});`;
		const holder = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', code]);
		await once(holder.stdout, 'data');
		await expect(withLock(folder, 'npm start', done)).rejects.toThrow(`process ${holder.pid}`);
		holder.kill('SIGKILL');
		await once(holder, 'exit');

		expect(await withLock(folder, 'npm start', done)).toBe('done');
	});
});
