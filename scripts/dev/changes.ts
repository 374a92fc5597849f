import type { FSWatcher } from 'node:fs';
import { readdirSync, watch } from 'node:fs';
import { join, relative } from 'node:path';

/** What a saved file asks for. */
export type Change =
	/** Build the package, and have n8n load its nodes again. */
	| 'package'
	/** Start all of it again, by hand: n8n and the build read package.json only once. */
	| 'manifest'
	/** Restart the simulator. */
	| 'simulator';

const changes = new Map<string, Change>([
	['credentials', 'package'],
	['icons', 'package'],
	['nodes', 'package'],
	['simulator', 'simulator'],
]);

/** Editors save several files at once, and write some of them in several steps. */
const QUIET_MS = 50;

/** What saving a file asks for; undefined when nothing. `file` is a path from the project's folder. */
export function changeOf(file: string): Change | undefined {
	const [folder = '', ...rest] = file.split(/[\\/]/);
	if (rest.length === 0) return folder === 'package.json' ? 'manifest' : undefined;
	// Editors put files of their own beside the saved one.
	return /^[^.].*\.(ts|js|json|svg|css|html)$/.test(rest.at(-1) ?? '')
		? changes.get(folder)
		: undefined;
}

/**
 * Calls `apply` with what was saved since its last call, one call after the other.
 *
 * @returns what ends it
 */
export function watchProject(
	project: string,
	apply: (changes: ReadonlySet<Change>) => Promise<void>,
): () => void {
	const watchers = new Map<string, FSWatcher>();
	let saved = new Set<Change>();
	let timer: NodeJS.Timeout | undefined;
	let work = Promise.resolve();
	const note = (file: string) => {
		const change = changeOf(file);
		if (change !== undefined) saved.add(change);
		clearTimeout(timer);
		timer = setTimeout(flush, QUIET_MS);
	};
	// Node.js 20 on Linux, watching recursively, loses a file that is replaced, as many editors save.
	const watchFolders = () => {
		for (const folder of ['', ...[...changes.keys()].flatMap((top) => foldersIn(project, top))])
			if (!watchers.has(folder))
				watchers.set(
					folder,
					watch(join(project, folder), (_, name) => note(join(folder, name ?? ''))),
				);
	};
	const flush = () => {
		watchFolders();
		const now = saved;
		saved = new Set();
		if (now.size > 0) work = work.then(async () => await apply(now));
	};
	watchFolders();
	return () => {
		clearTimeout(timer);
		for (const watcher of watchers.values()) watcher.close();
	};
}

/** A folder and all folders in it, from the project's folder. */
function foldersIn(project: string, folder: string): string[] {
	const inside = readdirSync(join(project, folder), { recursive: true, withFileTypes: true });
	return [
		folder,
		...inside
			.filter((entry) => entry.isDirectory())
			.map((entry) => relative(project, join(entry.parentPath, entry.name))),
	];
}
