import type { ServerResponse } from 'node:http';
import { renderAnswer, spoilResponse, writeResponse } from '../http/http-response';
import type { HttpRequest, SimulatorServer } from '../http/server';
import type { World } from '../world/world';
import { receive } from './receive';
import { serve } from './serve';

/** Answers a request to the API, and applies the fault that is meant for it. */
export function answerApi(
	world: World,
	server: SimulatorServer,
	request: HttpRequest,
	response: ServerResponse,
): void {
	if (request.method !== 'GET' && request.method !== 'POST') {
		response.writeHead(405, { Allow: 'GET, POST' }).end();
		return;
	}
	const { reading, record } = receive(world, request);
	const { fault } = record;
	const answer = serve(world, reading, record, request.client);
	const spoilt = spoilResponse(renderAnswer(answer, fault), fault);
	const latency = world.service.latency + (fault?.kind === 'latency' ? fault.milliseconds : 0);
	refuseIfDue(world, server);
	server.answerAfter(latency, response, () => writeResponse(response, spoilt, fault, record));
}

/** Stops listening when the next request meets the fault `refuse`. */
export function refuseIfDue(world: World, server: SimulatorServer): void {
	const refusal = world.faults.takeRefusal(world.requests.length + 1);
	if (refusal !== undefined) server.pause(refusal.milliseconds);
}
