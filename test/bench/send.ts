import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { createCredential } from '../e2e/stage';
import { chain, node, start } from '../helpers/workflow';
import type { N8n, WorkflowDefinition } from '../../harness';
import { runsOf, startN8n } from '../../harness';
import { median, runPatiently, seconds } from './measure';

const recipients = 10_000;
const latency = 50;
const rounds = 3;

/** Number and text of each item, by expression, as a user maps them from a node. */
function mappedFrom(json: string): { to: string; message: string } {
	return {
		to: `={{ ${json}.phone }}`,
		message: `=Bonjour {{ ${json}.name }}, votre code est {{ ${json}.code }}.`,
	};
}

const fromInput = mappedFrom('$json');
/** As the editor writes them when the fields of an earlier node are dragged into the parameters. */
const fromEarlier = mappedFrom("$('CRM').item.json");

function ownNodeWith(mapped: INodeParameters) {
	return {
		type: 'n8n-nodes-isendpro.iSendPro',
		typeVersion: 1,
		parameters: { resource: 'sms', operation: 'send', ...mapped, options: {} },
	};
}

export const ownNode = ownNodeWith(fromInput);

/** n8n's own node that only evaluates the same expressions. */
function editFields(mapped: Record<string, string>) {
	const assignments = Object.entries(mapped).map(([name, value]) => ({
		id: name,
		name,
		value,
		type: 'string',
	}));
	return {
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { assignments: { assignments }, options: {} },
	};
}

function httpRequest(url: string, options: INodeParameters) {
	const fields = { num: fromInput.to, sms: fromInput.message, smslong: '999' };
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'iSendProApi',
			sendBody: true,
			contentType: 'form-urlencoded',
			bodyParameters: {
				parameters: Object.entries(fields).map(([name, value]) => ({ name, value })),
			},
			options: { response: { response: { responseFormat: 'text' } }, ...options },
		},
	};
}

type Sender = Pick<WorkflowDefinition['nodes'][number], 'type' | 'typeVersion' | 'parameters'>;

/** A workflow that creates recipients by code and sends each an SMS. */
export function workflowWith(
	sender: Sender,
	credential: { id: string; name: string },
	recipients: number,
): WorkflowDefinition {
	const jsCode = `return Array.from({ length: ${recipients} }, (_, index) => ({ json: {
		phone: '06' + String(10_000_000 + index), name: 'Client ' + index, code: index * 7 } }));`;
	const { type, typeVersion, parameters } = sender;
	const send = {
		...node('Send', type, parameters, typeVersion),
		credentials: { iSendProApi: credential },
	};
	return {
		name: 'Bench',
		nodes: [start, node('CRM', 'code', { jsCode }, 2), node('Step', 'noOp'), send],
		connections: chain('Start', 'CRM', 'Step', 'Send'),
	};
}

/** @returns the milliseconds that the sending node took */
async function measure(n8n: N8n, simulator: Simulator, definition: WorkflowDefinition) {
	await simulator.reset();
	const workflow = await n8n.api.createWorkflow(definition);
	const execution = await runPatiently(n8n, workflow);
	const sent = new Set(simulator.phones.messages().map(({ to }) => to)).size;
	if (execution.status !== 'success' || (sent !== recipients && simulator.requests.length > 0))
		throw new Error(`${execution.status}: ${sent} of ${recipients} were sent`);
	const [run] = runsOf(execution, 'Send');
	return { time: run?.executionTime ?? NaN, requests: simulator.requests.length };
}

/**
 * 10,000 recipients, their number and text by expression, at a gateway that takes 50 ms for each
 * answer: alternates this node, also with both from an earlier node, n8n's Edit Fields node, which only
 * evaluates the same expressions, and n8n's HTTP Request node, without and with its batching.
 */
export async function benchSend(): Promise<void> {
	const simulator = await startSimulator({
		account: { credit: 1_000_000 },
		service: { latency },
	});
	const n8n = await startN8n();
	try {
		const credential = await createCredential(n8n, simulator);
		const batching = { batching: { batch: { batchSize: 500, batchInterval: 1 } } };
		const candidates = [
			{ name: 'iSendPro', sender: ownNode },
			{ name: 'iSendPro, from an earlier node', sender: ownNodeWith(fromEarlier) },
			{ name: 'Edit Fields', sender: editFields(fromInput) },
			{ name: 'Edit Fields, from an earlier node', sender: editFields(fromEarlier) },
			{ name: 'HTTP Request', sender: httpRequest(simulator.url, {}) },
			{ name: 'HTTP Request, batches of 500', sender: httpRequest(simulator.url, batching) },
		].map((each) => ({ ...each, times: new Array<number>(), requests: 0 }));
		console.log(`${recipients} recipients, ${latency} ms for each answer`);
		for (let round = 0; round < rounds; round++) {
			for (const each of candidates) {
				const definition = workflowWith(each.sender, credential, recipients);
				const { time, requests } = await measure(n8n, simulator, definition);
				each.times.push(time);
				each.requests = requests;
				console.log(`  round ${round + 1}, ${each.name}: ${seconds(time)}`);
			}
		}
		const own = median(candidates[0]?.times ?? []);
		for (const { name, times, requests } of candidates) {
			const ratio = (median(times) / own).toFixed(1);
			const all = times.map(seconds).join(', ');
			console.log(
				`${name}: ${seconds(median(times))} (${all}), ${requests} requests, ${ratio} times`,
			);
		}
	} finally {
		await n8n.stop();
		await simulator.close();
	}
}
