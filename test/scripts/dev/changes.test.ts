import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../../scripts/dev/changes';
import { changeOf, watchProject } from '../../../scripts/dev/changes';

describe('A saved file', () => {
	it.each([
		['nodes/ISendPro/ISendPro.node.ts', 'package'],
		['nodes/ISendPro/ISendPro.node.json', 'package'],
		['credentials\\ISendProApi.credentials.ts', 'package'],
		['icons/isendpro.svg', 'package'],
		['simulator/control/page/page.css', 'simulator'],
		['package.json', 'manifest'],
	])('at %s asks for the %s', (file, change) => {
		expect(changeOf(file)).toBe(change);
	});

	it.each([
		'README.md',
		'package-lock.json',
		'test/operations.ts',
		'nodes/ISendPro/.ISendPro.node.ts.swp',
		'nodes/ISendPro/.#ISendPro.node.ts',
		'nodes/ISendPro/ISendPro.node.ts~',
		'nodes/ISendPro/4913',
		'nodes/ISendPro',
	])('at %s asks for nothing', (file) => {
		expect(changeOf(file)).toBeUndefined();
	});
});

describe('Watching a project', () => {
	let project: string;
	let stop: () => void;
	let applied: Change[][];
	/** Resolves at the next call. */
	let next: () => Promise<Change[]>;

	beforeEach(() => {
		project = mkdtempSync(join(tmpdir(), 'isendpro-changes-'));
		for (const folder of ['credentials', 'icons', 'nodes/ISendPro', 'simulator'])
			mkdirSync(join(project, folder), { recursive: true });
		applied = [];
		let told = () => {};
		stop = watchProject(project, async (changes) => {
			applied.push([...changes].sort());
			told();
			await Promise.resolve();
		});
		next = async () => {
			await new Promise<void>((resolve) => (told = resolve));
			return applied.at(-1) ?? [];
		};
	});

	afterEach(() => {
		stop();
		rmSync(project, { recursive: true });
	});

	const save = (file: string) => writeFileSync(join(project, file), String(Math.random()));

	it('tells of a file that is written, and of the same file when it is replaced', async () => {
		save('nodes/ISendPro/a.ts');
		expect(await next()).toEqual(['package']);
		for (let times = 0; times < 2; times++) {
			save('new');
			renameSync(join(project, 'new'), join(project, 'nodes/ISendPro/a.ts'));
			expect(await next()).toEqual(['package']);
		}
	});

	it('tells once of files that are saved together', async () => {
		save('nodes/ISendPro/a.ts');
		save('nodes/ISendPro/b.ts');
		save('simulator/c.ts');
		expect(await next()).toEqual(['package', 'simulator']);
		expect(applied).toHaveLength(1);
	});

	it('follows a folder that is new', async () => {
		mkdirSync(join(project, 'nodes/ISendPro/api'));
		// Long enough for the folder to be noticed.
		await new Promise((resolve) => setTimeout(resolve, 300));
		save('nodes/ISendPro/api/a.ts');
		expect(await next()).toEqual(['package']);
	});
});
