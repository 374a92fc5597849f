/** iSendPro's codes for the French mobile operators, with their names [3.10, 3.12]. */
const OPERATOR_NAMES: ReadonlyMap<string, string> = new Map([
	['BOUY', 'Bouygues Telecom'],
	['FREE', 'Free'],
	['NRJ', 'NRJ'],
	['ORAN', 'Orange'],
	['SFR', 'SFR'],
	['VIRG', 'Virgin'],
]);

/**
 * The name of an operator.
 *
 * @param code as iSendPro writes it, e.g. `ORAN`
 * @returns the name; the code itself where the manual has no name for it
 */
export function operatorName(code: string): string {
	return OPERATOR_NAMES.get(code) ?? code;
}

/** Whether the manual lists an operator's code. */
export function isOperator(code: string): boolean {
	return OPERATOR_NAMES.has(code);
}
