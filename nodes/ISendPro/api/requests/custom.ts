import type { AnswerRecord } from '../wire/answer';
import { startOf } from '../text/character';
import { InvalidInputError } from '../errors';
import { failureOfCode, GatewayError } from '../wire/failure';
import type { FormField, TextEncoding } from '../wire/form';
import type { Gateway } from '../wire/account';
import { plainText } from '../wire/plain-text';
import { describeCode } from '../wire/codes';

/** What the user gave: names and values, in their order. */
export type Parameters = ReadonlyArray<{ name: string; value: string }>;

/** A request that the manual's table of codes hints at, or that came after the manual. */
export interface CustomRequest {
	fields: readonly FormField[];
	encoding: TextEncoding;
}

/** The key of a sub-account is shown where one is created, and nowhere else. */
const secretElement = /subAccountKeyId$/i;

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
		const written = plainText(name.trim(), used, `The parameter "${startOf(name.trim(), 40)}"`);
		if (written === '') {
			throw new InvalidInputError('A parameter has no name', 'Fill in its name, or remove it.');
		}
		if (written.toLowerCase() === 'keyid') {
			throw new InvalidInputError(
				'The parameter keyid cannot be given here',
				'Remove it: the key of the account comes from the credential.',
			);
		}
		return [written, plainText(value, used, `The value of "${startOf(written, 40)}"`)];
	});
	return { fields, encoding: used };
}

function isFailure({ code }: AnswerRecord): boolean {
	return code !== undefined && describeCode(code).outcome === 'failure';
}

function shown(record: AnswerRecord): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(record)
			.filter(([name]) => !secretElement.test(name))
			.map(([name, value]) => [
				name,
				name === 'code' && /^\d+$/.test(value) ? Number(value) : value,
			]),
	);
}

/**
 * Makes a request of any parameters. Never repeated: nobody knows here what it does.
 * @returns the fields of the answer; for several results those of each, together with what the answer
 * says of all. Results that failed are among them, unless all did
 * @throws GatewayError if iSendPro refused, or no readable answer came
 */
export async function requestAnything(
	gateway: Gateway,
	{ fields, encoding }: CustomRequest,
): Promise<Array<Record<string, string | number>>> {
	const answer = await gateway.request(fields, { repeatable: false, encoding });
	const records = [...answer.records.values()];
	const [first] = records;
	if (isFailure(answer.fields)) throw new GatewayError(failureOfCode(answer.fields));
	if (!first) return [shown(answer.fields)];
	if (records.every(isFailure)) throw new GatewayError(failureOfCode(first));
	return records.map((record) => shown({ ...answer.fields, ...record }));
}
