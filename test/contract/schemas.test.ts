import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from '../operations';
import { schemaFile, schemaFolder, schemaOf } from './schemas';

describe('The output schemas', () => {
	it('are those of the operations', () => {
		const files = readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' });
		expect(files.filter((file) => file.endsWith('.json')).sort()).toEqual(
			Object.keys(rows).map(schemaFile).sort(),
		);
	});

	it.each(Object.entries(rows))('%s puts out what its row does: `npm run schemas`', (name, row) => {
		expect(readFileSync(join(schemaFolder, schemaFile(name)), 'utf8')).toBe(schemaOf(row));
	});
});
