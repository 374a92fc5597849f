const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, 'test', 'e2e');

/** Files that read which generations of n8n they are for: their tests run in 1.x beside 2.x. */
const [split, whole] = [true, false].map((wanted) =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.e2e.ts'))
		.map((name) => join(folder, name))
		.filter(
			(file) => /N8N_GENERATIONS|\.\/generations'/.test(readFileSync(file, 'utf8')) === wanted,
		),
);

const project = (displayName, generations, testMatch) => ({
	displayName,
	roots: [folder],
	testMatch,
	globals: { generations },
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
	globalSetup: '<rootDir>/test/e2e/setup.ts',
	setupFiles: ['<rootDir>/test/e2e/choose-generations.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/e2e/retry.ts'],
});

const { N8N_VERSION } = process.env;
// Another n8n than the pinned ones is tried alone.
if (N8N_VERSION) process.env.N8N_GENERATIONS = N8N_VERSION.split('.', 1)[0];

const chosen = (process.env.N8N_GENERATIONS ?? '1,2').split(',');

/** Tests against real n8n servers: slow. Two run at a time; with more, n8n answers too late on two cores. */
module.exports = {
	maxWorkers: 2,
	testTimeout: 300_000,
	testSequencer: '<rootDir>/test/e2e/longest-first.cjs',
	projects: [
		...chosen.map((generation) => project(`${generation}.x`, generation, split)),
		project('n8n', chosen.join(), whole),
	].filter(({ testMatch }) => testMatch.length > 0),
};
