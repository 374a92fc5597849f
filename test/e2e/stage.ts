import type { Credential, N8n, N8nOptions } from '../../harness';
import { startN8n } from '../../harness';
import type { Simulator, SimulatorOptions } from '../../simulator';
import { startSimulator } from '../../simulator';

/** What the tests of a file share. */
export interface Stage {
	n8n: N8n;
	simulator: Simulator;
	/** n8n's credential for the simulator. */
	credential: Credential;
}

/** Creates the credential for a gateway. */
export async function createCredential(
	{ api }: N8n,
	gateway: { url: string; account?: { keyId: string } },
	name = 'Simulator',
): Promise<Credential> {
	const { url: baseUrl, account: { keyId } = { keyId: 'key' } } = gateway;
	const data = { keyId, baseUrl, textEncoding: 'iso-8859-15' };
	return await api.createCredential(name, 'iSendProApi', data);
}

/**
 * Starts n8n and a simulator before the tests of a block, and ends them after it.
 * @param enter takes what the tests use
 */
export function useStage(
	options: N8nOptions,
	enter: (stage: Stage) => unknown,
	world: SimulatorOptions = {},
): void {
	const stage: Partial<Stage> = {};
	beforeAll(async () => {
		const simulator = (stage.simulator = await startSimulator(world));
		const n8n = (stage.n8n = await startN8n(options));
		enter({ n8n, simulator, credential: await createCredential(n8n, simulator) });
	}, 300_000);
	afterAll(async () => {
		await stage.n8n?.stop();
		await stage.simulator?.close();
	});
}
