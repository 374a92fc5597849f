/** Tests against real n8n servers: slow, one after the other. `npm run e2e` installs those servers first. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['**/*.e2e.ts'],
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
	setupFilesAfterEnv: ['<rootDir>/test/e2e/harness/retry.ts'],
	maxWorkers: 1,
	testTimeout: 300_000,
};
