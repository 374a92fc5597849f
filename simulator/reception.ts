import type { IncomingMessage } from 'node:http';
import { type Reading, readForm } from './gateway';
import type { RecordedRequest } from './types';
import { parseForm } from './wire/form';
import type { World } from './world';

const longestBody = 16 * 1024 * 1024;

/** A body, one character a byte. Rejects for one that is longer than any request. */
export async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > longestBody) throw new Error('The body is too long');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('latin1');
}

/** Path and query of a target. */
export function splitTarget(target: string): [path: string, query: string] {
	const place = target.indexOf('?');
	return place < 0 ? [target, ''] : [target.slice(0, place), target.slice(place + 1)];
}

/** Reads a request to the API, records it, and takes the fault that is meant for it. */
export function receive(
	world: World,
	request: IncomingMessage,
	query: string,
	body: string,
): { reading: Reading; record: RecordedRequest } {
	const { method = '', url: target = '', headers } = request;
	const contentType = headers['content-type'] ?? '';
	const hasForm = method === 'POST' && /^application\/x-www-form-urlencoded\b/i.test(contentType);
	const reading = readForm(parseForm(hasForm ? `${query}&${body}` : query), world.accounts);
	const record: RecordedRequest = {
		number: world.requests.length + 1,
		kind: reading.kind,
		method,
		target,
		contentType,
		body,
		arguments: Object.fromEntries(reading.args.values),
		names: [...reading.args.names],
		ignoredArguments: [],
		acted: false,
		at: world.clock.now(),
	};
	record.fault = world.faults.take(record.number, record.kind);
	world.requests.push(record);
	return { reading, record };
}
