/** The table "Caractères acceptés" [4.2], and `$`, which [4.3] transcodes. */
export const ACCEPTED_CHARACTERS: ReadonlySet<string> = new Set(
	'\n\r !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyzàèéù€',
);

/**
 * The table "Caractères remplacés" [4.2]: what replaces the characters that follow it. ù, which it
 * lists as well, is accepted.
 */
const REPLACED = 'AÀÁÂÃÄÅ EÈÉË IÌÍÎÏ OÒÓÔÕÖ UÙÚÛÜ aáâãäå cç eêë iìíîï nñ oðòóôõö uúûü yýÿ'.split(
	' ',
);
export const REPLACEMENTS: ReadonlyMap<string, string> = new Map(
	REPLACED.flatMap(([replacement = '', ...characters]) =>
		characters.map((character) => [character, replacement]),
	),
);

/** Counted twice [4.2]. */
export const DOUBLE_CHARACTERS: ReadonlySet<string> = new Set('[]\n€');

/** Bytes that stand for characters other than those of ISO-8859-15 [4.3]. */
export const TRANSCODED_BYTES: ReadonlyMap<number, string> = new Map([
	[0xca, '€'],
	[0xd5, '\n'],
]);
