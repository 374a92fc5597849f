/** iSendPro's codes for the French mobile operators, with their names [3.10, 3.12]. */
const OPERATOR_NAMES: ReadonlyMap<string, string> = new Map([
	['BOUY', 'Bouygues Telecom'],
	['FREE', 'Free'],
	['NRJ', 'NRJ'],
	['ORAN', 'Orange'],
	['SFR', 'SFR'],
	['VIRG', 'Virgin'],
]);

/** From a code, a name or its first word, in lower case, to the code. */
const CODES: ReadonlyMap<string, string> = new Map(
	[...OPERATOR_NAMES].flatMap(([code, name]): Array<[string, string]> => {
		const lowerName = name.toLowerCase();
		return [code.toLowerCase(), lowerName, lowerName.replace(/ .*/, '')].map((key) => [key, code]);
	}),
);

/**
 * The code that the manual has for an operator, written in any case of letters.
 * @param written a code or a name, e.g. `ORAN` or `orange`
 * @returns the code; what was written where the manual lists no such operator
 */
export function operatorCodeOf(written: string): string {
	return CODES.get(written) ?? CODES.get(written.trim().toLowerCase()) ?? written;
}

/**
 * The name of an operator.
 * @param written its code or name, in any case of letters
 * @returns the name; what was written where the manual lists no such operator
 */
export function operatorName(written: string): string {
	return OPERATOR_NAMES.get(operatorCodeOf(written)) ?? written;
}

/** Whether the manual lists an operator, by its code or name. */
export function isOperator(written: string): boolean {
	return OPERATOR_NAMES.has(operatorCodeOf(written));
}
