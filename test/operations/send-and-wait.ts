import { flatAnswer } from '../helpers/answers';
import type { FieldRow } from './fields';
import {
	anyText,
	count,
	flag,
	instant,
	long,
	numberOptions,
	oneOf,
	phoneNumbers,
	sends,
	text,
	unmeant,
} from './fields';
import {
	maxPartsField,
	senderField,
	textChecksField,
	trackerField,
	unsupportedCharactersField,
} from './message-fields';
import { manyNumbers } from './phone-numbers';
import type { OperationRow } from './row';

/** LINK stands for the address that takes the answer. */
const form = (message: string) => `smslong=2&sms=${message}%D5LINK&num=0601020304`;
/** The first of the two forms where the link is shortened. */
const linkForm = 'shortlink=LINK';

/** A text on a button of the page. */
const buttonField = anyText(form('Hello'));

const notChoices = '"Choices" must be text or a list of texts';
const choicesField: FieldRow = {
	outcomes: () => ({
		empty: '"Choices" is empty',
		nothing: notChoices,
		'too long': `The choice ${long(40)} has 5000 characters, and a button has room for 100`,
		'a number': '"Choices" has the number 1e+21, which was rounded on its way',
		true: notChoices,
		'an object': notChoices,
		'a list': notChoices,
		hostile: sends(form('Hello')),
	}),
};

/** The row of Send and Wait for Response [3.2, 3.18]. */
export const sendAndWait: OperationRow = {
	fields: {
		to: phoneNumbers,
		message: text({
			'too long': sends(form(`${'x'.repeat(166)}...`)),
			hostile: unmeant('The message'),
		}),
		responseType: oneOf('approval', 'choice', 'freeText'),
		'approvalOptions.values.approvalType': oneOf('single', 'double'),
		'approvalOptions.values.approveLabel': buttonField,
		'approvalOptions.values.disapproveLabel': buttonField,
		choices: choicesField,
		'options.defaultCountry': numberOptions['options.defaultCountry'],
		'options.limitWaitTime.values.limitType': oneOf('afterTimeInterval', 'atSpecifiedTime'),
		'options.limitWaitTime.values.maxDateAndTime': instant(),
		'options.limitWaitTime.values.resumeAmount': count({ max: 100_000 }),
		'options.limitWaitTime.values.resumeUnit': oneOf('minutes', 'hours', 'days'),
		'options.maxParts': maxPartsField,
		'options.pageTitle': anyText(linkForm),
		'options.removeStop': flag(linkForm),
		'options.sender': senderField,
		'options.shortenLink': flag(linkForm),
		'options.textChecks': textChecksField,
		'options.tracker': trackerField,
		'options.unsupportedCharacters': unsupportedCharactersField,
	},
	parameters: {
		to: '={{ $json.phone }}',
		message: '={{ $json.message }}',
		options: { shortenLink: false },
	},
	items: [{ phone: '+33 6 01 02 03 04', message: 'Hello' }],
	exchanges: [
		{
			request: form('Hello'),
			answer: flatAnswer({
				code: 0,
				tel: '0601020304',
				message: 'Votre message a bien été envoyé',
			}),
		},
	],
	output: [
		{ to: '0601020304', status: 'sent', code: 0, apiMessage: 'Votre message a bien été envoyé' },
	],
	fullOutput: {
		data: {
			// The type of the response decides which of these three comes out.
			...{ approved: true, choice: 'Monday at 9:00', text: 'At nine' },
			...{ respondedAt: '2026-11-25T16:30:00.000Z', respondedBy: '0601020304' },
		},
	},
	...manyNumbers,
	manyItems: { ...manyNumbers.manyItems, requestCount: 1 },
};
