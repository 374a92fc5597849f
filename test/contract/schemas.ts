import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OperationRow } from '../operations';
import { rows } from '../operations';

/** Where n8n's editor looks for what a node puts out, to show it before the first run. */
export const schemaFolder = join(__dirname, '../../nodes/ISendPro/__schema__/v1.0.0');

/** The file of an operation, in that folder. */
export const schemaFile = (name: string) => `${name.replace(':', '/')}.json`;

/** What an operation puts out, as n8n's editor reads it: every field that its row shows, once. */
export function schemaOf({ output, example }: OperationRow): string {
	const properties: Record<string, { type: string }> = {};
	for (const json of example ? [example] : output) {
		for (const [key, value] of Object.entries(json)) {
			properties[key] ??= { type: value instanceof RegExp ? 'string' : typeof value };
		}
	}
	return `${JSON.stringify({ type: 'object', properties, version: 1 }, null, '\t')}\n`;
}

/** Writes the schema of every operation. */
export function main(): void {
	for (const [name, row] of Object.entries(rows)) {
		const file = join(schemaFolder, schemaFile(name));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, schemaOf(row));
	}
}
