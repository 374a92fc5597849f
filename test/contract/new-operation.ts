/** A file that somebody writes or changes by hand to add an operation. */
export interface Edit {
	/** From the project's folder. */
	file: string;
	/** Text of the file, and what takes its place; without it, `text` is a new file. */
	replace?: string;
	text: string;
	/** The check that fails where the edit is left out, and what it says. Nothing holds what has none. */
	missed?: { by: string; says: string };
}

/** A throw-away operation, `account: getCredit`: the edits that CONTRIBUTING.md lists, in its order. */
export const edits: readonly Edit[] = [
	{
		file: 'nodes/ISendPro/api/requests/credit.ts',
		text: `import type { Account } from '../wire/account';
import { RequestFailed, failureWithout } from '../wire/failure';

/**
 * Reads the credit in euros [3.1].
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function readCredit(account: Account): Promise<number> {
	const { fields } = await account.ask([['credit', '1']]);
	if (!/^\\d+(?:\\.\\d+)?$/.test(fields.credit ?? ''))
		throw new RequestFailed(failureWithout('the credit', fields));
	return Number(fields.credit);
}
`,
		missed: { by: 'generate', says: "Cannot find module '../../api/requests/credit'" },
	},
	{
		file: 'nodes/ISendPro/actions/account/get-credit.operation.ts',
		text: `import { readCredit } from '../../api/requests/credit';
import { defineOperation } from '../../engine/operation';

export const getCredit = defineOperation({
	option: {
		name: 'Get Credit',
		value: 'getCredit',
		action: 'Get the credit of the account',
		description: 'Get the credit that is left',
	},
	fields: [
		{
			displayName: 'Unit',
			name: 'unit',
			type: 'options',
			options: [
				{ name: 'Cents', value: 'cents' },
				{ name: 'Euros', value: 'euros' },
			],
			default: 'euros',
			description: 'The unit of the credit',
		},
	],
	idempotent: true,

	prepare: ({ unit }) => [{ duplicateKey: unit, request: unit }],

	async execute(account, [unit]) {
		const euros = await readCredit(account);
		return [{ credit: unit === 'cents' ? Math.round(euros * 100) : euros, unit }];
	},
});
`,
		missed: { by: 'generate', says: "Cannot find module './get-credit.operation'" },
	},
	{
		file: 'nodes/ISendPro/actions/account/index.ts',
		replace: `getBalance } from './get-balance.operation';

export const account: Resource = {
	option: { name: 'Account', value: 'account' },
	operations: [getBalance],`,
		text: `getBalance } from './get-balance.operation';
import { getCredit } from './get-credit.operation';

export const account: Resource = {
	option: { name: 'Account', value: 'account' },
	operations: [getBalance, getCredit],`,
		missed: { by: 'contract/operations', says: 'get-credit.operation.ts' },
	},
	{
		file: 'test/operations/account.ts',
		replace: `ResourceRows = {
`,
		text: `ResourceRows = {
	/** [3.1] */
	getCredit: {
		fields: { unit: oneOf('cents', 'euros') },
		parameters: { unit: '={{ $json.unit }}' },
		items: [{ unit: 'cents' }, { unit: 'euros' }],
		exchanges: [
			{ request: 'credit=1', answer: manualAnswer('balance-credit') },
			{ request: 'credit=1', answer: manualAnswer('balance-credit') },
		],
		output: [
			{ credit: 10816, unit: 'cents' },
			{ credit: 108.16, unit: 'euros' },
		],
		manyItems: { count: 100, item: () => ({ unit: 'euros' }), requestCount: 1 },
		invalidItem: { unit: 'SMS' },
	},
`,
		missed: { by: 'contract/operations', says: 'account:getCredit' },
	},
	{
		file: 'README.md',
		replace: '| Account | Get Balance |',
		text: '| Account | Get Balance, Get Credit |',
		missed: { by: 'package/pages', says: 'Account: Get Credit' },
	},
	{
		file: 'docs/README.fr.md',
		replace: '| Account | Get Balance |',
		text: '| Account | Get Balance, Get Credit |',
		missed: { by: 'package/languages', says: 'Get Credit' },
	},
	{
		file: 'CHANGELOG.md',
		replace: '## [Unreleased]\n',
		text: '## [Unreleased]\n\n### Added\n\n- Account: Get Credit.\n',
	},
];

/** What `npm run generate` then writes. */
export const generated = [
	'nodes/ISendPro/__schema__/v1.0.0/account/getCredit.json',
	'test/contract/saved-names.txt',
	'test/contract/saved-workflows.json',
];
