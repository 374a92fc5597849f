// Tests provoke errors on purpose; n8n's engine would print each of them.
process.env.N8N_LOG_LEVEL ??= 'silent';

/** Types are checked by `npm run typecheck`; here each file is only translated, so that tests start fast. */
module.exports = {
	testEnvironment: 'node',
	maxWorkers: '100%',
	// All of the code, so that jest knows which tests a changed file concerns.
	roots: ['bundle', 'credentials', 'harness', 'nodes', 'scripts', 'simulator', 'test'].map(
		(folder) => `<rootDir>/${folder}`,
	),
	modulePathIgnorePatterns: ['<rootDir>/harness/install/[12]/'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/bench/'],
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
};
