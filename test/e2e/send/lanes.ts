import { startSimulator } from '../../../simulator';
import type { N8n } from '../../../harness';
import type { Stage } from '../stage';
import { createCredential } from '../stage';

/** A gateway, and n8n's credential for it. */
export type Lane = Omit<Stage, 'n8n'>;

/** What the tests of a file share. */
export interface World {
	n8n: N8n;
	lanes: Lanes;
}

/** Runs workflows side by side in one n8n, each with its own gateway. */
export class Lanes {
	private readonly free: Lane[] = [];

	private readonly all: Lane[] = [];

	private readonly waiting: Array<(lane: Lane) => void> = [];

	/** @param key what the account's key is */
	static async open(n8n: N8n, count: number, key: string): Promise<Lanes> {
		const lanes = new Lanes();
		for (let number = 1; number <= count; number++) {
			const simulator = await startSimulator({ account: { keyId: key } });
			const credential = await createCredential(n8n, simulator, `Lane ${number}`);
			lanes.all.push({ simulator, credential });
		}
		lanes.free.push(...lanes.all);
		return lanes;
	}

	/** Waits for a lane, and gives it back when `work` has ended. Its gateway is as at its start. */
	async use<T>(work: (lane: Lane) => Promise<T>): Promise<T> {
		const lane =
			this.free.pop() ?? (await new Promise<Lane>((resolve) => this.waiting.push(resolve)));
		try {
			await lane.simulator.reset();
			return await work(lane);
		} finally {
			const next = this.waiting.shift();
			if (next) next(lane);
			else this.free.push(lane);
		}
	}

	async close(): Promise<void> {
		await Promise.all(this.all.map(async ({ simulator }) => await simulator.close()));
	}
}
