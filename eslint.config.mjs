import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import typescript from '@typescript-eslint/eslint-plugin';
import parser from '@typescript-eslint/parser';
import { defineConfig, globalIgnores } from 'eslint/config';

export default defineConfig(
	globalIgnores(['dist/', 'coverage/']),
	{
		name: 'The rules of n8n’s official scanner, none added, none off',
		files: ['package.json', 'nodes/**', 'credentials/**'],
		extends: [await buildScanConfig()],
	},
	{
		name: 'What only types can tell',
		files: ['**/*.ts'],
		languageOptions: { parser, parserOptions: { projectService: true } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { '@typescript-eslint': typescript },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/return-await': ['error', 'always'],
		},
	},
);
