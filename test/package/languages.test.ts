import type { Section } from './pages';
import { readPage, targetOf } from './pages';

/** The English pages, each with its French one. */
const translations = new Map([
	['README.md', 'docs/README.fr.md'],
	['docs/trigger.md', 'docs/trigger.fr.md'],
]);

/** The one section that English has not: it explains the interface's English words. */
const GLOSSARY = 'Glossaire';

const pages = [...translations].map(([english, french]) => ({ english, french }));

/** Where the links of a section lead to, apart from the other language; French pages count as English. */
function leadingTo({ links }: Section, page: string, other: string): string[] {
	const english = new Map([...translations].map(([from, to]) => [to, from]));
	return links
		.map((link) => targetOf(link, page) ?? { file: link })
		.filter(({ file }) => file !== other)
		.map(({ file, heading }) => `${english.get(file) ?? file} ${heading ?? ''}`)
		.sort();
}

/** What is the same in every language. */
function skeletonOf(section: Section, page: string, other: string) {
	const { level, code, spans, rows, points } = section;
	return {
		level,
		code,
		names: [...new Set(spans)].sort(),
		links: leadingTo(section, page, other),
		rows: rows.map((cells) => cells.map((cell) => (cell.match(/`[^`]+`/g) ?? []).sort())),
		points,
	};
}

/** What stands in italics: labels of the interface. */
function labelsIn(sections: readonly Section[]): string[] {
	const text = sections.map((section) => section.text.replace(/\s+/g, ' ')).join(' ');
	return [...text.matchAll(/(?<![*\w])\*([^*]+)\*(?![*\w])/g)].map(([, label = '']) => label);
}

describe.each(pages)('$french', ({ english, french }) => {
	const original = readPage(english);
	const translated = readPage(french).filter(({ title }) => title !== GLOSSARY);
	const words = original.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');

	it('has the sections of the English page', () => {
		expect(translated.map(({ level }) => level)).toEqual(original.map(({ level }) => level));
	});

	it.each(original.map(({ title }, index) => [title, index] as const))(
		'has the commands, names, links, tables and lists of "%s"',
		(_, index) => {
			const [section, counterpart] = [original[index], translated[index]];
			if (!section || !counterpart) throw new Error('A section has no counterpart');
			expect(skeletonOf(counterpart, french, english)).toEqual(
				skeletonOf(section, english, french),
			);
		},
	);

	it('and the English page lead to each other at once', () => {
		expect(targetOf(original[0]?.links[0] ?? '', english)).toEqual({ file: french });
		expect(targetOf(translated[0]?.links[0] ?? '', french)).toEqual({ file: english });
	});

	it('leaves labels of the interface as they are', () => {
		expect(labelsIn(translated).filter((label) => !words.includes(label))).toEqual([]);
	});
});

describe('The glossary', () => {
	it('stands at the end, and explains words that the English page uses', () => {
		const glossary = readPage('docs/README.fr.md').at(-1);
		expect(glossary?.title).toBe(GLOSSARY);
		const english = readPage('README.md')
			.map(({ text }) => text.toLowerCase())
			.join(' ');
		const explained = (glossary?.rows.slice(1) ?? []).map(([cell = '']) => cell.trim());
		expect(explained.length).toBeGreaterThan(10);
		expect(explained.filter((word) => !english.includes(word.toLowerCase()))).toEqual([]);
	});
});
