import { schemaOf } from '../contract/schemas';
import { expectedOutput, namesOf, waits, withoutLinks } from '../helpers/operations';
import { startScriptedGateway } from '../helpers/scripted-gateway';
import { chain, itemsNode, own, start } from '../helpers/workflow';
import type { OperationRow } from '../operations';
import { rows } from '../operations';
import type { N8n, WorkflowDefinition } from '../../harness';
import { itemsOf } from '../../harness';
import { generations } from './generations';
import type { Stage } from './stage';
import { createCredential, useStage } from './stage';

function workflowOf(name: string, { items, parameters }: OperationRow): WorkflowDefinition {
	return {
		name,
		nodes: [start, itemsNode(items), own('iSendPro', { ...namesOf(name), ...parameters })],
		connections: chain('Start', 'Items', 'iSendPro'),
		settings: { timezone: 'Europe/Paris' },
	};
}

/** Whether this n8n is older than one that brought something: `N8N_VERSION` can name such a one. */
function isBefore(version: string, n8n: N8n): boolean {
	return n8n.version.localeCompare(version, undefined, { numeric: true }) < 0;
}

describe.each(generations)('Every operation in n8n %i.x', (generation) => {
	let { n8n } = {} as Stage;
	useStage({ generation }, (stage) => ({ n8n } = stage));

	it.each(Object.entries(rows))('%s', async (name, row) => {
		const gateway = await startScriptedGateway(row.exchanges.map(({ answer }) => answer));
		const credential = await createCredential(n8n, gateway, name);
		const workflow = await n8n.api.createWorkflow(workflowOf(name, row), credential);
		const status = waits(name) ? 'waiting' : 'success';
		const execution = await n8n.api.run(workflow, { until: status });
		gateway.close();

		if (waits(name) && isBefore('1.107', n8n)) {
			expect(gateway.bodies).toEqual([]);
			expect(execution.data.resultData.error?.message).toMatch(/needs n8n 1\.107 or newer$/);
			return;
		}
		expect(gateway.bodies.map(withoutLinks)).toEqual(
			row.exchanges.map(({ request }) => `keyid=key&${request}`),
		);
		expect(
			itemsOf(execution, 'iSendPro').map(({ json, pairedItem }) => ({ json, pairedItem })),
		).toEqual(expectedOutput(row));
		expect(execution.status).toBe(status);
	});

	it.each(Object.entries(rows))(
		'shows the fields of %s before the first run',
		async (name, row) => {
			const path = `n8n-nodes-isendpro.iSendPro/1.0.0/${name.replace(':', '/')}.json`;
			const response = await fetch(`${n8n.url}/schemas/${path}`);
			// Some older ones serve none from a folder whose name begins with a dot, as that of packages does.
			if (!isBefore('1.105', n8n)) expect(response.status).toBe(200);
			if (response.ok) expect(await response.json()).toEqual(JSON.parse(schemaOf(row)));
		},
	);

	it('is a tool of the AI Agent too', async () => {
		expect(await n8n.api.loadedNodes()).toContain('n8n-nodes-isendpro.iSendProTool');
	});
});
