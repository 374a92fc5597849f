import { account } from './account';
import { api } from './api';
import { blacklist } from './blacklist';
import { campaign } from './campaign';
import { directory } from './directory';
import { phoneNumber } from './phone-number';
import type { OperationRow, ResourceRows } from './row';
import { shortLink } from './short-link';
import { sms } from './sms';
import { subAccount } from './sub-account';

export type { OperationRow } from './row';

const resources: Record<string, ResourceRows> = {
	...{ account, api, blacklist, campaign, directory, phoneNumber, shortLink, sms, subAccount },
};

/** The row of every operation by its name, e.g. `sms:send`. */
export const rows: Record<string, OperationRow> = Object.fromEntries(
	Object.entries(resources).flatMap(([resource, operations]) =>
		Object.entries(operations).map(([operation, row]) => [`${resource}:${operation}`, row]),
	),
);
