import type { Answer } from './answer';
import type { FormField, TextEncoding } from './form';

/** How a request is made. */
export interface RequestOptions {
	/** Repeating it does no harm, so a lost answer may be asked for again. */
	repeatable: boolean;
	/** Only for messages with `ucs2=1` [3.16]; otherwise as the credential says. */
	encoding?: TextEncoding;
}

/** One iSendPro account, as the operations see it. The transport stands behind it. */
export interface Gateway {
	/** How ordinary text is encoded. */
	readonly textEncoding: TextEncoding;
	/**
	 * Makes a request and reads its answer, whatever its code.
	 * @throws GatewayError if no readable answer came
	 */
	request(fields: readonly FormField[], options: RequestOptions): Promise<Answer>;
	/**
	 * Downloads a file [3.8, 3.15].
	 * @returns the bytes of the answer: the file, or an answer that says why not
	 * @throws GatewayError if no answer came
	 */
	download(fields: readonly FormField[]): Promise<Uint8Array>;
}
