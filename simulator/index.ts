import { answerControl, CONTROL_PATH } from './control/router';
import { SimulatorServer } from './http/server';
import { coverage } from './manual/fidelity';
import { answerApi, refuseIfDue } from './requests/api';
import { followShortLink } from './requests/short-link';
import type { Simulator, SimulatorOptions } from './types';
import { World } from './world/world';

export type * from './types';

const API_PATH = '/cgi-bin/';

/**
 * Starts a stand-in for iSendPro, on this machine only. Rejects when the port is in use. Only the
 * listening port keeps the process alive; `close()` ends everything.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const world = new World(options, () => refuseIfDue(world, server));
	const server = new SimulatorServer(options.port ?? 0, async (request, response) => {
		const { path } = request;
		if (path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`)) {
			await answerControl(simulator, request, response);
		} else if (path === API_PATH) {
			answerApi(world, server, request, response);
		} else if (!followShortLink(world, path, response)) {
			response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>404 Not Found</h1>');
		}
	});
	const simulator = createSimulator(world, server);
	await server.listen();
	return simulator;
}

function createSimulator(world: World, server: SimulatorServer): Simulator {
	const { requests, accounts, service, phones, faults, callbacks, clock, chat } = world;
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
		requests,
		accounts,
		service,
		phones,
		faults,
		callbacks,
		clock,
		chat,
		coverage,
		pause: () => server.pause(),
		resume: async () => await server.resume(),
		reset: async () => {
			world.reset();
			server.cutOff();
			await server.resume();
		},
		close: async () => {
			world.stop();
			await server.close();
		},
	};
}
