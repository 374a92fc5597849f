import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = '127.0.0.1';
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** A request that was read to its end. */
export interface HttpRequest {
	method: string;
	/** Path and query string as they came. */
	target: string;
	path: string;
	query: string;
	contentType: string;
	/** One character a byte. */
	body: string;
	/** The client's IP address. */
	client: string;
}

type Handler = (request: HttpRequest, response: ServerResponse) => Promise<void>;

/** The simulator's port: listens on this machine only, and can stop listening for a while. */
export class SimulatorServer {
	private readonly server;
	private readonly timers = new Set<NodeJS.Timeout>();
	private readonly unanswered = new Set<ServerResponse>();
	private paused = false;

	/** Port 0 is replaced with a free one, which is kept. */
	constructor(
		private port: number,
		handle: Handler,
	) {
		this.server = createServer((incoming, response) => {
			readRequest(incoming)
				.then(async (request) => await handle(request, response))
				.catch((error: unknown) => {
					if (response.headersSent) response.destroy();
					else response.writeHead(500).end(String(error));
				});
		});
	}

	async listen(): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(this.port, HOST, () => {
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

	/** Stops listening, until `resume()` or for some milliseconds. */
	pause(milliseconds?: number): void {
		if (!this.paused) this.server.close();
		this.paused = true;
		if (milliseconds !== undefined) this.after(milliseconds, () => void this.resume());
	}

	async resume(): Promise<void> {
		if (this.paused) await this.listen();
	}

	/** Answers after some milliseconds, unless `cutOff()` comes first. */
	answerAfter(milliseconds: number, response: ServerResponse, answer: () => void): void {
		// An open connection would bring the next request although the port is closed.
		if (this.paused) response.setHeader('Connection', 'close');
		this.unanswered.add(response);
		response.on('close', () => this.unanswered.delete(response));
		if (milliseconds > 0) this.after(milliseconds, answer);
		else answer();
	}

	/** Ends the connections of all requests that still wait for their answer. */
	cutOff(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		for (const response of this.unanswered) response.destroy();
	}

	async close(): Promise<void> {
		this.cutOff();
		const closed = this.paused
			? Promise.resolve()
			: new Promise<void>((resolve) => this.server.close(() => resolve()));
		this.server.closeAllConnections();
		await closed;
	}

	private after(milliseconds: number, run: () => void): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			run();
		}, milliseconds);
		timer.unref();
		this.timers.add(timer);
	}
}

async function readRequest(request: IncomingMessage): Promise<HttpRequest> {
	const { method = 'GET', url: target = '/', headers, socket } = request;
	const [path = ''] = target.split('?', 1);
	return {
		method,
		target,
		path,
		query: target.slice(path.length + 1),
		contentType: headers['content-type'] ?? '',
		body: await readBody(request),
		client: (socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
	};
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > MAX_BODY_BYTES) throw new Error('The body is too long');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('latin1');
}
