import type { FieldRow } from './fields';
import {
	count,
	euros,
	flag,
	hostile,
	hostileStart,
	instant,
	long,
	oneOf,
	oneOfMany,
	sends,
	text,
	unmeant,
} from './fields';

/** The form of an operation with a text as it is written there, and a setting before it. */
export type MessageForm = (message: string, setting?: string) => string;

/**
 * The text of a message.
 * @param hostileOutcome of the text with markup, a placeholder and a NUL
 */
export const messageField = (hostileOutcome = unmeant('The message')) =>
	text({
		'too long': 'The message takes 33 SMS (5000 characters), and at most 6 can be sent',
		hostile: hostileOutcome,
	});

export const senderField = text({
	'too long': `The sender ${long(40)} has 5000 characters`,
	hostile: `The sender ${hostileStart} has the character """ (U+0022)`,
});

export const trackerField = text({
	'too long': `The tracker ${long(60)} has 5000 characters`,
	hostile: `The tracker ${hostile} has the character """ (U+0022)`,
});

export const maxPartsField = oneOf(1, 2, 3, 4, 5, 6, 'automatic');
export const textChecksField = oneOf('refuse', 'warn');
export const unsupportedCharactersField = oneOf('replace', 'remove', 'fail');

/** The options of every operation with a text. */
export const textOptions = (form: MessageForm): Record<string, FieldRow> => ({
	'options.encoding': oneOf('auto', 'gsm', 'unicode'),
	'options.includeInputFields': flag(form('Hello')),
	'options.maxParts': maxPartsField,
	'options.removeStop': flag(form('Hello', 'nostop=1&')),
	'options.sender': senderField,
	'options.unsupportedCharacters': unsupportedCharactersField,
});

/** The options of the operations that send. */
export const sendOptions = (form: MessageForm): Record<string, FieldRow> => ({
	...textOptions(form),
	'options.dryRun': flag('credit=2'),
	'options.maxCost': euros,
	'options.maxSms': count({ form: form('Hello') }),
	'options.minimumCredit': euros,
	'options.missingValues': oneOf('refuse', 'warn'),
	'options.onceKey': text({ 'too long': sends(form('Hello')), hostile: unmeant('The Once Key') }),
	'options.quietHours': oneOf('postpone', 'fail', 'ignore'),
	'options.textChecks': textChecksField,
	'options.sendAt': instant(),
	'options.shortenLinks': flag(form('Hello')),
	'options.timezone': oneOfMany(
		...['Pacific/Midway', 'America/Adak', 'Etc/GMT+10', 'Pacific/Marquesas'],
		...['Pacific/Gambier', 'America/Anchorage', 'America/Ensenada', 'Etc/GMT+8'],
	),
	'options.tracker': trackerField,
	'options.useAzurNumber': flag(form('Hello', 'numAzur=1&')),
});
