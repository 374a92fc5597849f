import { join } from 'node:path';
import { context } from 'esbuild';
import { buildOptions, copyAssets } from '../../bundle/options';
import { packageFolder, placePackage } from '../../harness';

/** Builds the package where n8n looks for it, with source maps. */
export interface DevelopmentBuild {
	/** Puts the package into n8n's user folder. Throws when it cannot be built; esbuild prints why. */
	place: () => Promise<void>;
	/** Builds what has changed. Throws when it cannot be built. */
	rebuild: () => Promise<void>;
	dispose: () => Promise<void>;
}

/** @param folder n8n's user folder */
export async function prepareBuild(folder: string): Promise<DevelopmentBuild> {
	const dist = join(packageFolder(folder), 'dist');
	const bundles = await context(buildOptions(dist, true));
	const rebuild = async () => {
		await copyAssets(dist);
		await bundles.rebuild();
	};
	const place = async () => {
		await placePackage(folder, []);
		await rebuild();
	};
	return { place, rebuild, dispose: async () => await bundles.dispose() };
}
