import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { sendMessages } from '../../api/requests/send';
import { checkTarget, shortenForMessage } from '../../api/requests/short-link';
import { cutToFit } from '../../api/text/cut';
import { composeText, measureText } from '../../api/text/message-text';
import { checkTracker } from '../../api/text/tracker';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { messageField, messageOptions, senderField } from './message-fields';
import { defaultCountryField, toField } from '../fields/recipient';
import { trackerField } from './send-fields';
import { approvalOptionsField, limitWaitTimeField } from './waiting-fields';
import { prepareMessage, resultOf, textRules } from './message';
import { limitOf, questionOf } from './question';

/** As long as every link that iSendPro makes [3.18]. */
const SHORT_LINK = 'www.sms.ht/aOHi';

export const sendAndWait = defineOperation({
	option: {
		name: 'Send and Wait for Response',
		value: 'sendAndWait',
		action: 'Send an SMS and wait for the response (paid, cannot be called back)',
		description:
			'Send an SMS with a link to a page that asks, and wait for the answer. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		toField,
		{
			...messageField,
			placeholder: 'e.g. Can we deliver your order 1234 on Monday?',
			hint: 'The SMS has a link below this text. What does not fit is cut: the page behind the link shows all of it.',
			description:
				'The question. Accents that SMS does not know are replaced in the SMS, e.g. ê by e.',
		},
		{
			displayName: 'Response Type',
			name: 'responseType',
			type: 'options',
			options: [
				{
					name: 'Approval',
					value: 'approval',
					description: 'The page has buttons to approve and decline',
				},
				{ name: 'Choice', value: 'choice', description: 'The page has a button for each choice' },
				{ name: 'Free Text', value: 'freeText', description: 'The page has a field to write in' },
			],
			default: 'approval',
			description: 'How the question can be answered',
		},
		approvalOptionsField,
		{
			displayName: 'Choices',
			name: 'choices',
			type: 'string',
			raw: true,
			typeOptions: { rows: 4 },
			default: '',
			displayOptions: { show: { responseType: ['choice'] } },
			placeholder: 'e.g. Monday at 9:00',
			hint: 'One choice a line',
			description: 'What the buttons of the page say. An expression may also give a list of texts.',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				defaultCountryField,
				limitWaitTimeField,
				{
					displayName: 'Message Maximum Parts',
					name: 'maxParts',
					type: 'options',
					options: messageOptions.maxParts.options,
					default: 2,
					description:
						'How many SMS (parts) the text and the link may take. A text that is too long is cut and ends with "...": the page shows all of it.',
				},
				messageOptions.unsupportedCharacters,
				{
					displayName: 'Page Title',
					name: 'pageTitle',
					type: 'string',
					default: '',
					placeholder: 'e.g. Your delivery',
					description:
						'Heading of the page, above the message. Without this option, "Your answer" or "Votre réponse".',
				},
				senderField,
				messageOptions.removeStop,
				{
					displayName: 'Shorten Link',
					name: 'shortenLink',
					type: 'boolean',
					default: true,
					description:
						'Whether iSendPro shortens the link to the page. A short link works for one month; the whole one takes two SMS by itself.',
				},
				trackerField,
			],
		},
	],
	idempotent: false,
	maxBatch: MAX_NUMBERS,
	onDuplicate: 'skip',

	waits: (input, run) => ({ until: limitOf(input, run), question: questionOf(input) }),

	prepare(input, run) {
		questionOf(input);
		limitOf(input, run);
		const { to: recipients, message } = input;
		const options = { maxParts: 2, shortenLink: true, ...input.options } as const;
		const numbers = readPhoneNumbers(recipients, options.defaultCountry);
		const unicodeAllowed = numbers.every(({ metropolitanFrance }) => !metropolitanFrance);
		const tracker = options.tracker ? checkTracker(options.tracker) : undefined;
		// What is cut off has a say in it too, or the cut would decide over the encoding
		const { encoding } = measureText(message, textRules(options, unicodeAllowed));
		const rules = textRules({ ...options, encoding }, unicodeAllowed);
		return numbers.map(({ submitted: to, country }) => {
			const page = checkTarget(run.resumeUrl({ to }));
			const expected = cutToFit(message, options.shortenLink ? SHORT_LINK : page, rules);
			const { settings, senderKey, sendBefore } = prepareMessage(
				expected,
				{ ...options, encoding },
				unicodeAllowed,
				run,
			);
			return {
				identity: { to },
				reference: tracker === undefined ? {} : { tracker },
				batchKey: `${country} ${JSON.stringify(settings)}`,
				senderKey,
				sendBefore,
				duplicateKey: to,
				request: { to, message, page, shortens: options.shortenLink, rules, tracker, settings },
			};
		});
	},

	async run(account, requests) {
		const [{ settings }] = requests;
		const messages = [];
		for (const { to, message, page, shortens, rules, tracker } of requests) {
			const link = shortens ? await shortenForMessage(account, page) : page;
			const { submitted } = composeText(cutToFit(message, link, rules), rules);
			messages.push({ to, text: submitted, tracker });
		}
		const acceptances = await sendMessages(account, messages, settings);
		return acceptances.map((acceptance) => resultOf(acceptance, settings));
	},
});
