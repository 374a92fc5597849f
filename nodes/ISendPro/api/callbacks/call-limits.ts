/** iSendPro's own calls have ten fields at most, and stay under 2 KB with the longest reply. */
export const MAX_FIELDS = 100;
export const MAX_BYTES = 64 * 1024;

const SEPARATOR = '&'.charCodeAt(0);

/**
 * Whether a call is larger than any of iSendPro's. To be checked before it is decoded, which takes
 * seconds for a form of many megabytes.
 * @param forms the query string and the form body, still encoded; they count together
 */
export function exceedsCallLimits(...forms: readonly Uint8Array[]): boolean {
	if (forms.reduce((bytes, form) => bytes + form.length, 0) > MAX_BYTES) return true;
	const fields = forms.reduce((count, form) => count + countFields(form), 0);
	return fields > MAX_FIELDS;
}

/** Counts what stands between separators, empty fields left out. */
function countFields(form: Uint8Array): number {
	return form.filter(
		(byte, index) => byte !== SEPARATOR && (index === 0 || form[index - 1] === SEPARATOR),
	).length;
}
