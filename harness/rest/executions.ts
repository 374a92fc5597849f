import type { INodeExecutionData, IRunExecutionData, ITaskData } from 'n8n-workflow';

/** An execution as n8n stored it, its data unpacked. */
export interface Execution {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
	finished: boolean;
	data: IRunExecutionData;
}

/**
 * Unpacks n8n's stored execution data: a JSON table whose first entry is the root and in which each
 * string inside an object or a list is the position of what it stands for.
 */
export function unpack(text: string): unknown {
	const table: unknown = JSON.parse(text);
	if (!Array.isArray(table)) return table;
	const entries: unknown[] = table;
	const seen = new Set<unknown>();
	const resolve = (value: unknown): unknown =>
		typeof value === 'string' ? fill(entries[Number(value)]) : value;
	// In place, so that an own `__proto__` stays a property and a cycle stays a cycle.
	const fill = (value: unknown): unknown => {
		if (typeof value !== 'object' || value === null || seen.has(value)) return value;
		seen.add(value);
		for (const [key, child] of Object.entries(value)) Reflect.set(value, key, resolve(child));
		return value;
	};
	return fill(entries[0]);
}

/** All runs of one node in an execution. */
export function runsOf(execution: Execution, node: string): ITaskData[] {
	return execution.data.resultData.runData[node] ?? [];
}

/** What one node put out in its last run at one of its outputs; empty when that was nothing. */
export function itemsOf(execution: Execution, node: string, output = 0): INodeExecutionData[] {
	return runsOf(execution, node).at(-1)?.data?.main?.[output] ?? [];
}
