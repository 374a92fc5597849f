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

/** Outside of `dist/`, npm packs these of itself, and `main` is there for n8n. */
const BESIDE_DIST = ['LICENSE.md', 'README.md', 'index.js', 'package.json'];
/** A node brings what it needs with it, so one of a few kilobytes is an empty one. */
const SMALLEST_NODE = 20_000;
const SMALLEST_CREDENTIAL = 500;
/** Bytes unpacked. n8n downloads it at each installation; twice of what it is would be a mistake. */
const LARGEST_PACKAGE = 2_000_000;

/**
 * The versions of a changelog in the format of Keep a Changelog, the newest first. What is not released yet is
 * none.
 */
export function releasesIn(changelog: string): string[] {
	return [...changelog.matchAll(/^## \[(\d\S*)\] - \d{4}-\d{2}-\d{2}$/gm)].map(
		([, version = '']) => version,
	);
}

/** Why a release must not be published, in words; nothing if it may. */
export function problemsOf({ tag, version, entries, files, changelog }: Release): string[] {
	const problems: string[] = [];
	if (tag !== `v${version}`) problems.push(`The tag is ${tag}, but the version is ${version}`);
	const [newest = 'none'] = releasesIn(changelog);
	if (newest !== version) {
		problems.push(`The newest version in CHANGELOG.md is ${newest}, not ${version}`);
	}
	for (const entry of entries) {
		const size = files.find(({ path }) => path === entry)?.size ?? 0;
		const smallest = entry.endsWith('.node.js') ? SMALLEST_NODE : SMALLEST_CREDENTIAL;
		if (size < smallest) problems.push(`${entry} has ${size} bytes: the package was not built`);
	}
	for (const { path, size } of files) {
		const belongs = path.startsWith('dist/') || BESIDE_DIST.includes(path);
		if (!belongs) problems.push(`${path} does not belong into the package`);
		if (size === 0) problems.push(`${path} is empty`);
	}
	const total = files.reduce((sum, { size }) => sum + size, 0);
	if (total > LARGEST_PACKAGE) problems.push(`The package has ${total} bytes`);
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
