import type { INodeParameters } from 'n8n-workflow';
import type { RecordedRequest, Simulator, SimulatorOptions } from '../../simulator';
import { startSimulator } from '../../simulator';
import { subAccountKeyId } from '../operations/sub-account';
import type { EngineRun } from './engine';
import { KEY, runNode } from './engine';
import { withoutLinks } from './operations';

/** A simulator for the tests of one file, reset before each of them. */
export function useGateway(options: SimulatorOptions = {}): () => Simulator {
	let simulator: Simulator | undefined;
	const started = () => {
		if (!simulator) throw new Error('the simulator runs only inside tests');
		return simulator;
	};
	beforeAll(async () => {
		simulator = await startSimulator({
			...options,
			port: 0,
			account: { keyId: KEY, ...options.account },
		});
	});
	beforeEach(async () => await started().reset());
	afterAll(async () => await simulator?.close());
	return started;
}

/** Runs the operations of one resource at the simulator. */
export function useResource(gateway: () => Simulator, resource: string) {
	return async (
		operation: string,
		parameters: INodeParameters,
		more: Partial<EngineRun> = {},
	): ReturnType<typeof runNode> =>
		await runNode({ url: gateway().url, resource, operation, parameters, ...more });
}

const deliveredRow = {
	...{ sentAt: new Date('2016-07-05T12:00:00Z'), sender: 'iSendPro', to: '0601020304' },
	...{ text: 'Hello', information: 'SFR: SMS remis', details: '', status: '0', reply: 'Merci' },
	...{ channel: '', price: 0.044, stop: 0 as const, tracker: 'a' },
};

/** A simulator on which the operation of every row has something to do. */
export function useBusyGateway(): {
	gateway: () => Simulator;
	requests: () => RecordedRequest[];
	/** The forms of the requests, without the key and with LINK for each signed address. */
	forms: () => string[];
} {
	const gateway = useGateway({ account: { credit: 1000, noStopAllowed: true } });
	beforeEach(async () => {
		const { account, accounts, url } = gateway();
		account.directories.push({
			id: '39565',
			name: 'Clients',
			contacts: [{ number: '+33601020305', fields: {} }],
		});
		account.blacklist.add('+33601020306');
		account.reportRows.push({ ...deliveredRow });
		const parameters = {
			subAccountEdit: 'addAccount',
			subAccountLogin: 'x',
			subAccountPassword: 'x',
		};
		await fetch(url, { method: 'POST', body: new URLSearchParams({ keyid: KEY, ...parameters }) });
		const [, made] = accounts;
		if (made) made.keyId = subAccountKeyId;
	});
	// The first request made the sub-account.
	const requests = () => gateway().requests.slice(1);
	const forms = () => requests().map(({ body }) => withoutLinks(body.replace(/^keyid=\w+&/, '')));
	return { gateway, requests, forms };
}
