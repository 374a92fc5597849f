import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { N8n } from '../../harness';
import { startN8n } from '../../harness';
import { generations } from './generations';
import { placeProbe, readingTests } from './reading/comparison';

/** n8n's engines for expressions: what it does not give in one (`$('a node')` in 1.x's `vm`) counts too. */
const engines = { 1: ['legacy', 'vm'], 2: ['vm', 'quickjs'] };

const setups = generations.flatMap((generation) =>
	engines[generation].map((engine) => ({ generation, engine })),
);

describe.each(setups)(
	'In n8n $generation.x, with its engine $engine,',
	({ generation, engine }) => {
		const probeFolder = mkdtempSync(join(tmpdir(), 'isendpro-probe-'));
		let n8n: N8n;

		beforeAll(async () => {
			const env = { N8N_EXPRESSION_ENGINE: engine, ...(await placeProbe(probeFolder)) };
			n8n = await startN8n({ generation, env });
		});

		afterAll(async () => {
			await n8n?.stop();
			rmSync(probeFolder, { recursive: true });
		});

		readingTests(() => n8n, engine === 'vm' ? 2 : 1);
	},
);
