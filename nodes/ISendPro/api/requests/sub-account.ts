import { InvalidInputError } from '../errors';
import { startOf } from '../text/character';
import type { Account } from '../wire/account';
import type { AnswerRecord } from '../wire/answer';
import { describeCode } from '../wire/codes';
import { failureWithout, RequestFailed } from '../wire/failure';
import type { FormField, TextEncoding } from '../wire/form';
import { isSentAsWritten } from '../wire/plain-text';

/** The result of a request about a sub-account [3.17]. */
export interface SubAccountResult {
	/** null where the answer lacks it. */
	subAccountId: string | null;
	code: number;
	apiMessage: string;
}

const ADDED = 230;
const PRICE_CREATED = 237;
const CREDIT_ADDED = 239;
const PRICE_CHANGED = 241;

/** The two restrictions [3.17.4, 3.17.5], and the codes that say whether each is off or on. */
const RESTRICTIONS = {
	stop: { argument: 'subAccountRestrictionStop', off: [244], on: [245] },
	// The table has 246 and 247 [4.1], the example the code of the other restriction [3.17.5].
	time: { argument: 'subAccountRestrictionTime', off: [246, 244], on: [247, 245] },
};

export type Restriction = keyof typeof RESTRICTIONS;

/**
 * Reads the calling code of the country that a price is for [3.17.2].
 * @returns its digits alone, `33` for `+33` or `0033`
 * @throws InvalidInputError
 */
export function readCallingCode(written: string): string {
	const [, digits] = /^(?:\+|00)?([1-9]\d{0,3})$/.exec(written.trim()) ?? [];
	if (digits !== undefined) return digits;
	throw new InvalidInputError(
		`"${startOf(written, 40)}" is not the calling code of a country`,
		'Give its digits: 33 for France, 44 for the United Kingdom, 34 for Spain.',
	);
}

/**
 * Checks the key of a sub-account.
 * @returns the key without blanks around it
 * @throws InvalidInputError, which does not show the key
 */
export function checkSubAccountKey(written: string): string {
	const key = written.trim();
	if (/^[\x21-\x7e]{1,100}$/.test(key)) return key;
	throw new InvalidInputError(
		key === ''
			? '"Sub-Account Key" is empty'
			: '"Sub-Account Key" has spaces or special characters, or is too long',
		'It is the value subAccountKeyId that came out when the sub-account was created: letters and digits, without spaces.',
	);
}

const ADVICE = 'Use letters, digits and usual punctuation, without a euro sign or line breaks.';

/**
 * Checks a log-in: free text, an e-mail address or not.
 * @returns the log-in without blanks around it
 * @throws InvalidInputError if it is empty, or would not arrive as written
 */
export function checkLogin(written: string, encoding: TextEncoding): string {
	const login = written.trim();
	if (isUnchangedOnArrival(login, encoding)) return login;
	throw new InvalidInputError(
		`"Login", "${startOf(login, 40)}", is empty or has characters that do not reach iSendPro as they are typed, so nobody could log in with it`,
		ADVICE,
	);
}

/** @throws InvalidInputError, which does not show the password, if it would not arrive as written */
export function checkPassword(password: string, encoding: TextEncoding): string {
	if (isUnchangedOnArrival(password, encoding)) return password;
	throw new InvalidInputError(
		'"Password" is empty or has characters that do not reach iSendPro as they are typed, so nobody could log in with it',
		ADVICE,
	);
}

/**
 * People type it to log in, so no character may be replaced, or have bytes that mean something else
 * outside of an SMS, as the euro sign and the line break have in ISO-8859-15 [4.3].
 */
function isUnchangedOnArrival(text: string, encoding: TextEncoding): boolean {
	if (encoding === 'iso-8859-15' && text.includes('€')) return false;
	return text !== '' && !/\p{Control}/u.test(text) && isSentAsWritten(text, encoding);
}

/** @throws RequestFailed unless the answer has one of these codes */
function readSubAccountResult(
	fields: AnswerRecord,
	codes: readonly number[],
	what: string,
): SubAccountResult {
	const { code } = describeCode(fields.code);
	if (!codes.includes(code)) throw new RequestFailed(failureWithout(`saying ${what}`, fields));
	return { subAccountId: fields.subAccountId || null, code, apiMessage: fields.message ?? '' };
}

/** Every change of a sub-account names it by its key. */
async function edit(
	account: Account,
	command: string,
	subAccountKeyId: string,
	...fields: readonly FormField[]
): Promise<AnswerRecord> {
	const answer = await account.ask([
		['subAccountEdit', command],
		['subAccountKeyId', subAccountKeyId],
		...fields,
	]);
	return answer.fields;
}

/**
 * Creates a sub-account [3.17.1].
 * @param login any text, an e-mail address or not
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function createSubAccount(
	account: Account,
	login: string,
	password: string,
): Promise<SubAccountResult & { subAccountKeyId: string }> {
	const { fields } = await account.ask([
		['subAccountEdit', 'addAccount'],
		['subAccountLogin', login],
		['subAccountPassword', password],
	]);
	const result = readSubAccountResult(fields, [ADDED], 'that the sub-account was created');
	const { subAccountKeyId } = fields;
	if (subAccountKeyId) return { ...result, subAccountKeyId };
	throw new RequestFailed(failureWithout('the key of the sub-account', fields));
}

/**
 * Sets what an SMS to a country costs a sub-account [3.17.2].
 * @param price euros, as of {@link readAmount}
 * @param callingCode the country's, as of {@link readCallingCode}
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function setSmsPrice(
	account: Account,
	subAccountKeyId: string,
	price: string,
	callingCode: string,
): Promise<SubAccountResult> {
	const fields = await edit(
		account,
		'setPrice',
		subAccountKeyId,
		['subAccountPrice', price],
		['subAccountCountryCode', callingCode],
	);
	return readSubAccountResult(fields, [PRICE_CREATED, PRICE_CHANGED], 'that the price was set');
}

/**
 * Adds credit to a sub-account [3.17.3].
 * @param amount euros, as of {@link readAmount}
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function addSubAccountCredit(
	account: Account,
	subAccountKeyId: string,
	amount: string,
): Promise<SubAccountResult> {
	const fields = await edit(account, 'addCredit', subAccountKeyId, ['subAccountAddCredit', amount]);
	return readSubAccountResult(fields, [CREDIT_ADDED], 'that the credit was added');
}

/**
 * Switches a restriction of a sub-account on or off [3.17.4, 3.17.5]. The answer's text names the
 * wrong restriction at times, so only its code counts: it must be one of those for this change.
 * @throws RequestFailed if iSendPro refused, no readable answer came, or it says the opposite
 */
export async function restrictSubAccount(
	account: Account,
	subAccountKeyId: string,
	restriction: Restriction,
	enabled: boolean,
): Promise<SubAccountResult> {
	const { argument, on, off } = RESTRICTIONS[restriction];
	const fields = await edit(account, 'setRestriction', subAccountKeyId, [
		argument,
		enabled ? '1' : '0',
	]);
	const state = enabled ? 'on' : 'off';
	return readSubAccountResult(fields, enabled ? on : off, `that the restriction is ${state}`);
}
