import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';

const root = path.resolve(__dirname, '../..');

/** The built files that n8n loads, as they will be published. */
function bundles(): string[] {
	return [...manifest.n8n.nodes, ...manifest.n8n.credentials];
}

const libraries = 'dist/nodes/ISendPro/libraries';

describe('The package', () => {
	beforeAll(() => {
		execFileSync(process.execPath, ['node_modules/gulp/bin/gulp.js', 'build'], { cwd: root });
	}, 60_000);

	/** What the nodes share. */
	const libraryFiles = () =>
		readdirSync(path.join(root, libraries)).map((file) => `${libraries}/${file}`);

	const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

	it('has no dependencies', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.keywords).toContain('n8n-community-node-package');
	});

	it('requires only what n8n offers every package', () => {
		const modules = [...bundles(), ...libraryFiles()].flatMap((file) =>
			[...read(file).matchAll(/\brequire\("([^".][^"]*)"\)/g)].map(([, module]) => module),
		);
		expect([...new Set(modules)].sort()).toEqual(['crypto', 'n8n-workflow']);
	});

	it('keeps the nodes and their libraries under 1,250 KB together', () => {
		expect(manifest.n8n.nodes).toHaveLength(3);
		const files = [...manifest.n8n.nodes, ...libraryFiles()];
		const bytes = files.map((file) => Buffer.byteLength(read(file)));
		expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(1_250_000);
	});

	it('loads no library until a node needs it', () => {
		const script = `
			for (const file of ${JSON.stringify(manifest.n8n.nodes)}) {
				const [Node] = Object.values(require('./' + file));
				new Node();
			}
			console.log(JSON.stringify(Object.keys(require.cache)));`;
		const printed = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
		const loaded: string[] = JSON.parse(printed);
		expect(loaded).toEqual(
			expect.arrayContaining(manifest.n8n.nodes.map((file) => path.join(root, file))),
		);
		const folder = path.join(root, libraries);
		expect(loaded.filter((file) => file.startsWith(folder))).toEqual([]);
	});

	it('names the licences of what is bundled', () => {
		const notices = read('dist/THIRD_PARTY_NOTICES.md');
		for (const library of [
			'@socialgouv/jours-feries',
			'fast-xml-parser',
			'fflate',
			'iconv-lite',
			'libphonenumber-js',
			'luxon',
			'papaparse',
		]) {
			expect(notices).toContain(`## ${library} `);
		}
	});

	it('can be loaded by n8n, icons and codex included', () => {
		for (const file of bundles()) {
			const [exported] = Object.values(require(path.join(root, file)) as Record<string, unknown>);
			expect(exported).toBeInstanceOf(Function);
		}
		for (const file of manifest.n8n.nodes) {
			const codex = JSON.parse(read(file.replace(/\.js$/, '.json'))) as { node: string };
			expect(codex.node).toMatch(/^n8n-nodes-isendpro\.iSendPro((?:Polling)?Trigger)?$/);
		}
		expect(read('dist/icons/isendpro.svg')).toContain('<svg');
	});

	it('publishes only the build, its licence and its readme', () => {
		const [{ files }] = JSON.parse(
			execFileSync('npm', ['pack', '--dry-run', '--json'], {
				cwd: root,
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'ignore'],
				shell: process.platform === 'win32',
			}),
		) as [{ files: Array<{ path: string }> }];
		const outside = files.map((file) => file.path).filter((file) => !file.startsWith('dist/'));
		expect(outside.sort()).toEqual(['LICENSE.md', 'README.md', 'index.js', 'package.json']);
	});

	it('has no download addresses in its lock file', () => {
		expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
	});
});
