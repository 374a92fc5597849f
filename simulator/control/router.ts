import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Simulator } from '../types';
import { actions } from './actions';
import { ControlError } from './input';
import { mask } from './mask';

export const CONTROL_PATH = '/_simulator';

interface ControlRequest {
	method: string;
	path: string;
	/** One character a byte. */
	body: string;
}

const CONTENT_TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** The control page and the files it loads, by path. */
const PAGES: ReadonlyMap<string, PageFile> = new Map([
	['', readPageFile('index', 'html')],
	['/', readPageFile('index', 'html')],
	['/page.css', readPageFile('page', 'css')],
	['/elements.js', readPageFile('elements', 'js')],
	['/phones.js', readPageFile('phones', 'js')],
	['/page.js', readPageFile('page', 'js')],
]);

interface PageFile {
	contentType: string;
	content: Buffer;
}

function readPageFile(name: string, kind: keyof typeof CONTENT_TYPES): PageFile {
	return {
		contentType: `${CONTENT_TYPES[kind]}; charset=utf-8`,
		content: readFileSync(join(__dirname, 'page', `${name}.${kind}`)),
	};
}

/** Answers a request to the control API: the control page, or JSON with keys masked. */
export async function answerControl(
	simulator: Simulator,
	{ method, path: fullPath, body }: ControlRequest,
	response: ServerResponse,
): Promise<void> {
	const path = fullPath.slice(CONTROL_PATH.length);
	const shown = method === 'GET' ? PAGES.get(path) : undefined;
	if (shown !== undefined) {
		const { contentType, content } = shown;
		response.writeHead(200, {
			'Content-Type': contentType,
			'Content-Security-Policy': "default-src 'self'",
			'Cache-Control': 'no-store',
		});
		response.end(content);
		return;
	}
	const { status, result } = await run(simulator, { method, path, body });
	response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
	response.end(mask(JSON.stringify(result, describeValue), simulator));
}

async function run(
	simulator: Simulator,
	{ method, path, body }: ControlRequest,
): Promise<{ status: number; result: unknown }> {
	const [, name = '', detail = ''] = path.split('/').map(decodeURIComponent);
	const action = actions[`${method} ${name}`];
	if (action === undefined) return { status: 404, result: { error: `No ${method} ${path}` } };
	try {
		const result = await action(simulator, { detail, input: readInput(body) });
		return { status: 200, result: result ?? { done: true } };
	} catch (error) {
		if (error instanceof ControlError || error instanceof RangeError) {
			return { status: 400, result: { error: error.message } };
		}
		throw error;
	}
}

/** The JSON object of a body, which has one character a byte; empty without a body. */
function readInput(body: string): Record<string, unknown> {
	if (body === '') return {};
	let value: unknown;
	try {
		value = JSON.parse(Buffer.from(body, 'latin1').toString('utf8'));
	} catch {
		throw new ControlError('The body is not JSON');
	}
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
	throw new ControlError('The body is not an object');
}

function describeValue(_name: string, value: unknown): unknown {
	return value instanceof Set ? [...value] : value;
}
