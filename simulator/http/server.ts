import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ControlRequest } from '../control/router';
import { deliverAnswer, render, spoil } from './http-response';
import { readBody, receive, splitTarget } from '../requests/receive';
import { serve } from '../requests/serve';
import type { SimulatorOptions } from '../types';
import { World } from '../world/world';

export const API_PATH = '/cgi-bin/';
const HOST = '127.0.0.1';
export const CONTROL_PATH = '/_simulator';

/** Answers a request to the control plane. */
type ControlHandler = (request: ControlRequest, response: ServerResponse) => Promise<void>;

/** The simulator's port: it listens, reads requests, and gives answers. */
export class SimulatorServer {
	readonly world: World;
	private readonly server: Server;
	private readonly timers = new Set<NodeJS.Timeout>();
	private port = 0;
	private paused = false;
	/** Answers that are never given. */
	private readonly hanging = new Set<ServerResponse>();

	constructor(
		private readonly options: SimulatorOptions,
		private readonly control: ControlHandler,
	) {
		this.server = createServer((request, response) => {
			this.handle(request, response).catch((error: unknown) => {
				if (response.headersSent) response.destroy();
				else response.writeHead(500).end(String(error));
			});
		});
		this.world = new World(options, () => this.refuseIfDue());
	}

	async listen(): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(this.port || (this.options.port ?? 0), HOST, () => {
				this.server.off('error', reject);
				resolve();
			});
		});
		this.paused = false;
		this.port = (this.server.address() as AddressInfo).port;
	}

	/** `http://127.0.0.1:<port>` */
	get origin(): string {
		return `http://${HOST}:${this.port}`;
	}

	pause(): void {
		if (this.paused) return;
		this.paused = true;
		this.server.close();
	}

	async resume(): Promise<void> {
		if (this.paused) await this.listen();
	}

	async reset(): Promise<void> {
		this.clearTimers();
		this.world.reset();
		for (const response of this.hanging) response.destroy();
		await this.resume();
	}

	async close(): Promise<void> {
		this.clearTimers();
		this.world.clock.stop();
		this.world.callbacks.stop();
		const closed = this.paused
			? Promise.resolve()
			: new Promise<void>((resolve) => this.server.close(() => resolve()));
		this.server.closeAllConnections();
		await closed;
	}

	private clearTimers(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}

	/** Stops listening when the next request is to find no one. */
	private refuseIfDue(): void {
		const refusal = this.world.faults.takeRefusal(this.world.requests.length + 1);
		if (refusal === undefined) return;
		this.pause();
		if (refusal.milliseconds !== undefined) {
			this.after(refusal.milliseconds, () => void this.resume());
		}
	}

	private after(milliseconds: number, run: () => void): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			run();
		}, milliseconds);
		timer.unref();
		this.timers.add(timer);
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const target = request.url ?? '/';
		const [path, query] = splitTarget(target);
		const body = await readBody(request);
		if (path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`)) {
			const method = request.method ?? 'GET';
			await this.control({ method, path: path.slice(CONTROL_PATH.length), body }, response);
			return;
		}
		const link = this.world.shortLinks.get(path.slice(1));
		if (link !== undefined) {
			const valid = link.expiresAt > this.world.clock.now();
			if (valid) response.writeHead(302, { Location: new URL(link.target).href }).end();
			else response.writeHead(410).end();
			return;
		}
		if (path !== API_PATH) {
			response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>404 Not Found</h1>');
			return;
		}
		if (request.method !== 'GET' && request.method !== 'POST') {
			response.writeHead(405, { Allow: 'GET, POST' }).end();
			return;
		}
		this.answerRequest(request, response, query, body);
	}

	private answerRequest(
		request: IncomingMessage,
		response: ServerResponse,
		query: string,
		body: string,
	): void {
		const { world } = this;
		const { reading, record } = receive(world, request, query, body);
		const { fault } = record;
		const client = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
		const served = serve(world, reading, record, client);
		const answer = spoil(render(served, fault), fault);
		const latency = world.service.latency + (fault?.kind === 'latency' ? fault.milliseconds : 0);
		this.refuseIfDue();
		// A connection that is kept open would bring the next request although nobody listens any more.
		if (this.paused) response.setHeader('Connection', 'close');
		this.hanging.add(response);
		response.on('close', () => this.hanging.delete(response));
		const finish = () => deliverAnswer(response, answer, fault, record);
		if (latency > 0) this.after(latency, finish);
		else finish();
	}
}
