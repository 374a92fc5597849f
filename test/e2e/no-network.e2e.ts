import { execFile } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../harness';
import { copyProject } from './project-copy';

const start = ['scripts/run.mjs', 'scripts/start/main.ts', '--check'];

describe('Installing n8n without a network', () => {
	it('fails within a minute with advice, and keeps only the downloads', async () => {
		const { folder, project } = copyProject();
		const cache = join(folder, 'cache');
		const environment = {
			...process.env,
			// An n8n there would be used.
			PATH: '',
			ISENDPRO_CACHE: cache,
			npm_config_registry: `http://127.0.0.1:${await freePort()}/`,
		};
		const begun = Date.now();

		const failure: unknown = await promisify(execFile)(process.execPath, start, {
			cwd: project,
			env: environment,
		}).catch((error: unknown) => error);

		const left = readdirSync(cache);
		rmSync(folder, { recursive: true, force: true });
		expect(failure).toMatchObject({
			code: 1,
			stdout: '',
			stderr: expect.stringMatching(
				/npm could not reach its package registry\.\nCheck the network .* run the same command again/,
			),
		});
		expect(left).toEqual(['downloads']);
		expect(Date.now() - begun).toBeLessThan(60_000);
	});
});
