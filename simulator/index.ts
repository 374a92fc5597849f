import { answerControl } from './control/router';
import { coverage } from './manual/fidelity';
import { API_PATH, CONTROL_PATH, SimulatorServer } from './http/server';
import type { Simulator, SimulatorOptions } from './types';

export type * from './types';

/**
 * Starts a stand-in for iSendPro, on this machine only. Rejects when the port is in use. Nothing of
 * it keeps the process alive but the listening port; `close()` ends it all.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const server = new SimulatorServer(options, async (request, response) => {
		await answerControl(simulator, request, response);
	});
	const simulator = describe(server);
	await server.listen();
	return simulator;
}

function describe(server: SimulatorServer): Simulator {
	const { world } = server;
	return {
		get url() {
			return `${server.origin}${API_PATH}`;
		},
		get controlUrl() {
			return `${server.origin}${CONTROL_PATH}`;
		},
		get account() {
			return world.mainAccount;
		},
		requests: world.requests,
		accounts: world.accounts,
		service: world.service,
		phones: world.phones,
		faults: world.faults,
		callbacks: world.callbacks,
		clock: world.clock,
		chat: world.chat,
		coverage,
		pause: () => server.pause(),
		resume: async () => await server.resume(),
		reset: async () => await server.reset(),
		close: async () => await server.close(),
	};
}
