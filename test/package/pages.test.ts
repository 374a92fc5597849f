import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
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
