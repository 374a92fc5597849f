import { cpSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { projectFolder } from '../../harness/folders';

/**
 * Copies the project into a new temporary folder, for commands that change or build it: the other
 * tests read the built package meanwhile.
 *
 * @returns `folder`, which the caller removes, and `project` in it, without what is large or made from it
 */
export function copyProject(): { folder: string; project: string } {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'isendpro-copy-')));
	const project = join(folder, 'project');
	const left = new Set(['.git', 'dist', 'node_modules']);
	cpSync(projectFolder, project, {
		recursive: true,
		filter: (file) => !left.has(relative(projectFolder, file).split(sep)[0] ?? ''),
	});
	symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'));
	return { folder, project };
}
