import type { InvalidInputError } from '../../api/errors';
import type { Account } from '../../api/wire/account';
import type { Failure } from '../../api/wire/failure';
import { refusedInput } from '../../api/wire/failure';
import type { Pace } from './batches';
import { runBatches } from './batches';
import type { Memory } from './ledger';
import type { Operation, Run, Unit } from '../operation';
import type { Entry, ItemPlan } from './plan';
import { cutIntoBatches } from './plan';

/** Stands in the memory where others have the index of their input item: these belong to the run. */
const NO_ITEM = -1;

/**
 * What the units of a run need before they are final, e.g. short links. Each different thing is an
 * entry of its own, so that all rules of a run hold for it too: it is asked for once, remembered
 * for the next try, and not asked for where that would be in vain.
 */
export class Preliminaries {
	private readonly entries = new Map<string, Entry>();

	/** Writes the units with what an earlier try has obtained already. To be made before they are recalled. */
	constructor(
		private readonly operation: Operation,
		private readonly items: readonly ItemPlan[],
		private readonly run: Run,
		private readonly memory: Memory | undefined,
	) {
		for (const { unit } of items.flatMap((item) => ('entries' in item ? item.entries : []))) {
			for (const need of unit.needs ?? []) {
				if (this.entries.has(need)) continue;
				this.entries.set(need, { itemIndex: NO_ITEM, unit: { identity: { need }, request: need } });
			}
		}
		memory?.recall([...this.entries.values()]);
		this.finish();
	}

	/**
	 * Asks for what these entries still need, and writes all units with it. Those that do without it
	 * have failed.
	 */
	async ask(account: Account, entries: readonly Entry[], pace: Pace): Promise<void> {
		const { preliminary, idempotent } = this.operation;
		if (!preliminary) return;
		const needs = new Set(entries.flatMap(({ unit }) => unit.needs ?? []));
		const missing = [...needs].flatMap((need) => {
			const entry = this.entries.get(need);
			return entry && !entry.outcome ? [entry] : [];
		});
		if (missing.length === 0) return;
		await runBatches(
			{
				idempotent,
				run: async (_, [need]) => {
					const answer = await preliminary.ask(account, String(need));
					return [{ answer }];
				},
			},
			account,
			cutIntoBatches(missing, 1),
			this.run,
			pace,
			this.memory,
		);
		this.finish();
	}

	/** Writes the units with what is there, and fails those whose needs cannot be had. */
	private finish(): void {
		const obtained = new Map<string, string>();
		const failed = new Map<string, Failure>();
		for (const [need, { outcome }] of this.entries) {
			if (!outcome) continue;
			if ('failure' in outcome) failed.set(need, outcome.failure);
			else obtained.set(need, String(outcome.items[0]?.json.answer));
		}
		if (obtained.size + failed.size === 0) return;
		for (const item of this.items) {
			if (!('entries' in item) || !item.entries.some(({ unit }) => unit.needs?.length)) continue;
			this.finishItem(item, obtained, failed);
		}
	}

	private finishItem(
		{ entries, input }: Extract<ItemPlan, { entries: Entry[] }>,
		obtained: ReadonlyMap<string, string>,
		failed: ReadonlyMap<string, Failure>,
	): void {
		let units: Unit[];
		try {
			units = this.operation.prepare(input, { ...this.run, obtained });
		} catch (error) {
			// Final, it is no longer as it was checked: a short link may be longer than its stand-in.
			const failure = refusedInput(error as InvalidInputError);
			for (const entry of entries) entry.outcome ??= { failure };
			return;
		}
		for (const [index, entry] of entries.entries()) {
			entry.unit = units[index] ?? entry.unit;
			const need = entry.unit.needs?.find((one) => failed.has(one));
			const cause = need === undefined ? undefined : failed.get(need);
			if (need === undefined || !cause || !this.operation.preliminary) continue;
			entry.outcome ??= { failure: this.operation.preliminary.failure(need, cause) };
		}
	}
}
