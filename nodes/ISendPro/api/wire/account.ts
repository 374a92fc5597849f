import type { Answer } from './answer';
import type { FormField, TextEncoding } from './form';

/** What came back for a file: the file, or an answer that says why there is none. */
export type Download =
	| { readonly csv: Uint8Array; readonly answer?: undefined }
	| { readonly csv?: undefined; readonly answer: Answer };

/** One iSendPro account, as the requests see it. The transport implements it. */
export interface Account {
	/** Where its requests go; a private address is that of a test gateway. */
	readonly baseUrl: string;
	/** How ordinary text is encoded. */
	readonly textEncoding: TextEncoding;
	/**
	 * Makes a request and reads its answer, whatever its code. Whether a request with a lost answer is
	 * repeated depends on the operation that the account was opened for.
	 * @param encoding only for messages with `ucs2=1` [3.16]; otherwise as the credential says
	 * @throws RequestFailed if no readable answer came
	 */
	ask(fields: readonly FormField[], encoding?: TextEncoding): Promise<Answer>;
	/**
	 * Downloads a file [3.8, 3.15].
	 * @throws RequestFailed if no answer came; UnreadableAnswerError if it is no file and says no reason
	 */
	download(fields: readonly FormField[]): Promise<Download>;
	/**
	 * Loads something once for as long as the account is open, that is for one run.
	 * @returns what `load` gave the first time, be it a failure
	 */
	once<Value>(load: (account: Account) => Promise<Value>): Promise<Value>;
}
