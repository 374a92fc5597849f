/**
 * Loaded into n8n and npm before their own code: ends them when the process that started them is gone,
 * however that ended. The operating system closes the pipe on descriptor 3 then. A first, polite signal
 * lets n8n close its database.
 */
const { Socket } = require('node:net');

const lifeline = new Socket({ fd: 3 });
lifeline.on('close', () => {
	setTimeout(() => process.kill(process.pid, 'SIGKILL'), 8000).unref();
	process.kill(process.pid, 'SIGTERM');
});
lifeline.on('error', () => {});
lifeline.resume();
lifeline.unref();
