import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const api = join(__dirname, '../../nodes/ISendPro/api');

describe('The files of api/', () => {
	it.each(
		readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')),
	)('do not mention n8n: %s', (file) => {
		expect(readFileSync(join(api, file), 'utf8')).not.toMatch(/n8n/i);
	});
});
