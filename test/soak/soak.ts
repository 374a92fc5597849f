import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import type { Generation, N8n, Workflow } from '../../harness';
import { activate, addressesOf, startN8n } from '../../harness';
import { createCredential } from '../e2e/stage';
import { call } from '../e2e/trigger/workflows';
import type { Ledger } from './agreement';
import { Random } from './random';
import { Relay } from './relay';
import { storedExecutions } from './stored';
import { looking, receipts, replies, sending } from './workflows';

/** The amount of work, and the number of faults. */
export interface SoakOptions {
	generation: Generation;
	/** The same seed causes the same faults. */
	seed: number;
	/** Messages that phones get, at least; as many receipts, and a tenth as many replies and downloads. */
	messages: number;
	/** Parts of the work; memory is measured between them. */
	phases: number;
	/** How often n8n is killed: once in each of the first phases. */
	kills: number;
	/** Gets the progress in words. */
	tell: (line: string) => void;
}

/**
 * Memory of n8n after a collection of its garbage, and how many requests and calls there had been since
 * it started.
 */
export interface Sample {
	requests: number;
	/** Bytes. */
	heapUsed: number;
	rss: number;
}

export interface Soaked {
	ledger: Ledger;
	/** Of n8n since it was started for the last time, and had a phase to warm up. */
	memory: Sample[];
	/** Requests that met a fault. */
	faults: number;
}

/** Megabytes of heap that n8n holds at the end, beyond what it held when it had warmed up. */
export function growthOf(memory: Sample[]): number {
	const [first, last] = [memory[0]?.heapUsed ?? NaN, memory.at(-1)?.heapUsed ?? NaN];
	return Math.round((last - first) / 2 ** 20);
}

/** Workflows that run at the same time. */
const LANES = 6;

/** How often the gateway is killed in a phase. */
const GATEWAY_KILLS = 2;

const faults: [Fault, ...Fault[]] = [
	{ kind: 'resetBefore' },
	{ kind: 'resetAfter' },
	{ kind: 'cutXml' },
	{ kind: 'cutConnection' },
	{ kind: 'empty' },
	{ kind: 'wrongRoot' },
	{ kind: 'html', status: 502 },
	{ kind: 'html', status: 502, acts: true },
	{ kind: 'status', status: 429, times: 2 },
	{ kind: 'status', status: 503, acts: true },
	{ kind: 'code', code: 12 },
	{ kind: 'code', code: 29, times: 4 },
	{ kind: 'code', code: 777 },
	{ kind: 'code', code: 4321, acts: true },
	{ kind: 'code', code: 999, acts: true },
	{ kind: 'recordCodes', codes: { 1: 11, 3: 21 } },
	{ kind: 'missingRecords', records: [2] },
	{ kind: 'shuffledRecords' },
	{ kind: 'otherNumbers' },
	{ kind: 'cutForm', fields: 6 },
	{ kind: 'latency', milliseconds: 400 },
];

const day = 24 * 60 * 60 * 1000;

/** The work: messages go out, receipts and replies come in, and faults happen. */
class Soak {
	private readonly random: Random;

	readonly batches: Ledger['batches'] = new Map();

	readonly lookups: Ledger['lookups'] = new Map();

	private readonly repliedBy = new Set<string>();

	/** Resolves when n8n runs. */
	private up: Promise<void> = Promise.resolve();

	/** Resolves when nothing is being killed: one kill at a time is enough. */
	private quiet: Promise<void> = Promise.resolve();

	/** Something failed that is not one of the faults: the other lanes end too. */
	private isOver = false;

	/** The faults still to come in this phase, each with its number of messages. */
	private troubles: Array<{ at: number; happen: () => Promise<void> }> = [];

	private numbers = 0;

	private lookedUp = 0;

	constructor(
		private readonly options: SoakOptions,
		private readonly n8n: N8n,
		private readonly simulator: Simulator,
		private readonly relay: Relay,
	) {
		this.random = new Random(options.seed);
	}

	private get messages(): number {
		return this.simulator.phones.messages().length;
	}

	/** @param phase from 0 */
	async work(phase: number): Promise<void> {
		const { messages, phases, kills } = this.options;
		const from = (messages * phase) / phases;
		const until = (messages * (phase + 1)) / phases;
		const trouble = (happen: () => Promise<void>) => {
			this.troubles.push({ at: from + this.random.next() * (until - from) * 0.9, happen });
		};
		for (let kill = 0; kill < GATEWAY_KILLS; kill++) trouble(async () => await this.killGateway());
		if (phase < kills) trouble(async () => await this.killN8n());
		const lane = async () => {
			try {
				while (!this.isOver && (this.messages < until || this.troubles.length > 0))
					await this.step();
			} catch (error) {
				this.isOver = true;
				throw error;
			}
		};
		await Promise.all(Array.from({ length: LANES }, lane));
		await this.simulator.callbacks.settled();
	}

	private async step(): Promise<void> {
		const index = this.troubles.findIndex(({ at }) => at <= this.messages);
		const [trouble] = index < 0 ? [] : this.troubles.splice(index, 1);
		if (trouble) this.quiet = this.quiet.then(trouble.happen);
		await this.quiet;
		if (this.random.next() < 0.5) {
			const on = this.random.of(['send', 'send', 'send', 'report', 'blacklistAdd'] as const);
			this.simulator.faults.add({ ...this.random.of(faults), on });
		}
		await this.send();
		while (this.repliedBy.size < this.messages / 10) await this.reply();
		while (this.lookedUp < this.messages / 10) await this.lookUp();
	}

	private async send(): Promise<void> {
		const batch = randomUUID();
		const recipients = Array.from({ length: 1 + this.random.below(20) }, () => {
			const id = ++this.numbers;
			// The last digit is the same in all: an answer that names others names none of them.
			const number = `06${String(id).padStart(7, '0')}0`;
			if (this.random.next() < 0.1) {
				this.simulator.phones.get(number).receipt = { outcome: 'failed' };
			}
			if (this.random.next() < 0.01) this.simulator.account.blacklist.add(`+33${number.slice(1)}`);
			return { number, tracker: `t${id}` };
		});
		const path = `send-${this.random.below(sending.length)}`;
		const wasAnswered = await this.callOnce(path, { batch, recipients });
		this.batches.set(batch, { recipients, wasAnswered });
	}

	/** A phone replies: each one once, every third a STOP. */
	private async reply(): Promise<void> {
		const { to } = this.someMessage();
		if (this.repliedBy.has(to)) return;
		this.repliedBy.add(to);
		const text = this.repliedBy.size % 3 === 0 ? 'Stop svp' : `Oui, ${to}`;
		await this.simulator.callbacks.reply(to, text);
	}

	private async lookUp(): Promise<void> {
		const { to, tracker, acceptedAt } = this.someMessage();
		const batch = randomUUID();
		this.lookedUp++;
		const [from, until] = [-120_000, 120_000].map((distance) =>
			new Date(acceptedAt.getTime() + distance).toISOString(),
		);
		const wasAnswered = await this.callOnce('report', { batch, number: to, from, until });
		this.lookups.set(batch, { tracker, wasAnswered });
	}

	private someMessage() {
		const all = this.simulator.phones.messages();
		const message = all[this.random.below(all.length)];
		if (!message) throw new Error('No phone has a message yet');
		return message;
	}

	/**
	 * Calls n8n until a call goes through: while n8n is down, nothing has begun.
	 *
	 * @returns whether it answered
	 */
	private async callOnce(path: string, body: object): Promise<boolean> {
		const headers = { 'content-type': 'application/json' };
		while (!this.isOver) {
			await this.up;
			try {
				const url = `${this.n8n.webhookUrl}/webhook/${path}`;
				const { status } = await call(url, { body: JSON.stringify(body), headers });
				if (status !== 404 && status !== 503) return true;
			} catch (error) {
				// A call that breaks off may have begun: it is not repeated.
				if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') return false;
			}
			await pause(100);
		}
		return false;
	}

	private async killN8n(): Promise<void> {
		this.options.tell(`n8n is killed at ${this.messages} messages`);
		this.up = this.n8n.kill().then(async () => {
			await this.n8n.restart();
			await this.n8n.waitForWebhook('report');
		});
		await this.up;
	}

	private async killGateway(): Promise<void> {
		this.options.tell(`The gateway is killed at ${this.messages} messages`);
		this.relay.kill();
		await pause(200 + this.random.below(1_500));
		await this.relay.listen();
	}

	/** What iSendPro and people do afterwards: failed runs are retried, calls are repeated. */
	async repair(workflows: Workflow[]): Promise<void> {
		const { generation, tell } = this.options;
		const { faults: pending, callbacks, clock } = this.simulator;
		pending.clear();
		const ids = new Set(workflows.map(({ id }) => id));
		const failed = (await storedExecutions(this.n8n, generation)).filter(
			({ status, workflowId }) => ids.has(workflowId) && /error|crashed/.test(status),
		);
		tell(`${failed.length} failed runs are retried`);
		const retry = async () => {
			for (let next = failed.pop(); next; next = failed.pop()) await this.n8n.api.retry(next);
		};
		await Promise.all(Array.from({ length: LANES }, retry));
		await callbacks.settled();
		for (let days = 0; days < 3; days++) {
			await clock.advance(day);
			await callbacks.settled();
		}
	}
}

async function measure(n8n: N8n, file: string): Promise<Omit<Sample, 'requests'>> {
	rmSync(file, { force: true });
	process.kill(n8n.pid(), 'SIGUSR2');
	while (!existsSync(file)) await pause(50);
	return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Sends, receives, replies and downloads in a real n8n, while requests fail, and n8n and the gateway are
 * killed. Then failed runs are retried, and iSendPro calls again for what was not acknowledged.
 *
 * @returns what phones, calls and executions say of it
 */
export async function soak(options: SoakOptions): Promise<Soaked> {
	const { generation, phases, kills, tell } = options;
	const simulator = await startSimulator({
		now: '2026-11-23T10:00:00Z',
		account: { credit: 1_000_000 },
		service: { latency: 30 },
	});
	const relay = new Relay(new URL(simulator.url));
	await relay.listen();
	const memoryFile = join(process.env.TMPDIR ?? '/tmp', `isendpro-soak-${randomUUID()}.json`);
	const n8n = await startN8n({
		generation,
		env: {
			NODE_OPTIONS: `--require ${join(__dirname, 'memory-probe.cjs')}`,
			SOAK_MEMORY: memoryFile,
			EXECUTIONS_DATA_PRUNE: 'false',
			...(generation === 1 ? { DB_SQLITE_POOL_SIZE: '4' } : {}),
		},
	});
	try {
		const credential = await createCredential(n8n, { url: relay.url, account: simulator.account });
		const start = async (definition: (typeof sending)[number]) => {
			const workflow = await n8n.api.createWorkflow(definition, credential);
			await activate(n8n, workflow);
			return workflow;
		};
		const started: Workflow[] = [];
		for (const definition of [...sending, looking]) started.push(await start(definition));
		const [receiving, answering] = [await start(receipts), await start(replies)];
		const { callbacks } = simulator;
		callbacks.receiptUrl = addressesOf(n8n, receiving).receipts;
		callbacks.replyUrl = addressesOf(n8n, answering).replies;

		const work = new Soak(options, n8n, simulator, relay);
		const memory: Sample[] = [];
		let before = 0;
		for (let phase = 0; phase < phases; phase++) {
			await work.work(phase);
			const all = simulator.requests.length + callbacks.calls.length;
			const sample = { ...(await measure(n8n, memoryFile)), requests: all - before };
			const [heap, rss] = [sample.heapUsed, sample.rss].map((bytes) => Math.round(bytes / 2 ** 20));
			tell(`Part ${phase + 1} of ${phases}: ${heap} MB of heap, ${rss} MB in all`);
			if (phase < kills) before = all;
			else memory.push(sample);
		}
		await work.repair(started);
		const executions = await storedExecutions(n8n, generation);
		return {
			ledger: {
				messages: simulator.phones.messages(),
				calls: callbacks.calls,
				blacklist: simulator.account.blacklist,
				...{ executions, batches: work.batches, lookups: work.lookups },
				...{ receiving: receiving.id, answering: answering.id },
			},
			memory,
			faults: simulator.requests.filter(({ fault }) => fault).length,
		};
	} finally {
		rmSync(memoryFile, { force: true });
		await n8n.stop();
		relay.kill();
		await simulator.close();
	}
}
