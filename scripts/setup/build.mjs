import { join } from 'node:path';
import { projectFolder } from './folders.mjs';
import { withLock } from './lock.mjs';
import { Problem } from './problem.mjs';
import { withProgress } from './progress.mjs';
import { runTool } from './run.mjs';

/** Builds the package into dist/, as `npm run build` does. */
export async function buildPackage() {
	await withLock(join(projectFolder, '.cache', 'building'), async () => {
		await withProgress('Building the package', async () => {
			const { code, output } = await runTool('node_modules/gulp/bin/gulp.js', ['build'], {
				quiet: true,
			});
			if (code !== 0) throw new Problem(`The build failed.\n\n${output.trimEnd()}`, '');
		});
	});
}
