/** The most numbers that a request takes [3.3, 4.1 code 23]. */
export const MAX_NUMBERS = 500;

/** PHP's own limit: many servers read so many fields of a form, and forget the rest without a word. */
export const MAX_FORM_FIELDS = 1_000;

/** The most rows that a downloaded file has [3.8, 3.15, 4.1 code 205]. */
export const MAX_ROWS = 200_000;

/** The same as texts write it: `200,000`. */
export const MAX_ROWS_TEXT = String(MAX_ROWS).replace(/\B(?=(?:\d{3})+$)/g, ',');
