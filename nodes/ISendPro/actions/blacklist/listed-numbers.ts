import { readBlacklist } from '../../api/files/blacklist-file';
import type { ListedNumbers } from '../../api/requests/blacklist';
import { downloadBlacklist } from '../../api/requests/blacklist';
import type { Account } from '../../api/wire/account';
import type { Run } from '../../engine/operation';

const listsOfRuns = new WeakMap<Run, ReturnType<ListedNumbers>>();

async function download(account: Account): Promise<ReadonlySet<string>> {
	const csv = await downloadBlacklist(account);
	return new Set(csv ? readBlacklist(csv) : []);
}

/** The numbers of the blacklist, downloaded once a run, and only when somebody asks. */
export function listedNumbers(account: Account, run: Run): ListedNumbers {
	return async () => {
		const list = listsOfRuns.get(run) ?? download(account);
		listsOfRuns.set(run, list);
		return await list;
	};
}
