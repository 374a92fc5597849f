import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { preProcessFile } from 'typescript';

const project = path.join(__dirname, '../..');
/** Files are named as imports name them, on Windows too. */
const { dirname, join, relative } = path.posix;

/** The folders whose files are read; what they import from elsewhere is no arrow. */
const HOUSES = ['credentials', 'harness', 'nodes', 'scripts', 'simulator', 'test'];

/** From a file to those of the project that it imports, and to packages. */
const imports = new Map(sources().map((file) => [file, importsOf(file)]));
const drawn = drawnArrows('CONTRIBUTING.md');

function sources(): string[] {
	return HOUSES.flatMap((house) =>
		readdirSync(join(project, house), { recursive: true, encoding: 'utf8' })
			.filter((file) => /(?<!\.d)\.ts$|\.[mc]?js$/.test(file) && !/node_modules/.test(file))
			.map((file) => join(house, ...file.split(path.sep))),
	);
}

function importsOf(file: string): string[] {
	const { importedFiles } = preProcessFile(readFileSync(join(project, file), 'utf8'), true, true);
	return importedFiles.map(({ fileName }) =>
		fileName.startsWith('.') ? existing(join(dirname(file), fileName)) : fileName,
	);
}

/** TypeScript leaves out the end of a file's name. */
function existing(path: string): string {
	const ends = ['', '.ts', '.d.ts', '/index.ts'];
	const end = ends.find(
		(each) => /\.\w+$/.test(path + each) && existsSync(join(project, path + each)),
	);
	if (end === undefined) throw new Error(`There is no ${path}`);
	return path + end;
}

/** The rooms that a file is in, from the outermost, e.g. `nodes`, `api`, `wire`; a loose file is one. */
function roomsOf(file: string): string[] {
	const [house = '', , room, inner] = file.split('/');
	if (house !== 'nodes' || room === undefined) return [house];
	if (room.includes('.')) return [house, 'node'];
	const isDivided = room === 'api' || room === 'engine';
	return isDivided ? [house, room, inner?.replace(/\.ts$/, '') ?? ''] : [house, room];
}

/** The rooms of the simulator; its loose files are the room `index`. */
function simulatorRoomsOf(file: string): string[] {
	const [, room = ''] = file.split('/');
	return [room.includes('.') ? 'index' : room];
}

/** The arrow that an import makes: between the outermost rooms that its two files do not share. */
function arrowOf(from: string, to: string, rooms: typeof roomsOf): string | undefined {
	const [fromRooms, toRooms] = [rooms(from), rooms(to)];
	const depth = fromRooms.findIndex((room, index) => room !== toRooms[index]);
	return depth < 0 ? undefined : `${fromRooms[depth]} --> ${toRooms[depth]}`;
}

/** Each arrow that the imports of a house, or of all, make, with the imports that make it. */
function foundArrows(rooms = roomsOf, house = ''): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const [from, targets] of imports) {
		if (!from.startsWith(house)) continue;
		for (const to of targets.filter((target) => imports.has(target))) {
			const arrow = arrowOf(from, to, rooms);
			if (arrow) found.set(arrow, [...(found.get(arrow) ?? []), `${from} imports ${to}`]);
		}
	}
	return found;
}

/** The arrows of a page's picture, where `a --> b & c` are two. */
function drawnArrows(page: string): string[] {
	const text = readFileSync(join(project, page), 'utf8');
	const picture = /^```mermaid\n(.*?)^```/ms.exec(text)?.[1] ?? '';
	return [...picture.matchAll(/^\s*(\w+) --> (.+)$/gm)].flatMap(([, from, to = '']) =>
		to.split(' & ').map((room) => `${from} --> ${room}`),
	);
}

/** Takes away what leads nowhere and what nothing leads to, until only circles are left. */
function circular(arrows: ReadonlyMap<string, readonly string[]>): string[] {
	const left = new Map(arrows);
	for (let before = Infinity; left.size < before;) {
		before = left.size;
		for (const [from, targets] of left) {
			const isEntered = [...left.values()].some((others) => others.includes(from));
			if (!isEntered || !targets.some((target) => left.has(target))) left.delete(from);
		}
	}
	return [...left.keys()];
}

describe('Imports', () => {
	it('are read from every house', () => {
		expect(new Set([...imports.keys()].map((file) => file.split('/')[0]))).toEqual(new Set(HOUSES));
		expect(foundArrows().size).toBeGreaterThan(10);
	});

	it('make no circle of files', () => {
		expect(circular(imports)).toEqual([]);
	});

	it('are the arrows of the picture in CONTRIBUTING.md, each of them', () => {
		const found = foundArrows();
		expect(drawn.filter((arrow) => !found.has(arrow))).toEqual([]);
		for (const arrow of drawn) found.delete(arrow);
		expect(Object.fromEntries(found)).toEqual({});
	});

	it('are the arrows of the picture in simulator/README.md, each of them', () => {
		const found = Object.fromEntries(foundArrows(simulatorRoomsOf, 'simulator/'));
		expect(found).toEqual(
			Object.fromEntries(
				drawnArrows('simulator/README.md').map((arrow) => [arrow, expect.anything()]),
			),
		);
	});

	it('of the engine are no request, no operation, no page and no connection', () => {
		const outer = [...imports]
			.filter(([file]) => roomsOf(file)[1] === 'engine')
			.flatMap(([, targets]) => targets.map((target) => roomsOf(target).slice(1).join('/')))
			.filter((target) => target !== '' && !target.startsWith('engine/'));
		expect([...new Set(outer)].sort()).toEqual(['api/errors', 'api/text', 'api/wire']);
	});

	it.each([
		['api', []],
		['trigger', ['trigger/webhook.ts']],
		['polling', ['polling/poll.ts']],
	])('of n8n are none in %s/ but in %j', (room, files) => {
		const meeting = [...imports]
			.filter(([file, targets]) => {
				return roomsOf(file)[1] === room && targets.some((target) => /^n8n-/.test(target));
			})
			.map(([file]) => relative('nodes/ISendPro', file));
		expect(meeting).toEqual(files);
	});
});

describe('The picture of the rooms', () => {
	it.each(['CONTRIBUTING.md', 'simulator/README.md'])('has no circle in %s', (page) => {
		const arrows = new Map<string, string[]>();
		for (const [from = '', to = ''] of drawnArrows(page).map((arrow) => arrow.split(' --> '))) {
			arrows.set(from, [...(arrows.get(from) ?? []), to]);
		}
		expect(circular(arrows)).toEqual([]);
	});

	it.each([
		['harness', []],
		['simulator', []],
		['scripts', ['harness', 'simulator']],
		['engine', ['api']],
		['execute', ['operation', 'output', 'run', 'task']],
		['run', ['operation', 'reading', 'task']],
		['output', ['task']],
		['reading', ['field']],
		['trigger', ['api']],
		['polling', ['api', 'engine', 'transport', 'trigger']],
		['waiting', ['api']],
	])('leads from %s to nothing but %j', (room, targets) => {
		expect(drawn.filter((arrow) => arrow.startsWith(`${room} --> `))).toEqual(
			targets.map((target) => `${room} --> ${target}`),
		);
	});
});
