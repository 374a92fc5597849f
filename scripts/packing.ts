import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../harness/folders';

/** The package as `npm publish` would send it. */
export interface Packed {
	/** Where it was unpacked. */
	folder: string;
	/** Paths from that folder, with `/`; sizes in bytes. */
	files: ReadonlyArray<{ path: string; size: number }>;
}

/**
 * Packs the package as `npm publish` would, and unpacks it.
 * @param folder an empty one
 */
export function pack(folder: string): Packed {
	const [{ filename, files }]: [{ filename: string; files: Packed['files'] }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
			cwd: projectFolder,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
			shell: process.platform === 'win32',
		}),
	);
	execFileSync('tar', ['-xzf', filename], { cwd: folder });
	return { folder: join(folder, 'package'), files };
}
