/**
 * Loaded into n8n and npm before their own code: ends them, with what they started, when the process
 * that started them ends. However it ends, the system closes the pipe on descriptor 3.
 */
const { Socket } = require('node:net');

const lifeline = new Socket({ fd: 3 });
lifeline.on('close', () => {
	try {
		// The whole group, where this process leads one.
		process.kill(-process.pid, 'SIGKILL');
	} catch {
		process.kill(process.pid, 'SIGKILL');
	}
});
lifeline.on('error', () => {});
lifeline.resume();
lifeline.unref();
