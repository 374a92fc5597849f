import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { sendMessages } from '../../api/requests/send';
import { checkTarget } from '../../api/requests/short-link';
import { cutToFit, trimForCut } from '../../api/text/cut';
import { composeText, measureText } from '../../api/text/message-text';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { messageField, messageOptions, senderField } from './message-fields';
import { optionsCollection } from '../fields/options';
import { defaultCountryField, toField } from '../fields/recipient';
import { trackerField } from './send-fields';
import { approvalOptionsField, limitWaitTimeField } from './waiting-fields';
import { assertSignedResumeUrl, pageAddresses, startWaiting } from '../../waiting/execution';
import { questionOf } from '../../waiting/question';
import { checkReachable } from '../../waiting/reachable';
import { waitLimitOf } from '../../waiting/wait-limit';
import { prepareMessage, sendResult, textRules, trackerOf } from './message';
import { linkHints, pageLink, STAND_IN } from './short-links';
import { readMessage } from './written-message';

export const sendAndWait = defineOperation({
	option: {
		name: 'Send and Wait for Response',
		value: 'sendAndWait',
		action: 'Send an SMS and wait for the response (paid, cannot be called back)',
		description:
			'Send an SMS with a link to a page that asks, and wait for the answer. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		{
			displayName: 'Execute step sends the question of the first input item, and each SMS is paid.',
			name: 'paidNotice',
			type: 'notice',
			default: '',
		},
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
			...optionsCollection,
			options: [
				defaultCountryField,
				limitWaitTimeField,
				{
					...messageOptions.maxParts,
					default: 2,
					description:
						'How many SMS (parts) the text and the link may take. A text that is too long is cut and ends with "...": the page shows all of it.',
				},
				messageOptions.textChecks,
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
						'Whether iSendPro shortens the link to the page. A short link works for one month, however long the workflow waits; the whole one takes two SMS by itself.',
				},
				trackerField,
			],
		},
	],
	idempotent: false,
	maxBatch: MAX_NUMBERS,
	onDuplicate: 'skip',

	prerequisite: pageLink,

	waiting: {
		assertSupported: assertSignedResumeUrl,
		addresses: pageAddresses,
		start: async (context, input, run) => {
			const { message } = readMessage(input.message, input.options);
			const question = questionOf({ ...input, message });
			const wait = { until: waitLimitOf(input.options, run), question };
			await startWaiting(context, wait, run.runId);
		},
	},

	prepare(input, run) {
		questionOf(input);
		const until = waitLimitOf(input.options, run);
		const { message: read, hints: textHints } = readMessage(input.message, input.options);
		const { to: recipients } = input;
		const options = { maxParts: 2, shortenLink: true, ...input.options } as const;
		const numbers = readPhoneNumbers(recipients, options.defaultCountry);
		const unicodeAllowed = numbers.every(({ metropolitanFrance }) => !metropolitanFrance);
		const tracker = trackerOf(options);
		// The encoding follows from the whole message, not only from the part that fits.
		const { encoding } = measureText(read, textRules(options, unicodeAllowed));
		const rules = textRules({ ...options, encoding }, unicodeAllowed);
		const message = trimForCut(read, rules);
		const hints = [...textHints, ...(options.shortenLink ? linkHints(until, run.now) : [])];
		return numbers.map(({ submitted: to, country }) => {
			const page = checkTarget(run.resumeUrl(to));
			checkReachable(page, run.gateway);
			const written = cutToFit(message, options.shortenLink ? STAND_IN : page, rules);
			const whole = { message: written, hints };
			const prepared = prepareMessage(whole, { ...options, encoding }, unicodeAllowed, run);
			const { text, settings, task } = prepared;
			return {
				identity: { to },
				userReference: tracker,
				batchKey: `${country} ${JSON.stringify(settings)}`,
				hints,
				failureGroup: task.failureGroup,
				submitBefore: task.submitBefore,
				duplicateKey: to,
				requires: options.shortenLink ? [page] : [],
				request: { to, text: text.submitted, ...tracker, settings, draft: { message, rules } },
			};
		});
	},

	finalize({ request, requires: [page = ''] = [], ...task }, shortLinks) {
		const { message, rules } = request.draft;
		const { submitted } = composeText(
			cutToFit(message, shortLinks.get(page) ?? page, rules),
			rules,
		);
		return { ...task, request: { ...request, text: submitted } };
	},

	async execute(account, messages) {
		const [{ settings }] = messages;
		const acceptances = await sendMessages(account, messages, settings);
		return acceptances.map((acceptance) => sendResult(acceptance, settings));
	},
});
