import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findN8n } from '../../harness';
import pinned from '../../harness/install/2/package.json';

const oldest = pinned.dependencies.n8n;
const [major = 0, minor = 0] = oldest.split('.').map(Number);

describe('An n8n of this machine', () => {
	const environment = { ...process.env };
	let folder: string;

	beforeEach(() => {
		folder = realpathSync(mkdtempSync(join(tmpdir(), 'isendpro-present-')));
	});

	afterEach(() => {
		process.env = { ...environment };
		rmSync(folder, { recursive: true });
	});

	/** Installs one as npm does for all users, and gives its script; its command comes into PATH. */
	function install(version: string, node = '>=20.0.0', name = 'n8n'): string {
		const modules = join(folder, 'lib', 'node_modules');
		const program = join(modules, 'n8n', 'bin', 'n8n');
		const bin = join(folder, 'bin');
		for (const each of [dirname(program), bin]) mkdirSync(each, { recursive: true });
		writeFileSync(program, '');
		const manifest = { name, version, engines: { node } };
		writeFileSync(join(modules, 'n8n', 'package.json'), JSON.stringify(manifest));
		const semver = dirname(require.resolve('semver/package.json'));
		symlinkSync(semver, join(modules, 'semver'));
		mkdirSync(join(modules, 'sqlite3'));
		writeFileSync(join(modules, 'sqlite3', 'index.js'), '');
		symlinkSync(program, join(bin, 'n8n'));
		process.env.PATH = [join(folder, 'empty'), bin].join(delimiter);
		return program;
	}

	it.each([oldest, `${major}.${minor + 9}.0`])('is used when it is compatible: %s', (version) => {
		const program = install(version);
		expect(findN8n()).toEqual({
			version,
			folder: dirname(dirname(program)),
			node: process.execPath,
			program,
		});
	});

	it.each([
		['it is older than the pinned one', `${major}.${minor - 1}.9`, '>=20.0.0', 'n8n'],
		['it is of another generation', `${major + 1}.0.0`, '>=20.0.0', 'n8n'],
		['this Node.js cannot run it', oldest, '>=99.0.0', 'n8n'],
		['it is something else of that name', oldest, '>=20.0.0', 'other'],
	])('is ignored when %s, and refused when it is named', (_, version, node, name) => {
		install(version, node, name);
		expect(findN8n()).toBeUndefined();
		const command = join(folder, 'bin', 'n8n');
		expect(() => findN8n(command)).toThrow(`${command} is not the command of a compatible n8n.`);
	});

	it('is ignored when its command is not a script of an npm package', () => {
		writeFileSync(join(folder, 'n8n'), '#!/bin/sh\n');
		process.env.PATH = folder;
		expect(findN8n()).toBeUndefined();
	});

	it.each([
		['a folder of that name', (other: string) => mkdirSync(join(other, 'n8n'))],
		['what a version manager puts there', (other: string) => writeFileSync(join(other, 'n8n'), '')],
	])('is found behind %s in PATH', (_, put) => {
		const program = install(oldest);
		const other = join(folder, 'other');
		mkdirSync(other);
		put(other);
		process.env.PATH = [other, process.env.PATH].join(delimiter);
		expect(findN8n()?.program).toBe(program);
	});

	it('is ignored when its SQLite cannot be loaded', () => {
		const program = install(oldest);
		const sqlite = join(folder, 'lib', 'node_modules', 'sqlite3', 'index.js');
		writeFileSync(sqlite, "throw new Error('built for another Node.js');");
		expect(findN8n()).toBeUndefined();
		expect(() => findN8n(program)).toThrow('is not the command of a compatible n8n.');
	});

	it('is ignored when the pinned one is named', () => {
		install(oldest);
		expect(findN8n('pinned')).toBeUndefined();
	});

	it('is used when it is named, in PATH or not', () => {
		const program = install(oldest);
		process.env.PATH = '';
		expect(findN8n()).toBeUndefined();
		expect(findN8n(join(folder, 'bin', 'n8n'))?.program).toBe(program);
	});

	it('is refused when its command does not exist', () => {
		expect(() => findN8n(join(folder, 'n8n'))).toThrow('is not the command of a compatible n8n');
	});
});
