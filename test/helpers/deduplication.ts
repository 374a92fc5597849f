import { createHash } from 'node:crypto';
import { DataDeduplicationService } from 'n8n-core';
import type {
	DeduplicationItemTypes,
	DeduplicationScope,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
} from 'n8n-workflow';

/** The list of one node, as n8n keeps it in one row. */
type Row = string[];

const md5 = (value: DeduplicationItemTypes) =>
	createHash('md5').update(String(value)).digest('base64');

/**
 * n8n's deduplication service as its server has it: each call reads one row, changes it and writes it
 * back, without a lock; equal items of one call are all new; the list slides.
 */
export class Deduplicator implements IDataDeduplicator {
	readonly rows = new Map<string, Row>();

	/** What it was asked for, in order: `record 2`, `remove 1`. */
	readonly calls: string[] = [];

	/** What the service was given to keep. */
	readonly given: DeduplicationItemTypes[] = [];

	/** Throws what the next calls throw. */
	fault: (call: string) => void = () => {};

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		data: ICheckProcessedContextData,
		{ maxEntries }: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		this.given.push(...items);
		const row = await this.read(`record ${items.length}`, scope, data);
		const known = new Set(row);
		const isKnown = (item: DeduplicationItemTypes) => known.has(md5(item));
		const added = items.filter((item) => !isKnown(item));
		row.push(...added.map(md5));
		if (maxEntries) row.splice(0, row.length - maxEntries);
		await this.write(scope, data, row);
		return { new: added, processed: items.filter(isKnown) };
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		data: ICheckProcessedContextData,
	): Promise<void> {
		const row = await this.read(`remove ${items.length}`, scope, data);
		for (const item of items) {
			const place = row.indexOf(md5(item));
			if (place !== -1) row.splice(place, 1);
		}
		await this.write(scope, data, row);
	}

	clearAllProcessedItems = async () => await Promise.reject(new Error('not in tests'));

	getProcessedDataCount = async () => await Promise.reject(new Error('not in tests'));

	/** How many keys a node has. */
	get count(): number {
		return [...this.rows.values()].reduce((sum, { length }) => sum + length, 0);
	}

	reset(): void {
		this.rows.clear();
		this.calls.length = 0;
		this.given.length = 0;
		this.fault = () => {};
	}

	private async read(
		call: string,
		scope: DeduplicationScope,
		data: ICheckProcessedContextData,
	): Promise<Row> {
		this.calls.push(call);
		this.fault(call);
		await aDatabase();
		return [...(this.rows.get(placeOf(scope, data)) ?? [])];
	}

	private async write(
		scope: DeduplicationScope,
		data: ICheckProcessedContextData,
		row: Row,
	): Promise<void> {
		await aDatabase();
		this.rows.set(placeOf(scope, data), row);
	}
}

const placeOf = (scope: DeduplicationScope, { node, workflow }: ICheckProcessedContextData) =>
	`${workflow.id} ${scope === 'node' ? node?.id : ''}`;

/** Other work comes in between. */
async function aDatabase(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 1));
}

/** The service of the engine that tests run; emptied before each of them. */
export const deduplicator = new Deduplicator();

beforeAll(async () => await DataDeduplicationService.init(deduplicator));
beforeEach(() => deduplicator.reset());
