import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json';
import { projectFolder } from '../harness/folders';
import type { Packed } from './packing';
import { pack } from './packing';
import { Problem } from '../harness/problem';
import { main as scan } from './scan';

/** What is about to be published. */
export interface Release {
	/** The tag in git, e.g. `v0.1.0`. */
	tag: string;
	/** The version in package.json. */
	version: string;
	/** The built nodes and credentials that package.json names. */
	entries: readonly string[];
	files: Packed['files'];
	/** The text of CHANGELOG.md. */
	changelog: string;
}

/** Besides `dist/`, npm packs these by itself, and `main` is there for n8n. */
const BESIDE_DIST = ['LICENSE.md', 'README.md', 'index.js', 'package.json'];
/** A node contains its libraries, so one of a few kilobytes is empty. */
const MIN_NODE_BYTES = 20_000;
const MIN_CREDENTIAL_BYTES = 500;
/** Unpacked. n8n downloads it at each installation; twice today's size would be a mistake. */
const MAX_PACKAGE_BYTES = 2_000_000;

/**
 * The released versions of a changelog in the format of Keep a Changelog, the newest first.
 */
export function releasesIn(changelog: string): string[] {
	return [...changelog.matchAll(/^## \[(\d\S*)\] - \d{4}-\d{2}-\d{2}$/gm)].map(
		([, version = '']) => version,
	);
}

/** The reasons why a release must not be published, in words. */
export function problemsOf({ tag, version, entries, files, changelog }: Release): string[] {
	const problems: string[] = [];
	if (tag !== `v${version}`) problems.push(`The tag is ${tag}, but the version is ${version}`);
	const [newest = 'none'] = releasesIn(changelog);
	if (newest !== version) {
		problems.push(`The newest version in CHANGELOG.md is ${newest}, not ${version}`);
	}
	for (const entry of entries) {
		const size = files.find(({ path }) => path === entry)?.size ?? 0;
		const smallest = entry.endsWith('.node.js') ? MIN_NODE_BYTES : MIN_CREDENTIAL_BYTES;
		if (size < smallest) problems.push(`${entry} has ${size} bytes: the package was not built`);
	}
	for (const { path, size } of files) {
		const belongs = path.startsWith('dist/') || BESIDE_DIST.includes(path);
		if (!belongs) problems.push(`${path} does not belong in the package`);
		if (size === 0) problems.push(`${path} is empty`);
	}
	const total = files.reduce((sum, { size }) => sum + size, 0);
	if (total > MAX_PACKAGE_BYTES) problems.push(`The package has ${total} bytes`);
	return problems;
}

/** `npm run check-release -- <tag>`: whether what was built may be published under that tag. */
export async function main([tag = '']: readonly string[]): Promise<void> {
	const temporary = mkdtempSync(join(tmpdir(), 'isendpro-release-'));
	try {
		const problems = problemsOf({
			tag,
			version: manifest.version,
			entries: [...manifest.n8n.nodes, ...manifest.n8n.credentials],
			files: pack(temporary).files,
			changelog: readFileSync(join(projectFolder, 'CHANGELOG.md'), 'utf8'),
		});
		if (problems.length > 0) throw new Problem('Not to be published:', problems.join('\n'));
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
	await scan();
}
