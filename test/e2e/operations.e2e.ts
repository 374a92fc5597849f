import type { INodeParameters } from 'n8n-workflow';
import { schemaOf } from '../contract/schemas';
import { expectedOutput, namesOf, waits, withoutLinks } from '../helpers/operations';
import { startScriptedGateway } from '../helpers/scripted-gateway';
import type { OperationRow } from '../operations';
import { rows } from '../operations';
import type { N8n, WorkflowDefinition } from '../../harness';
import { itemsOf, startN8n } from '../../harness';
import { generations } from './generations';

function workflowOf(name: string, { items, parameters }: OperationRow): WorkflowDefinition {
	const node = (label: string, type: string, own: INodeParameters, typeVersion = 1) => ({
		name: label,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: own,
	});
	const to = (label: string) => [{ node: label, type: 'main' as const, index: 0 }];
	const jsCode = `return ${JSON.stringify(items)}.map((json) => ({ json }));`;
	return {
		name,
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node('Items', 'n8n-nodes-base.code', { jsCode }, 2),
			node('iSendPro', 'n8n-nodes-isendpro.iSendPro', { ...namesOf(name), ...parameters }),
		],
		connections: {
			Start: { main: [to('Items')] },
			Items: { main: [to('iSendPro')] },
		},
		settings: { timezone: 'Europe/Paris' },
	};
}

/** Whether this n8n is older than one that brought something: `N8N_VERSION` can name such a one. */
function isBefore(version: string, n8n: N8n): boolean {
	return n8n.version.localeCompare(version, undefined, { numeric: true }) < 0;
}

describe.each(generations)('Every operation in n8n %i.x', (generation) => {
	let n8n: N8n;

	beforeAll(async () => {
		n8n = await startN8n({ generation });
	});

	afterAll(async () => await n8n?.stop());

	it.each(Object.entries(rows))('%s', async (name, row) => {
		const gateway = await startScriptedGateway(row.exchanges.map(({ answer }) => answer));
		const credential = await n8n.api.createCredential(name, 'iSendProApi', {
			keyId: 'key',
			baseUrl: gateway.url,
			textEncoding: 'iso-8859-15',
		});
		const workflow = await n8n.api.createWorkflow(workflowOf(name, row), credential);
		const status = waits(name) ? 'waiting' : 'success';
		const execution = await n8n.api.run(workflow, { until: status });
		await gateway.close();

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
