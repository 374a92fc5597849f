const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, 'test', 'e2e');

/** Files whose tests run in 1.x beside 2.x: they read `generations`. */
const perGeneration = [
	'agent-tool',
	'credential',
	'examples',
	'install',
	'lists',
	'once',
	'operations',
	'polling',
	'reading',
	'second-tries',
	'send',
	'send-queue',
	'trigger',
	'trigger-access',
	'trigger-burst',
	'wait',
	'wait-address',
	'wait-browser',
];

/** Files that run once, in 2.x or in the generations that they choose themselves. */
const once = ['agent-review', 'demonstration', 'dev', 'editor', 'no-network', 'soak'];

const declared = [...perGeneration, ...once].sort().join();
const found = readdirSync(folder)
	.filter((name) => name.endsWith('.e2e.ts'))
	.map((name) => name.slice(0, -'.e2e.ts'.length))
	.sort()
	.join();
if (found !== declared)
	throw new Error(
		`jest.e2e.config.js has to name each file of test/e2e in one of its two lists.\n` +
			`It names ${declared}\nThere are ${found}`,
	);

const filesOf = (names) => names.map((name) => join(folder, `${name}.e2e.ts`));

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
// An n8n other than the pinned ones runs alone.
if (N8N_VERSION) process.env.N8N_GENERATIONS = N8N_VERSION.split('.', 1)[0];

const chosen = (process.env.N8N_GENERATIONS ?? '1,2').split(',');

/** Tests against real n8n servers: slow. Two run at a time; with more, n8n answers too late on two cores. */
module.exports = {
	maxWorkers: 2,
	testTimeout: 300_000,
	testSequencer: '<rootDir>/test/e2e/longest-first.cjs',
	projects: [
		...chosen.map((generation) => project(`${generation}.x`, generation, filesOf(perGeneration))),
		project('n8n', chosen.join(), filesOf(once)),
	],
};
