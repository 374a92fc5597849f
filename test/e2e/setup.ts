import { buildPackage, installN8n } from '../../scripts/n8n';

/** What has to be there before the first test: the built package, and both pinned n8n. */
export default async function setup(): Promise<void> {
	await buildPackage();
	await installN8n(2);
	await installN8n(1);
}
