import type { FieldRow } from './fields';
import {
	count,
	flag,
	hostile,
	hostileStart,
	instant,
	long,
	oneOf,
	oneOfMany,
	optionalText,
	sends,
	text,
	unsendable,
} from './fields';

/** The form of an operation with a text as it is written there, and a setting before it. */
export type MessageForm = (message: string, setting?: string) => string;

/** The text of a message. */
export const messageField = (form: MessageForm) =>
	text({
		'too long': 'The message takes 33 SMS (5000 characters), and at most 6 can be sent',
		'a number': sends(form('1e%2B21')),
		hostile: unsendable('The message'),
	});

export const senderField = text({
	empty: 'The sender is empty',
	'too long': `The sender ${long(40)} has 5000 characters`,
	'a number': 'The sender "1e+21" has the character "+" (U+002B)',
	hostile: `The sender ${hostileStart} has the character """ (U+0022)`,
});

/** @param form what is sent without a tracker */
export const trackerField = (form: string) =>
	text({
		empty: sends(form),
		'too long': `The tracker ${long(60)} has 5000 characters`,
		'a number': 'The tracker "1e+21" has the character "+" (U+002B)',
		hostile: `The tracker ${hostile} has the character """ (U+0022)`,
	});

export const maxPartsField = oneOf(1, 2, 3, 4, 5, 6, 'automatic');
export const unsupportedCharactersField = oneOf('replace', 'remove', 'fail');

/** The options of every operation with a text. */
export const textOptions = (form: MessageForm): Record<string, FieldRow> => ({
	'options.encoding': oneOf('auto', 'gsm', 'unicode'),
	'options.maxParts': maxPartsField,
	'options.removeStop': flag(form('Hello', 'nostop=1&')),
	'options.sender': senderField,
	'options.unsupportedCharacters': unsupportedCharactersField,
});

/** The options of the operations that send. */
export const sendOptions = (form: MessageForm): Record<string, FieldRow> => ({
	...textOptions(form),
	'options.dryRun': flag('credit=2'),
	'options.maxSms': count({ form: form('Hello') }),
	'options.onceKey': optionalText(form('Hello')),
	'options.quietHours': oneOf('postpone', 'fail', 'ignore'),
	'options.sendAt': instant(form('Hello')),
	'options.shortenLinks': flag(form('Hello')),
	'options.timezone': oneOfMany(
		...['Pacific/Midway', 'America/Adak', 'Etc/GMT+10', 'Pacific/Marquesas'],
		...['Pacific/Gambier', 'America/Anchorage', 'America/Ensenada', 'Etc/GMT+8'],
	),
	'options.tracker': trackerField(form('Hello')),
	'options.useAzurNumber': flag(form('Hello', 'numAzur=1&')),
});
