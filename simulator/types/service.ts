/** How requests are answered where the manual leaves it open. */
export interface ServiceSettings {
	/** Every request gets 777. */
	maintenance: boolean;
	/** Milliseconds before every answer. */
	latency: number;
	/**
	 * The answer to `num1` alone. `manual`: flat, but numbered where the manual shows nothing else
	 * (directories).
	 */
	oneNumberAnswer: 'manual' | 'flat' | 'numbered';
	/** Codes and wording where the manual's examples disagree with its table [4.1]. */
	wording: 'table' | 'examples';
	/** How reports and the blacklist are downloaded. */
	files: 'csv' | 'zip';
	/** `seen`: header names with blanks around them, rows that end in one more `;`. */
	dialect: 'seen' | 'plain';
	/** Rows a file may have; more get 205 [3.8]. */
	maxRows: number;
	/** How much of its minute a report's `date_fin` covers; the manual does not say [3.8]. */
	reportEnd: 'wholeMinute' | 'firstSecond' | 'nothing';
	/** Milliseconds of simulated time until a message is in the report, and until its status is. */
	reportDelay: number;
	statusDelay: number;
	/** What replaces every file; `nothing` by default. */
	inPlaceOfFiles: 'nothing' | 'text' | 'html' | 'json' | 'utf16' | 'zipInZip';
}
