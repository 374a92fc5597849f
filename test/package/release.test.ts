import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import type { Release } from '../../scripts/check-release';
import { problemsOf, releasesIn } from '../../scripts/check-release';

const root = path.resolve(__dirname, '../..');
const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
const workflow = readFileSync(path.join(root, '.github/workflows/publish.yml'), 'utf8');

/** A release that nothing is wrong with. */
const good: Release = {
	tag: 'v1.2.0',
	version: '1.2.0',
	entries: ['dist/nodes/A/A.node.js', 'dist/credentials/A.credentials.js'],
	files: [
		{ path: 'README.md', size: 20_000 },
		{ path: 'dist/credentials/A.credentials.js', size: 2_000 },
		{ path: 'dist/nodes/A/A.node.js', size: 300_000 },
	],
	changelog:
		'# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-25\n\n## [1.1.0] - 2026-10-01\n',
};

const withFile = (name: string, size: number): Release => ({
	...good,
	files: [...good.files.filter((file) => file.path !== name), { path: name, size }],
});

describe('A release', () => {
	it('can be published when tag, version, changelog and files agree', () => {
		expect(problemsOf(good)).toEqual([]);
	});

	it.each<[string, Release, string]>([
		['has another tag', { ...good, tag: 'v1.2.1' }, 'The tag is v1.2.1, but the version is 1.2.0'],
		[
			'is not in the changelog yet',
			{ ...good, changelog: good.changelog.replace('[1.2.0] - 2026-11-25', '[1.2.0]') },
			'The newest version in CHANGELOG.md is 1.1.0, not 1.2.0',
		],
		[
			'was not built',
			{ ...good, files: good.files.slice(0, 2) },
			'dist/nodes/A/A.node.js has 0 bytes: the package was not built',
		],
		[
			'has a node that does nothing',
			withFile('dist/nodes/A/A.node.js', 300),
			'dist/nodes/A/A.node.js has 300 bytes: the package was not built',
		],
		['has a stray file', withFile('.env', 10), '.env does not belong in the package'],
		['has an empty file', withFile('dist/icons/a.svg', 0), 'dist/icons/a.svg is empty'],
		['is much too large', withFile('dist/a.js', 2e6), 'The package has 2322000 bytes'],
	])('is refused when it %s', (_, release, problem) => {
		expect(problemsOf(release)).toEqual([problem]);
	});

	it('is checked by the workflow before it is published with provenance', () => {
		const commands = [...workflow.matchAll(/^ {6}- run: (.+)$/gm)].map(([, command]) => command);
		expect(commands.slice(-3)).toEqual([
			'npm run build',
			'npm run check-release -- "$GITHUB_REF_NAME"',
			'npm publish --provenance --access public',
		]);
		expect(workflow).toContain('id-token: write');
	});

	it('pins each action of its workflows to a commit', () => {
		const ci = readFileSync(path.join(root, '.github/workflows/ci.yml'), 'utf8');
		const actions = [...(workflow + ci).matchAll(/uses: (\S+)/g)].map(([, action]) => action);
		expect(actions).toHaveLength(6);
		for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
	});
});

describe('The changelog', () => {
	const headings = [...changelog.matchAll(/^(##+) (.+)$/gm)];

	it('begins with the version of package.json', () => {
		expect(releasesIn(changelog)[0]).toBe(manifest.version);
	});

	it('names versions and kinds of changes as Keep a Changelog does', () => {
		expect(changelog).toMatch(/^# Changelog\n/);
		for (const [, level, words] of headings) {
			expect(words).toMatch(
				level === '##'
					? /^\[(Unreleased|\d+\.\d+\.\d+)\]( - \d{4}-\d{2}-\d{2})?$/
					: /^(Added|Changed|Deprecated|Removed|Fixed|Security)$/,
			);
		}
	});

	it('names each version once, the newest first, with its link', () => {
		const versions = releasesIn(changelog);
		const numbers = versions.map((version) => version.split('.').map(Number));
		const byAge = [...numbers].sort(
			([a = 0, b = 0, c = 0], [d = 0, e = 0, f = 0]) => d - a || e - b || f - c,
		);
		expect(numbers).toEqual(byAge);
		expect(new Set(versions).size).toBe(versions.length);
		for (const version of versions) expect(changelog).toMatch(`\n[${version}]: https://`);
	});
});
