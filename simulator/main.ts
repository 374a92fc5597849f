import { parseArgs } from 'node:util';
import { startSimulator } from '.';

/** The command: prints the addresses and runs until it is interrupted. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { port: { type: 'string' }, help: { type: 'boolean' } },
	});
	if (values.help === true) {
		console.log('Usage: npm run simulator -- [--port 8025]');
		return;
	}
	const port = Number(values.port ?? 8025);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`Not a port: ${port}`);
	const simulator = await startSimulator({ port });
	console.log(`Base URL: ${simulator.url}`);
	console.log(`Key:      ${simulator.account.keyId}`);
	console.log(`Control:  ${simulator.controlUrl}`);
	// Keeps the process alive while a fault refuses connections.
	const alive = setInterval(() => {}, 60_000);
	const stop = () => {
		clearInterval(alive);
		void simulator.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	const message = error instanceof Error ? error.message : String(error);
	const inUse = message.includes('EADDRINUSE');
	console.error(inUse ? `${message}\nChoose another port with --port.` : message);
	process.exitCode = 1;
});
