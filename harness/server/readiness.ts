/** What one of n8n's processes does; only `main` runs outside queue mode. */
export type Role = 'main' | 'worker' | 'webhook';

/** Whether one of n8n's processes is ready. */
export async function isReady(url: string, role: Role): Promise<boolean> {
	if (role === 'main') {
		const settings = await headOf(`${url}/rest/settings`);
		return settings.ok && isJson(settings);
	}
	// It reports that it is healthy before it serves webhooks; once it does, it answers unknown ones in JSON.
	if (role === 'webhook' && !isJson(await headOf(`${url}/webhook/unknown`))) return false;
	return (await headOf(`${url}/healthz/readiness`)).ok;
}

/** Whether n8n serves a webhook: it answers OPTIONS with the methods of one that it serves. */
export async function isServed(webhook: string): Promise<boolean> {
	const { headers } = await headOf(webhook, {
		headers: { origin: new URL(webhook).origin },
		method: 'OPTIONS',
	});
	return /GET|POST/.test(headers.get('access-control-allow-methods') ?? '');
}

function isJson({ headers }: Response): boolean {
	return headers.get('content-type')?.includes('json') ?? false;
}

async function headOf(url: string, options?: RequestInit): Promise<Response> {
	const response = await fetch(url, options);
	await response.text();
	return response;
}
