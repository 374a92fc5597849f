import { delimiter, dirname } from 'node:path';

/** This process's environment without settings of another n8n or of npm, for that Node.js. */
export function inheritedEnvironment(node: string): NodeJS.ProcessEnv {
	const foreign = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|npm_|JEST_|NODE_OPTIONS$|NODE_ENV$)/i;
	const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	const path = [dirname(node), process.env.PATH ?? ''].join(delimiter);
	return { ...Object.fromEntries(own), PATH: path };
}

/** Settings for an n8n on loopback that sends no requests to n8n's own services. */
export function quietEnvironment(
	folder: string,
	port: number,
	brokerPort: number,
): NodeJS.ProcessEnv {
	return {
		N8N_USER_FOLDER: folder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		DB_TYPE: 'sqlite',
		// Busy for five seconds, n8n would consider its database lost, and answer 503.
		DB_PING_INTERVAL_SECONDS: '3600',
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
}
