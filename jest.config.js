// Tests provoke errors on purpose; n8n's engine would print each of them.
process.env.N8N_LOG_LEVEL ??= 'silent';

/** Type errors are found by `npm run typecheck`; here each file is only translated, so that tests start fast. */
module.exports = {
	testEnvironment: 'node',
	maxWorkers: '100%',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/bench/'],
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
};
