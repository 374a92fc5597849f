import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';

/** The rules of n8n's official scanner, none added, none off, so that the editor shows what it will say. */
export default [
	{ ignores: ['dist/', 'node_modules/', 'coverage/'] },
	...(await buildScanConfig()),
	{ files: ['**/*.ts'], linterOptions: { reportUnusedDisableDirectives: 'error' } },
];
