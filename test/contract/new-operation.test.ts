import { execFile, execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scripts } from '../../package.json';
import { readPage } from '../package/pages';
import type { Edit } from './new-operation';
import { edits, generated } from './new-operation';

const project = join(__dirname, '../..');

/** The tests that every operation has to pass, and those that concern the throw-away one. */
const TESTS = [
	...['operations', 'saved-names', 'schemas', 'words'].map((name) => `contract/${name}`),
	...['package/pages', 'package/languages', 'actions/every-operation/'],
];
const CONCERNED = 'account:getCredit|^The (?:operations|output|names)|README';

/** A copy of the project, as it is. Git's index there tells what the edits change. */
let copy: string;

/** Without what a hook of Git sets: that is about the project itself. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^GIT_/.test(name)));

const git = (...parameters: string[]) =>
	execFileSync('git', parameters, { cwd: copy, env, encoding: 'utf8', stdio: 'pipe' });

beforeAll(() => {
	copy = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'new-operation-')));
	const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
	const files = execFileSync('git', list, { cwd: project, encoding: 'utf8' }).split('\0');
	for (const file of new Set(files)) {
		const from = join(project, file);
		if (file && fs.existsSync(from)) fs.cpSync(from, join(copy, file));
	}
	fs.symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
	git('init', '-q');
	fs.appendFileSync(join(copy, '.git/info/exclude'), 'node_modules\n.jest\n');
	git('add', '-A');
}, 60_000);

afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

afterEach(() => {
	git('checkout-index', '--all', '--force');
	git('clean', '-qfd');
}, 60_000);

function write({ file, replace, text }: Edit): void {
	const path = join(copy, file);
	const before = replace === undefined ? '' : fs.readFileSync(path, 'utf8');
	if (replace !== undefined && !before.includes(replace))
		throw new Error(`${file} lacks ${replace}`);
	fs.mkdirSync(dirname(path), { recursive: true });
	fs.writeFileSync(path, replace === undefined ? text : before.replace(replace, () => text));
}

/** Runs Node.js in the copy; gives what it printed, and whether it succeeded. */
async function run(...parameters: string[]): Promise<{ succeeds: boolean; output: string }> {
	return await new Promise((resolve) => {
		execFile(process.execPath, parameters, { cwd: copy, env }, (error, stdout, stderr) => {
			resolve({ succeeds: error === null, output: stdout + stderr });
		});
	});
}

/** `npm run generate`, without a look at what is installed: it would install into the symlink. */
async function generate() {
	const script = scripts.generate.replace('node scripts/run.mjs ', '');
	return await run('--require', 'tsx/cjs', '--eval', `require('./${script}').main()`);
}

async function test(...files: string[]) {
	const selection = ['-i', '--cacheDirectory=.jest', '-t', CONCERNED, ...files];
	return await run('node_modules/jest/bin/jest.js', ...selection);
}

const passed = { succeeds: true, output: expect.any(String) as unknown };

describe('A new operation', () => {
	it('takes the edits that CONTRIBUTING.md lists, in files named like those of getBalance', () => {
		const section = readPage('CONTRIBUTING.md').find(
			({ title }) => title === 'Adding an operation',
		);
		const points = [...(section?.text.matchAll(/^\d+\. `([^`]+)`/gm) ?? [])].map(
			([, file]) => file,
		);
		expect(points).toEqual(edits.map(({ file }) => file.replace('credit', 'balance')));
	});

	it('passes every check after these edits and npm run generate, and no other file changes', async () => {
		edits.forEach(write);
		expect(await generate()).toEqual(passed);
		const [types, tests] = await Promise.all([
			run('node_modules/typescript/bin/tsc'),
			test(...TESTS),
		]);
		expect(types).toEqual(passed);
		expect(tests).toEqual(passed);
		expect(tests.output).toMatch(/Tests: .* [1-9]\d{2,} passed/);
		const changed = git('ls-files', '--modified', '--others', '--exclude-standard');
		expect(changed.trimEnd().split('\n').sort()).toEqual(
			[...edits.map(({ file }) => file), ...generated].sort(),
		);
	}, 240_000);

	const held = edits.flatMap(({ file, missed }) => (missed ? [{ file, ...missed }] : []));

	it.each(held)(
		'fails loudly in $by without the edit of $file',
		async ({ file, by, says }) => {
			edits.filter((edit) => edit.file !== file).forEach(write);
			const written = await generate();
			expect(written.succeeds).toBe(by !== 'generate');
			const { succeeds, output } = written.succeeds ? await test(by) : written;
			expect(succeeds).toBe(false);
			expect(output).toContain(says);
		},
		120_000,
	);
});
