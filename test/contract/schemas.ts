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
	const properties = propertiesOf(example ? [example] : output);
	return `${JSON.stringify({ type: 'object', properties, version: 1 }, null, '\t')}\n`;
}

function propertiesOf(examples: object[]): Record<string, object> {
	const properties: Record<string, object> = {};
	for (const json of examples) {
		for (const [key, value] of Object.entries(json) as Array<[string, unknown]>) {
			properties[key] ??= typeOf(value);
		}
	}
	return properties;
}

function typeOf(value: unknown): object {
	if (value instanceof RegExp) return { type: 'string' };
	if (typeof value !== 'object' || value === null) return { type: typeof value };
	return { type: 'object', properties: propertiesOf([value]) };
}

/** Writes the schema of every operation: `npm run schemas`. */
export function main(): void {
	for (const [name, row] of Object.entries(rows)) {
		const file = join(schemaFolder, schemaFile(name));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, schemaOf(row));
	}
}
