import { escapeHtml } from '../api/text/html';
import type { Answer, AnswerRecord, Redact } from '../api/wire/answer';
import type { FormField } from '../api/wire/form';
import { encodeForm } from '../api/wire/form';

/** Fields whose values are secrets of a sub-account [3.17]. */
const SECRET_FIELDS = new Set(['subAccountKeyId', 'subAccountPassword']);
/** Shorter secrets would match ordinary words; a real key has 20 characters. */
const MIN_SECRET_LENGTH = 6;
const SHOWN_INSTEAD = '***';

/** How a page may write a text: unchanged, escaped, in a form, and in UTF-8 or UTF-16 read as Latin-1. */
function listSpellings(secret: string): string[] {
	const escaped = escapeHtml(secret);
	// PHP writes the apostrophe so.
	const pages = [secret, escaped, escaped.replaceAll('&#39;', '&#039;')];
	return [
		...pages.flatMap((one) => [one, Buffer.from(one).toString('latin1')]),
		...[encodeURIComponent(secret), ...listLatinForm(secret)],
		[...secret].join('\0'),
	];
}

/** @returns an empty list where the form cannot be encoded in ISO-8859-15 */
function listLatinForm(secret: string): string[] {
	try {
		return [encodeForm([['', secret]], 'iso-8859-15').slice(1)];
	} catch {
		return [];
	}
}

/**
 * Takes the secrets of a request out of whatever leaves the transport: answers, files, and what an error
 * quotes of a page that quotes the request.
 */
export class Redaction {
	private readonly secrets: string[];

	/** No element has this name; a user's password may be the name of one. */
	private readonly key: string;

	/**
	 * @param key the account's key
	 * @param fields the other fields of the request
	 */
	constructor(key: string, fields: readonly FormField[]) {
		this.key = key;
		const submitted = fields.flatMap(([name, value]) => (SECRET_FIELDS.has(name) ? [value] : []));
		const spellings = [this.key, ...submitted]
			.flatMap(listSpellings)
			.filter((secret) => secret.length >= MIN_SECRET_LENGTH);
		// A file of 40 MB is searched for each.
		this.secrets = [...new Set(spellings)];
	}

	/** A text without the secrets. To be called before it is cut: part of a secret is not found. */
	readonly text: Redact = (text) =>
		this.secrets.reduce((redacted, secret) => redacted.replaceAll(secret, SHOWN_INSTEAD), text);

	answer({ fields, records }: Answer): Answer {
		return {
			fields: this.record(fields),
			records: new Map([...records].map(([number, record]) => [number, this.record(record)])),
		};
	}

	/** A file without the secrets; the same bytes where it has none. */
	file(csv: Uint8Array): Uint8Array {
		const bytes = Buffer.from(csv.buffer, csv.byteOffset, csv.byteLength);
		return this.secrets.some((secret) => bytes.includes(secret, 0, 'latin1'))
			? Buffer.from(this.text(bytes.toString('latin1')), 'latin1')
			: csv;
	}

	private record(record: AnswerRecord): AnswerRecord {
		return Object.fromEntries(
			Object.entries(record).map(([name, value]) => [
				name === this.key ? SHOWN_INSTEAD : name,
				this.text(value),
			]),
		);
	}
}
