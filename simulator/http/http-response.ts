import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Fault, RecordedRequest } from '../types';
import type { SingleByteCharset } from './latin9';
import { numberedElements, writeXml } from './xml';
import type { AnswerRecord, Element } from './xml';

/** What is answered to a request. */
export type Answer =
	| { kind: 'flat'; elements: readonly Element[]; charset?: SingleByteCharset }
	| { kind: 'records'; records: AnswerRecord[] }
	| { kind: 'file'; name: string; content: Buffer };

const MAX_RECORDED_BYTES = 65_536;
const HUGE_BYTES = 64 * 1024 * 1024;

/** A complete HTTP response. */
export interface HttpResponse {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
}

/** The response with the faults of its document: root, charset, records, numbers. */
export function renderAnswer(answer: Answer, fault: Fault | undefined): HttpResponse {
	if (answer.kind === 'file') {
		const zipped = answer.name.endsWith('.zip');
		return {
			status: 200,
			headers: {
				'Content-Type': zipped ? 'application/zip' : 'text/csv; charset=ISO-8859-1',
				'Content-Disposition': `attachment; filename="${answer.name}"`,
			},
			body: answer.content,
		};
	}
	const charset = (answer.kind === 'flat' ? answer.charset : undefined) ?? 'ISO-8859-1';
	const elements =
		answer.kind === 'flat' ? answer.elements : numberedElements(spoilRecords(answer, fault));
	const body = writeXml(elements, charset, {
		root: fault?.kind === 'wrongRoot' ? 'reponse' : 'etat',
		declared: fault?.kind === 'wrongCharset' ? 'UTF-8' : charset,
	});
	const status = (fault?.kind === 'code' ? fault.status : undefined) ?? 200;
	return {
		status,
		headers: { 'Content-Type': 'text/xml' },
		body: fault?.kind === 'otherNumbers' ? withOtherNumbers(body) : body,
	};
}

function spoilRecords({ records }: Extract<Answer, { kind: 'records' }>, fault: Fault | undefined) {
	if (fault?.kind === 'missingRecords') {
		return records.filter(({ number }) => !fault.records.includes(number));
	}
	return fault?.kind === 'shuffledRecords' ? [...records].reverse() : records;
}

/** Each number of an answer with another last digit. */
function withOtherNumbers(body: Buffer): Buffer {
	const named = /(<tel\d*>\d+)(\d)(?=<)/g;
	const other = (_: string, start: string, digit: string) => start + ((Number(digit) + 5) % 10);
	return Buffer.from(body.toString('latin1').replace(named, other), 'latin1');
}

const errorPage = (status: number) =>
	`<html>\n<head><title>${status}</title></head>\n<body><center><h1>${status}</h1></center><hr><center>nginx</center></body>\n</html>\n`;

const cut = (body: Buffer) => body.subarray(0, Math.floor(body.length * 0.6));

/** The response with the faults of the way: replaced, emptied, cut, or surrounded. */
export function spoilResponse(response: HttpResponse, fault: Fault | undefined): HttpResponse {
	switch (fault?.kind) {
		case 'html': {
			const status = fault.status ?? 502;
			return {
				status,
				headers: { 'Content-Type': 'text/html' },
				body: Buffer.from(errorPage(status)),
			};
		}
		case 'status': {
			const { status, retryAfter: wait } = fault;
			const headers = { ...(wait === undefined ? {} : { 'Retry-After': String(wait) }) };
			return { status, headers, body: Buffer.alloc(0) };
		}
		case 'empty':
			return { ...response, body: Buffer.alloc(0) };
		case 'cutXml':
			return { ...response, body: cut(response.body) };
		case 'surrounded': {
			const { before = '', after = '' } = fault;
			const body = Buffer.concat([Buffer.from(before), response.body, Buffer.from(after)]);
			return { ...response, body };
		}
		default:
			return response;
	}
}

/** Writes a response and records it, unless its fault hangs or resets the connection. */
export function writeResponse(
	response: ServerResponse,
	{ status, headers, body }: HttpResponse,
	fault: Fault | undefined,
	record: RecordedRequest,
): void {
	if (fault?.kind === 'hangBefore' || fault?.kind === 'hangAfter') return;
	if (fault?.kind === 'resetBefore' || fault?.kind === 'resetAfter') {
		response.socket?.resetAndDestroy();
		return;
	}
	record.answer = {
		status,
		contentType: headers['Content-Type'] ?? '',
		body: body.subarray(0, MAX_RECORDED_BYTES).toString('latin1'),
	};
	if (fault?.kind === 'huge') {
		response.writeHead(200, headers);
		Readable.from(padded(body, fault.bytes ?? HUGE_BYTES)).pipe(response);
		return;
	}
	response.writeHead(status, { ...headers, 'Content-Length': body.length });
	if (fault?.kind === 'cutConnection') {
		response.write(cut(body), () => response.socket?.destroy());
		return;
	}
	response.end(body);
}

/** The document with a comment of so many bytes before its root. */
function* padded(body: Buffer, bytes: number): Generator<Buffer> {
	const declarationEnd = body.indexOf('?>') + 2;
	yield Buffer.concat([body.subarray(0, declarationEnd), Buffer.from('\n<!-- ')]);
	const filler = Buffer.alloc(65_536, 'x');
	for (let left = bytes; left > 0; left -= filler.length) yield filler;
	yield Buffer.concat([Buffer.from(' -->'), body.subarray(declarationEnd)]);
}
