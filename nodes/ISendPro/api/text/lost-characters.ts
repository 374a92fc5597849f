/** A character that a decoder could not read, and the five positions that windows-1252 leaves empty. */
export const LOST_CHARACTERS = '\ufffd\x81\x8d\x8f\x90\x9d';

/** What to do about a text that was decoded wrongly. */
export const DECODING_ADVICE =
	'The text was read in the wrong encoding before it came here, so choose the right one where its file or page is read. In the node Extract from File, that is the option Encoding for CSV, and File Encoding for a text file, which has windows1252 too.';
