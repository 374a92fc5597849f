import type { INodeParameters } from 'n8n-workflow';
import type { Simulator, SimulatorOptions } from '../../simulator';
import { startSimulator } from '../../simulator';
import { KEY, runNode, type EngineRun } from './engine';

/** A simulator for the tests of one file, back to its start before each of them. */
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
