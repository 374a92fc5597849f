import { setTimeout as pause } from 'node:timers/promises';
import type { Workflow, WorkflowDefinition } from './api';
import { N8nAnswerError } from './api';
import type { N8n } from '../server/server';

/** Where a workflow's trigger is called, in production or while n8n listens for a test. */
export function addressesOf(n8n: N8n, { nodes }: WorkflowDefinition, test = false) {
	const { webhookId } = nodes.find(({ type }) => type.endsWith('.iSendProTrigger')) ?? {};
	const base = test ? `${n8n.url}/webhook-test` : `${n8n.webhookUrl}/webhook`;
	return {
		receipts: `${base}/${webhookId}/delivery-receipts`,
		replies: `${base}/${webhookId}/replies`,
	};
}

/**
 * Activates a workflow and waits until its trigger listens: n8n 2.x publishes in the background.
 *
 * @throws Error with n8n's message when the trigger could not be activated
 */
export async function activate(n8n: N8n, workflow: Workflow): Promise<void> {
	await n8n.api.activate(workflow);
	for (let look = 0; look < 300; look++) {
		const { status, triggers } = await publication(n8n, workflow);
		if (status === 'published') return;
		if (status === 'failed') throw new Error(triggers.map((each) => each.errorMessage).join());
		await pause(100);
	}
	throw new Error('The workflow was not published in time');
}

interface Publication {
	status: string;
	triggers: Array<{ errorMessage?: string }>;
}

async function publication(n8n: N8n, { id }: Workflow): Promise<Publication> {
	try {
		return await n8n.api.request('GET', `/rest/workflows/${id}/publication-status`);
	} catch (error) {
		// n8n 1.x answers when it has published.
		if (error instanceof N8nAnswerError) return { status: 'published', triggers: [] };
		throw error;
	}
}
