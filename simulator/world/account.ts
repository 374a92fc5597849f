import { randomBytes } from 'node:crypto';
import { METROPOLITAN_FRANCE } from '../manual/numbers';
import type { Account, AccountSettings } from '../types';

/** The account of the manual's examples: 108.16 € are 2704 SMS [3.1]. */
export const EXAMPLE_ACCOUNT: AccountSettings = {
	keyId: 'a296464ce012b8ab710a',
	allowedIps: 'any',
	credit: 108.16,
	prices: { [METROPOLITAN_FRANCE]: 0.04 },
	defaultPrice: 0.08,
	allowedCallingCodes: 'any',
	senders: 'any',
	noStopAllowed: false,
	quietHours: false,
	hlrAllowed: true,
	hlrCredit: 10_000,
	textEncoding: 'iso-8859-15',
};

/** A new account without contacts, blacklist and report. */
export function createAccount(settings: Partial<AccountSettings>): Account {
	return {
		...EXAMPLE_ACCOUNT,
		prices: { ...EXAMPLE_ACCOUNT.prices },
		...settings,
		blacklist: new Set(),
		directories: [],
		reportRows: [],
	};
}

/** A sub-account [3.17.1]: no credit, the rules of its parent, the STOP mention mandatory. */
export function createSubAccount(parent: Account, subAccount: Account['subAccount']): Account {
	return {
		...createAccount({
			...parent,
			keyId: randomBytes(10).toString('hex'),
			credit: 0,
			hlrCredit: 0,
			prices: {},
			noStopAllowed: false,
		}),
		subAccount,
	};
}

/**
 * Euros for one part to a country; a sub-account without its own price pays the main account's.
 */
export function partPriceOf(account: Account, callingCode: string, main: Account): number {
	return account.prices[callingCode] ?? main.prices[callingCode] ?? main.defaultPrice;
}

/** Adds euros to a credit, to a hundredth of a cent. */
export function addEuros(credit: number, amount: number): number {
	return Math.round((credit + amount) * 10_000) / 10_000;
}

/** `108.16`: at least two decimals, as the manual writes amounts. */
export function writeEuros(amount: number): string {
	return amount.toFixed(4).replace(/0{1,2}$/, '');
}
