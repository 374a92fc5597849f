import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from '../operations';
import { schemaFile, schemaFolder, schemaOf } from './schemas';

describe('The output schemas', () => {
	it('exist for each operation', () => {
		const files = readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' });
		expect(files.filter((file) => file.endsWith('.json')).sort()).toEqual(
			Object.keys(rows).map(schemaFile).sort(),
		);
	});

	it.each(Object.entries(rows))('describe the output of %s: `npm run generate`', (name, row) => {
		expect(readFileSync(join(schemaFolder, schemaFile(name)), 'utf8')).toBe(schemaOf(row));
	});
});
