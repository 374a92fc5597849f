import { ISendProApi } from '../../credentials/ISendProApi.credentials';
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node';
import { ISendProPollingTrigger } from '../../nodes/ISendPro/ISendProPollingTrigger.node';
import { ISendProTrigger } from '../../nodes/ISendPro/ISendProTrigger.node';
import type { Section } from './pages';
import { readPage, targetOf } from './pages';

/** The English pages, each with its French one. */
const translations = new Map([
	['README.md', 'docs/README.fr.md'],
	['docs/trigger.md', 'docs/trigger.fr.md'],
	['docs/lists.md', 'docs/lists.fr.md'],
]);

/** The one section that the English page lacks: it explains the interface's English words. */
const GLOSSARY = 'Glossaire';

const pages = [...translations].map(([english, french]) => ({ english, french }));

/** The targets of a section's links, except the other language; French pages count as English. */
function linkTargets({ links }: Section, page: string, other: string): string[] {
	const english = new Map([...translations].map(([from, to]) => [to, from]));
	return links
		.map((link) => targetOf(link, page) ?? { file: link })
		.filter(({ file }) => file !== other)
		.map(({ file, heading }) => `${english.get(file) ?? file} ${heading ?? ''}`)
		.sort();
}

/** What the interface shows as a name, with a capital letter. */
const interfaceNames = new Set(
	namesIn([new ISendPro(), new ISendProTrigger(), new ISendProPollingTrigger(), new ISendProApi()]),
);

function namesIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const { displayName, name } = value as { displayName?: unknown; name?: unknown };
	return [displayName, name, ...Object.values(value).flatMap(namesIn)].filter(
		(word): word is string => typeof word === 'string' && /^\p{Lu}/u.test(word),
	);
}

/** What no language changes in a cell: a list of the interface's names, or what is in backticks. */
function fixedIn(cell: string): string[] {
	const names = cell.trim().split(', ');
	return names.every((name) => interfaceNames.has(name))
		? names
		: (cell.match(/`[^`]+`/g) ?? []).sort();
}

/** What is in italics with a capital letter: names in the interface and in n8n's. */
function labelsIn({ text }: Section): string[] {
	const labels = text.replace(/\s+/g, ' ').matchAll(/(?<![*\w])\*(\p{Lu}[^*]+)\*(?![*\w])/gu);
	return [...labels].map(([, label = '']) => label);
}

/** What is in bold and is a name in the interface. */
function namesInBold({ text }: Section): string[] {
	const bold = text.replace(/\s+/g, ' ').matchAll(/\*\*([^*]+)\*\*/g);
	return [...bold].map(([, name = '']) => name).filter((name) => interfaceNames.has(name));
}

const each = (values: readonly string[]) => [...new Set(values)].sort();

/** What is the same in every language. */
function skeletonOf(section: Section, page: string, other: string) {
	const { level, code, spans, rows, points } = section;
	return {
		level,
		code,
		names: each(spans),
		labels: each(labelsIn(section)),
		bold: each(namesInBold(section)),
		links: linkTargets(section, page, other),
		rows: rows.map((cells) => cells.map(fixedIn)),
		points,
	};
}

describe.each(pages)('$french', ({ english, french }) => {
	const original = readPage(english);
	const translated = readPage(french).filter(({ title }) => title !== GLOSSARY);

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

	it('and the English page begin with a link to each other', () => {
		expect(targetOf(original[0]?.links[0] ?? '', english)).toEqual({ file: french });
		expect(targetOf(translated[0]?.links[0] ?? '', french)).toEqual({ file: english });
	});
});

describe('The glossary', () => {
	it('is at the end and explains words of the English page', () => {
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
