import { buildPackage, installN8n } from '../../scripts/n8n';
import { generations } from './generations';

/** What has to be there before the first test: the built package, and n8n of each generation. */
export default async function setup(): Promise<void> {
	await buildPackage();
	for (const generation of generations) await installN8n(generation);
}
