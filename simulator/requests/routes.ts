import { Refusal } from '../manual/codes';
import type { RequestKind } from '../types';
import { balance } from './balance';
import { blacklistAdd, blacklistDownload, blacklistRemove } from './blacklist';
import type { Handler } from './call';
import { count } from './count';
import { directoryAdd, directoryCreate, directoryRemove } from './directory';
import { report } from './report';
import { send } from './send';
import { sendToDirectory } from './send-to-directory';
import { shortLink } from './short-link';
import { subAccount } from './sub-account';
import { verify } from './verify';

/** How a request is recognized, and what handles it. */
export interface Route {
	kind: RequestKind;
	/** The argument that identifies the request, and its value where it matters. */
	argument: string;
	value?: string;
	handle: Handler;
}

const unknown: Route = {
	kind: 'unknown',
	argument: '',
	handle: () => {
		throw new Refusal(240);
	},
};

/** The first route that matches the arguments of a request applies. */
export const routes: readonly Route[] = [
	{ kind: 'directoryCreate', argument: 'repertoireEdit', value: 'create', handle: directoryCreate },
	{ kind: 'directoryAdd', argument: 'repertoireEdit', value: 'add', handle: directoryAdd },
	{ kind: 'directoryRemove', argument: 'repertoireEdit', value: 'del', handle: directoryRemove },
	{ ...unknown, argument: 'repertoireEdit' },
	{ kind: 'subAccount', argument: 'subAccountEdit', handle: subAccount },
	{ kind: 'report', argument: 'rapportCampagne', value: '1', handle: report },
	{ kind: 'verify', argument: 'getHLR', value: '1', handle: verify },
	{ kind: 'blacklistAdd', argument: 'setlisteNoire', value: '1', handle: blacklistAdd },
	{ kind: 'blacklistRemove', argument: 'delListeNoire', value: '1', handle: blacklistRemove },
	{ kind: 'blacklistDownload', argument: 'getListeNoire', value: '1', handle: blacklistDownload },
	{ kind: 'shortLink', argument: 'shortlink', handle: shortLink },
	{ kind: 'count', argument: 'comptage', value: '1', handle: count },
	{ kind: 'sendToDirectory', argument: 'repertoireId', handle: sendToDirectory },
	{ kind: 'send', argument: 'sms', handle: send },
	{ kind: 'send', argument: 'sms1', handle: send },
	{ kind: 'send', argument: 'num', handle: send },
	{ kind: 'send', argument: 'num1', handle: send },
	{ kind: 'balance', argument: 'credit', handle: balance },
];

/** The route of a request; one that refuses with 240 when none matches. */
export function findRoute(values: ReadonlyMap<string, string>): Route {
	const route = routes.find(({ argument, value }) =>
		value === undefined ? values.has(argument) : values.get(argument) === value,
	);
	return route ?? unknown;
}
