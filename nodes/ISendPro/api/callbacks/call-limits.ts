/** iSendPro's own calls have ten fields at most, and stay under 2 KB with the longest reply. */
export const MAX_FIELDS = 100;
export const MAX_BYTES = 64 * 1024;

const SEPARATOR = '&'.charCodeAt(0);

/**
 * Whether a call has more than one of iSendPro's can have, over 100 fields or over 64 KB. To be
 * asked before it is decoded: that takes seconds for the largest forms that n8n lets through.
 *
 * @param forms the query string and the form body, still encoded; they count together
 */
export function exceedsCallLimits(...forms: readonly Uint8Array[]): boolean {
	if (forms.reduce((bytes, form) => bytes + form.length, 0) > MAX_BYTES) return true;
	const fields = forms.reduce((count, form) => count + countFields(form), 0);
	return fields > MAX_FIELDS;
}

/** What stands between two separators, unless it is nothing. */
function countFields(form: Uint8Array): number {
	return form.filter(
		(byte, index) => byte !== SEPARATOR && (index === 0 || form[index - 1] === SEPARATOR),
	).length;
}
