import type { Fault } from '../../../simulator';
import type { N8n } from '../../../harness';
import type { Lane, World } from './lanes';
import type { Row } from './outcome';
import {
	expectTruth,
	received,
	rowsOf,
	sixItems as items,
	sixRecipients as recipients,
} from './outcome';
import type { SendSettings } from './workflows';
import { sendWorkflow } from './workflows';

/** What goes wrong in one request; `29` also in the two that repeat it. */
const faults = {
	'a refused connection': { kind: 'refuse', milliseconds: 3_000 },
	'a reset before iSendPro acted': { kind: 'resetBefore' },
	'a reset after iSendPro acted': { kind: 'resetAfter' },
	'a cut XML': { kind: 'cutXml' },
	'an HTML page with 502': { kind: 'html', status: 502, acts: true },
	'no credit (12)': { kind: 'code', code: 12 },
	'too much load (29)': { kind: 'code', code: 29 },
	'maintenance (777)': { kind: 'code', code: 777 },
	'HTTP 503 after iSendPro acted': { kind: 'status', status: 503, acts: true },
	'HTTP 400 with no credit (12)': { kind: 'code', code: 12, status: 400 },
	'a code that nobody knows, after iSendPro acted': { kind: 'code', code: 4321, acts: true },
	'an answer about others, after iSendPro acted': { kind: 'otherNumbers' },
	'a form cut off after its first number': { kind: 'cutForm', fields: 4 },
} satisfies Record<string, Fault>;

const stopping = { options: { batchSize: 2, onPartialFailure: 'stop' } };

/** Ways to run: as it is, repeated by n8n, and repeated by hand. */
const ways = {
	'without Retry On Fail': {},
	'with Retry On Fail': { retryOnFail: true, maxTries: 3 },
	'with Retry On Fail and an error output': {
		retryOnFail: true,
		maxTries: 3,
		onError: 'continueErrorOutput',
	},
	'with Retry On Fail and partial failures that stop': {
		retryOnFail: true,
		maxTries: 3,
		parameters: stopping,
	},
	'with n8n’s Retry of the failed execution': { parameters: stopping },
} satisfies Record<string, SendSettings>;

const byHand = 'with n8n’s Retry of the failed execution';

/** Nothing can have been done, and a later try can succeed. */
const nothingDone = /refused|12|29|777/;

/** A run of three requests, of which one meets a fault. */
interface Case {
	name: string;
	faults: Fault[];
	settings: SendSettings;
	/** The failed execution is repeated by hand. */
	retried: boolean;
	/** In the end everybody has the message. */
	complete: boolean;
}

interface Result {
	rows: Row[];
	phones: string[];
	/** Faults that the run did not meet. */
	pending: Fault[];
}

/** A time could be over before a busy n8n comes to its request. */
function untilResumed(fault: Fault): Fault {
	return fault.kind === 'refuse' ? { kind: 'refuse' } : fault;
}

function casesFor(thorough: boolean): Case[] {
	const chosen: Array<[string, Fault]> = Object.entries(faults).filter(
		([name]) => thorough || /after|12|502/.test(name),
	);
	return Object.entries(ways).flatMap(([way, settings]) =>
		chosen.flatMap(([name, fault]) =>
			(thorough ? [1, 2, 3] : [2]).map((request) => ({
				name: `${name}, request ${request}, ${way}`,
				faults: (name.includes('29') ? [0, 1, 2] : [0]).map((later) => ({
					...(way === byHand ? untilResumed(fault) : fault),
					request: request + later,
				})),
				settings,
				retried: way === byHand,
				complete: nothingDone.test(name) && 'parameters' in settings,
			})),
		),
	);
}

async function run(n8n: N8n, lane: Lane, one: Case): Promise<Result> {
	const { simulator, credential } = lane;
	const { settings, retried } = one;
	const parameters = { options: { batchSize: 2 } };
	const definition = sendWorkflow(items, { parameters, ...settings });
	const workflow = await n8n.api.createWorkflow(definition, credential);
	simulator.faults.add(...one.faults);
	let execution = await n8n.api.run(workflow, { timeoutMs: 250_000 });
	if (retried) {
		expect(execution.status).toBe('error');
		await simulator.resume();
		execution = await n8n.api.retry(execution);
	}
	return {
		rows: rowsOf(execution),
		phones: received(simulator),
		pending: simulator.faults.pending(),
	};
}

/** Runs cases side by side, as soon as the tests begin; gives the outcome of each. */
function startBefore(world: () => World, cases: Case[]): (one: Case) => Promise<Result> {
	const results = new Map<Case, Promise<Result>>();
	beforeAll(() => {
		const { n8n, lanes } = world();
		for (const one of cases) {
			const result = lanes.use(async (lane) => await run(n8n, lane, one));
			results.set(one, result);
			// Its own test awaits it, and fails with it.
			result.catch(() => undefined);
		}
	});
	return async (one) => {
		const result = await results.get(one);
		if (!result) throw new Error(`"${one.name}" was not run`);
		return result;
	};
}

function expectResult(one: Case, { rows, phones, pending }: Result): void {
	expect(pending).toEqual([]);
	expectTruth(recipients, rows, phones);
	if (one.complete) expect(phones).toHaveLength(recipients.length);
}

/**
 * What the output says is what the phones received, with each fault in one of three requests.
 * @param thorough every fault at every request; otherwise some
 */
export function faultTests(world: () => World, thorough: boolean): void {
	describe('A run of three requests tells who got the message', () => {
		const cases = casesFor(thorough);
		const resultOf = startBefore(world, cases);
		it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
			expectResult(one, await resultOf(one));
		});
	});
}

/**
 * The same for an answer that never comes. It takes the two minutes after which an answer counts as
 * lost, so it is started with the first test.
 * @returns adds the test that waits for its end
 */
export function hangTest(world: () => World): () => void {
	const one: Case = {
		name: 'an answer that never comes',
		faults: [{ kind: 'hangAfter', request: 2 }],
		settings: { retryOnFail: true, maxTries: 2 },
		retried: false,
		complete: false,
	};
	const resultOf = startBefore(world, [one]);
	return () => {
		it(`tells who got the message although there is ${one.name}`, async () => {
			const result = await resultOf(one);
			expectResult(one, result);
			expect(result.rows.filter(({ status }) => status === 'unknown')).toHaveLength(2);
			expect(result.phones).toHaveLength(recipients.length);
		});
	};
}
