import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';

const root = path.resolve(__dirname, '../..');

/** The built files that n8n loads, as they will be published. */
function bundles(): string[] {
	return [...manifest.n8n.nodes, ...manifest.n8n.credentials];
}

describe('the package', () => {
	beforeAll(() => {
		execFileSync(process.execPath, ['node_modules/gulp/bin/gulp.js', 'build'], { cwd: root });
	}, 60_000);

	const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

	it('has no dependencies of its own', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.keywords).toContain('n8n-community-node-package');
	});

	it('asks for nothing but what n8n offers every package', () => {
		const modules = bundles().flatMap((file) =>
			[...read(file).matchAll(/\brequire\("([^".][^"]*)"\)/g)].map(([, module]) => module),
		);
		expect([...new Set(modules)].sort()).toEqual(['crypto', 'n8n-workflow']);
	});

	it('keeps the bundles of both nodes under 600 KB together', () => {
		const bytes = manifest.n8n.nodes.map((file) => Buffer.byteLength(read(file)));
		expect(bytes).toHaveLength(2);
		expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(600_000);
	});

	it('names the licences of what is bundled', () => {
		const notices = read('dist/THIRD_PARTY_NOTICES.md');
		for (const library of ['fast-xml-parser', 'iconv-lite', 'libphonenumber-js', 'papaparse']) {
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
			expect(codex.node).toMatch(/^n8n-nodes-isendpro\.iSendPro(Trigger)?$/);
		}
		expect(read('dist/icons/isendpro.svg')).toContain('<svg');
	});

	it('publishes what was built, its licence and its readme, and nothing else', () => {
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

	it('records in its lock file no address that packages were fetched from', () => {
		expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
	});
});
