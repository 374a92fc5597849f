import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OperationRow } from '../operations';
import { rows } from '../operations';

/** Where n8n's editor looks for what a node puts out, to show it before the first run. */
export const schemaFolder = join(__dirname, '../../nodes/ISendPro/__schema__/v1.0.0');

/** The file of an operation, in that folder. */
export const schemaFile = (name: string) => `${name.replace(':', '/')}.json`;

interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Of objects: every field that one of them has, once. */
function schemaOfAll(objects: object[]): Schema {
	const properties: Record<string, Schema> = {};
	for (const [key, value] of objects.flatMap((one) => Object.entries(one))) {
		properties[key] ??= schemaOfValue(value);
	}
	return { type: 'object', properties };
}

function schemaOfValue(value: unknown): Schema {
	if (Array.isArray(value)) return { type: 'array', items: schemaOfAll(value) };
	if (value instanceof RegExp) return { type: 'string' };
	if (typeof value === 'object' && value !== null) return schemaOfAll([value]);
	return { type: typeof value };
}

/** What an operation puts out, as n8n's editor reads it: every field that its row shows, once. */
export function schemaOf({ output, fullOutput }: OperationRow): string {
	const schema = { ...schemaOfAll(fullOutput ? [fullOutput] : output), version: 1 };
	return `${JSON.stringify(schema, null, '\t')}\n`;
}

function pathsIn({ properties, items }: Schema, path = ''): string[] {
	const inner = properties ?? items?.properties;
	if (!inner) return [path];
	return Object.entries(inner).flatMap(([key, schema]) =>
		pathsIn(schema, path ? `${path}.${key}` : key),
	);
}

/** Every field that an operation may put out, with a dot before what is inside of another. */
export function fieldsOf({ output, fullOutput = {} }: OperationRow): string[] {
	return pathsIn(schemaOfAll([...output, fullOutput]));
}

/** Writes the schema of every operation. */
export function writeSchemas(): void {
	for (const [name, row] of Object.entries(rows)) {
		const file = join(schemaFolder, schemaFile(name));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, schemaOf(row));
	}
}
