/** Numbers a request may have, and the highest X of `numX` [3.3]. */
export const MAX_NUMBERS = 500;

/** Rows a downloaded file may have; one more is refused with 205 [3.8]. */
export const MAX_FILE_ROWS = 200_000;

/** Fields of a contact, `champ1` to `champ27` [3.7.3]. */
export const CONTACT_FIELD_COUNT = 27;

export const MIN_SENDER_LENGTH = 4;
export const MAX_SENDER_LENGTH = 11;
export const MAX_TRACKER_LENGTH = 49;

/** Where people reply when no sender is given, and what the STOP mention names [3.2.1]. */
export const SHORT_NUMBER = '36180';

/** SMS that a message may be split into when `smslong=999` [3.2.1]. */
export const MAX_PARTS = 6;

/** Characters of a single SMS, and of each part of a longer one [3.2.1, 3.16]. */
export const PART_LENGTHS = {
	gsm: { single: 160, part: 153 },
	unicode: { single: 70, part: 67 },
} as const;

/** How often a customer's page is called until it answers `VALIDATION` [3.10]. */
export const MAX_CALL_ATTEMPTS = 4;
export const VALIDATION = 'validation';

export const SHORT_LINK_HOST = 'www.sms.ht';
