import { InvalidInputError } from '../errors';
import { startOf } from '../text/character';
import type { Account } from '../wire/account';
import type { AnswerRecord } from '../wire/answer';
import { describeCode } from '../wire/codes';
import { failureOfCode, RequestFailed } from '../wire/failure';
import type { FormField, TextEncoding } from '../wire/form';
import { writePlainText } from '../wire/plain-text';

/** What the user gave: names and values, in their order. */
export type Parameters = ReadonlyArray<{ name: string; value: string }>;

/** A request that the manual's table of codes hints at, or that came after the manual. */
export interface CustomRequest {
	fields: readonly FormField[];
	encoding: TextEncoding;
}

/** The key of a sub-account is shown where one is created, and nowhere else. */
const SECRET_ELEMENT = /subAccountKeyId$/i;

/**
 * Makes a request of any parameters.
 * @param encoding that of the credential; a request with `ucs2=1` is in UTF-8 [3.16]
 * @throws InvalidInputError if there is no parameter, one has no name or names the key, or a
 * character cannot be sent
 */
export function composeRequest(parameters: Parameters, encoding: TextEncoding): CustomRequest {
	if (parameters.length === 0) {
		throw new InvalidInputError(
			'The request has no parameters',
			'Add at least one, for example credit with the value 1, which reads the balance.',
		);
	}
	const unicode = parameters.some(({ name, value }) => name.trim() === 'ucs2' && value === '1');
	const used = unicode ? 'utf-8' : encoding;
	const fields = parameters.map(({ name, value }): FormField => {
		const written = writePlainText(
			name.trim(),
			used,
			`The parameter "${startOf(name.trim(), 40)}"`,
		);
		if (written === '') {
			throw new InvalidInputError('A parameter has no name', 'Fill in its name, or remove it.');
		}
		if (written.toLowerCase() === 'keyid') {
			throw new InvalidInputError(
				'The parameter keyid cannot be given here',
				'Remove it: the key of the account comes from the credential.',
			);
		}
		return [written, writePlainText(value, used, `The value of "${startOf(written, 40)}"`)];
	});
	return { fields: sortSettingsFirst(fields), encoding: used };
}

/** Recipients and their texts: they make a form long. */
const RECIPIENT_PARAMETER = /^(?:sms|num|tracker|champ\d+(?:_|$))\d*$/;

/** A server may cut off the end of a long form, which must not hold settings. */
function sortSettingsFirst(fields: readonly FormField[]): FormField[] {
	const isOfRecipient = ([name]: FormField) => RECIPIENT_PARAMETER.test(name);
	return [...fields.filter((field) => !isOfRecipient(field)), ...fields.filter(isOfRecipient)];
}

function isFailure({ code }: AnswerRecord): boolean {
	return code !== undefined && describeCode(code).kind === 'failure';
}

function writeOutput(record: AnswerRecord): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(record)
			.filter(([name]) => !SECRET_ELEMENT.test(name))
			.map(([name, value]) => [
				name,
				name === 'code' && /^\d+$/.test(value) ? Number(value) : value,
			]),
	);
}

/**
 * Makes a request of any parameters.
 * @returns the fields of the answer; for several results the fields of each, merged with those of the
 * whole answer. Failed results are among them, unless all failed
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function requestAnything(
	account: Account,
	{ fields, encoding }: CustomRequest,
): Promise<Array<Record<string, string | number>>> {
	const answer = await account.ask(fields, encoding);
	const results = answer.records.size === 0 ? [{}] : [...answer.records.values()];
	const records = results.map((record) => ({ ...answer.fields, ...record }));
	if (!records.every(isFailure)) return records.map(writeOutput);
	// What may have been done must not be repeated because something else was refused.
	const failures = records.map(failureOfCode);
	const failure = failures.find(({ ambiguous }) => ambiguous) ?? failures[0];
	throw new RequestFailed(failure ?? failureOfCode(answer.fields));
}
