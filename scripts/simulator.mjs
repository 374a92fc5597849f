/** `npm run simulator`: bundles the simulator, as its sources are TypeScript, and runs it. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${root}/node_modules/.cache/isendpro/simulator.cjs`;

await build({
	entryPoints: [`${root}/simulator/main.ts`],
	outfile,
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	logLevel: 'warning',
});
createRequire(import.meta.url)(outfile);
