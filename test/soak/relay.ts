import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** Stands before the simulator, and can be killed without losing what the simulator knows. */
export class Relay {
	private readonly server: Server;

	private readonly sockets = new Set<Socket>();

	private port = 0;

	/** @param target an address on loopback */
	constructor(private readonly target: URL) {
		this.server = createServer((client) => this.join(client));
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}${this.target.pathname}`;
	}

	async listen(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
		this.port = (this.server.address() as AddressInfo).port;
	}

	/** Breaks off every connection, and refuses new ones until it listens again. */
	kill(): void {
		this.server.close();
		for (const socket of this.sockets) socket.resetAndDestroy();
	}

	private join(client: Socket): void {
		const gateway = connect(Number(this.target.port), '127.0.0.1');
		const pair = [client, gateway] as const;
		for (const [one, other] of [pair, [gateway, client] as const]) {
			this.sockets.add(one);
			one.pipe(other);
			one.on('error', () => other.resetAndDestroy());
			one.on('close', () => {
				this.sockets.delete(one);
				other.end();
			});
		}
	}
}
