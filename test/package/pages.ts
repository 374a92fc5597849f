import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** A heading of a page and what stands under it, up to the next one. */
export interface Section {
	/** 1 to 6. */
	level: number;
	title: string;
	/** Blocks of code, with their language. */
	code: string[];
	/** What stands in backticks, outside of blocks. */
	spans: string[];
	/** Addresses of links and pictures, as they are written. */
	links: string[];
	/** Rows of tables, headings included: their cells. */
	rows: string[][];
	/** Points of lists: what each begins with, e.g. `1.` or `- [ ]`. */
	points: string[];
	/** Everything but blocks of code. */
	text: string;
}

const FENCED = /^```.*?^```$/gms;
const spansIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
const linksIn = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);

function sectionOf(heading: string, body: string): Section {
	const text = body.replace(FENCED, '');
	const lines = text.split('\n');
	return {
		level: heading.indexOf(' '),
		title: heading.replace(/^#+ /, ''),
		code: [...body.matchAll(FENCED)].map(([block]) => block),
		spans: spansIn(text),
		links: linksIn(text),
		rows: lines
			.filter((line) => line.startsWith('|') && !/^\|[-|]+$/.test(line))
			.map((line) => line.slice(1, -1).split(/(?<!\\)\|/)),
		points: lines.flatMap((line) => /^ *(-(?: \[ \])?|\d+\.) /.exec(line)?.[1] ?? []),
		text,
	};
}

/**
 * Reads a page.
 * @param file from the project's folder
 */
export function readPage(file: string): Section[] {
	const markdown = readFileSync(path.join(root, file), 'utf8');
	// A line of a block of code may begin as headings do.
	const hidden = markdown.replace(FENCED, (block) => block.replace(/^#/gm, '\0'));
	const [, ...parts] = hidden.split(/^(#+ .*)$/m).map((part) => part.replace(/\0/g, '#'));
	return parts.flatMap((part, index) =>
		index % 2 === 0 ? [sectionOf(part, parts[index + 1] ?? '')] : [],
	);
}

/** The anchor that GitHub gives a heading. */
function anchorOf({ title }: Section): string {
	return title
		.toLowerCase()
		.replace(/[^\p{Letter}\p{Number}\p{Mark} _-]/gu, '')
		.replace(/ /g, '-');
}

/** Where a link within the project leads. */
export interface Target {
	/** From the project's folder. */
	file: string;
	/** The position of the heading in that page; -1 if the page has none of that name. */
	heading?: number;
}

/**
 * Resolves a link.
 * @param from the page that it stands in
 * @returns undefined if it leads out of the project
 */
export function targetOf(link: string, from: string): Target | undefined {
	if (/^[a-z]+:/.test(link)) return undefined;
	const [address = '', anchor] = link.split('#');
	const file = address === '' ? from : path.posix.join(path.posix.dirname(from), address);
	if (anchor === undefined) return { file };
	const heading = readPage(file).findIndex((section) => anchorOf(section) === anchor);
	return { file, heading };
}
