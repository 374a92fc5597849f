/**
 * `node scripts/install-n8n.mjs 2`: installs the pinned n8n of a generation (1 or 2) unless it is there, and prints where it lies, as JSON.
 */
import { installN8n } from './setup/n8n.mjs';
import { Problem, reportFailure } from './setup/problem.mjs';

try {
	const [generation] = process.argv.slice(2);
	if (generation !== '1' && generation !== '2')
		throw new Problem('Which generation of n8n?', 'node scripts/install-n8n.mjs 1|2');
	console.log(JSON.stringify(await installN8n(generation === '1' ? 1 : 2)));
} catch (error) {
	reportFailure(error);
}
