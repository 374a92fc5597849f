import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { resources } from '../../nodes/ISendPro/actions/registry';
import { readPage, targetOf } from './pages';

const root = path.resolve(__dirname, '../..');

/** Every page of the project. */
const pages = ['.', '.github', 'docs', 'docs/decisions', 'simulator'].flatMap((folder) =>
	readdirSync(path.join(root, folder))
		.filter((file) => file.endsWith('.md'))
		.map((file) => path.posix.join(folder, file)),
);

describe('A page of the project', () => {
	it.each(pages)('%s has no broken link', (page) => {
		const broken = readPage(page)
			.flatMap(({ links }) => links)
			.filter((link) => {
				const target = targetOf(link, page);
				return target && (target.heading === -1 || !existsSync(path.join(root, target.file)));
			});
		expect(broken).toEqual([]);
	});

	it.each(pages)('%s names only test files that exist', (page) => {
		const missing = readPage(page)
			.flatMap(({ spans }) => spans)
			.filter((span) => /^test\/[\w./-]+$/.test(span) && !existsSync(path.join(root, span)));
		expect(missing).toEqual([]);
	});
});

describe('README.md', () => {
	it('names each operation: SMS in bold, the others in a table under their resource', () => {
		const page = readPage('README.md');
		const bold = page.flatMap(({ text }) => [...text.matchAll(/\*\*([^*]+)\*\*/g)]);
		const named = new Set(bold.map(([, label]) => `SMS: ${label}`));
		let resource = '';
		for (const cells of page.find(({ title }) => title === 'Everything else')?.rows ?? []) {
			const [first = '', labels = ''] = cells.map((cell) => cell.trim());
			resource = first || resource;
			for (const label of labels.split(', ')) named.add(`${resource}: ${label}`);
		}
		const all = resources.flatMap(({ option, operations }) =>
			operations.map((operation) => `${option.name}: ${operation.option.name}`),
		);
		expect(all.filter((name) => !named.has(name))).toEqual([]);
	});
});
