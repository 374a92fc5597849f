import type { IDataObject } from 'n8n-workflow';
import type { Simulator } from '../../../simulator';
import type { Execution } from '../../../harness';
import { itemsOf, runsOf } from '../../../harness';

/** Recipients that take three requests of two, and the items that name them. */
export const sixRecipients = [1, 2, 3, 4, 5, 6].map((digit) => `060102030${digit}`);
export const sixItems = sixRecipients.map((phone, id) => ({ id, phone }));

/** What a run says of one recipient. */
export interface Row {
	to: string;
	status: string;
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && 'to' in value && 'status' in value;
}

/** The recipients as a run shows them: its outputs, or what the error that stopped it keeps. */
export function rowsOf(execution: Execution): Row[] {
	const rows = [0, 1]
		.flatMap((output) => itemsOf(execution, 'iSendPro', output))
		.map(({ json }): unknown => json.error ?? json);
	const kept: IDataObject = runsOf(execution, 'iSendPro').at(-1)?.error?.context ?? {};
	const data = (kept.data ?? {}) as { results?: unknown[] };
	return [...rows, ...(rows.length > 0 ? [] : (data.results ?? []))].filter(isRow);
}

/** Who got messages, in the order of their arrival. */
export function received({ phones }: Simulator): string[] {
	return phones.messages().map(({ to }) => to);
}

/** How an error names a recipient: n8n logs all of it. */
export const shortened = (phone: string) => `…${phone.slice(-4)}`;

/**
 * Compares what a run says with what the phones got: every recipient is told of once, nobody got a
 * message twice, who is called sent got it, and who got it is called sent or, at worst, unknown.
 */
export function expectTruth(recipients: string[], rows: Row[], phones: string[]): void {
	const isError = rows.some(({ to }) => to.startsWith('…'));
	const named = (numbers: string[]) => (isError ? numbers.map(shortened) : [...numbers]);
	const got = named(phones);
	const called = (...statuses: string[]) =>
		rows.filter(({ status }) => statuses.includes(status)).map(({ to }) => to);
	expect(rows.map(({ to }) => to).sort()).toEqual(named(recipients).sort());
	expect(new Set(phones).size).toBe(phones.length);
	expect(got).toEqual(expect.arrayContaining(called('sent', 'scheduled')));
	expect(called('sent', 'scheduled', 'unknown')).toEqual(expect.arrayContaining(got));
}
