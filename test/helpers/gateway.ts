import type { Simulator, SimulatorOptions } from '../../simulator';
import { startSimulator } from '../../simulator';
import { KEY } from './engine';

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
