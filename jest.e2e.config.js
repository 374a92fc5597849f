const { N8N_VERSION } = process.env;
// Another n8n than the pinned ones is tried alone; test files read which generations they are for.
if (N8N_VERSION) process.env.N8N_GENERATIONS = N8N_VERSION.split('.', 1)[0];

/** Tests against real n8n servers: slow, one after the other. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['**/*.e2e.ts'],
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
	globalSetup: '<rootDir>/test/e2e/setup.ts',
	setupFilesAfterEnv: ['<rootDir>/test/e2e/retry.ts'],
	maxWorkers: 1,
	testTimeout: 300_000,
};
