import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as callLimits from '../../nodes/ISendPro/api/callbacks/call-limits';
import { MAX_UNPACKED_BYTES } from '../../nodes/ISendPro/api/files/zip';
import * as text from '../../nodes/ISendPro/api/text/message-text';
import { SENDER_LENGTHS } from '../../nodes/ISendPro/api/text/sender';
import { MAX_TRACKER_LENGTH } from '../../nodes/ISendPro/api/text/tracker';
import { MAX_ANSWER_BYTES } from '../../nodes/ISendPro/api/wire/answer';
import type { ResultCode } from '../../nodes/ISendPro/api/wire/codes';
import { resultCodes } from '../../nodes/ISendPro/api/wire/codes';
import { blacklistUnchanged } from '../../nodes/ISendPro/api/requests/blacklist';
import type { Failure } from '../../nodes/ISendPro/api/wire/failure';
import * as failuresOfAnswers from '../../nodes/ISendPro/api/wire/failure';
import { MAX_NUMBERS, MAX_ROWS } from '../../nodes/ISendPro/api/wire/limits';
import { MAX_LOST_ANSWERS } from '../../nodes/ISendPro/engine/run/circuit-breaker';
import { MAX_ONCE_KEYS } from '../../nodes/ISendPro/engine/run/once-keys';
import {
	MAX_LABEL_LENGTH,
	MAX_TEXT_LENGTH,
	MAX_CHOICES,
} from '../../nodes/ISendPro/waiting/question';
import { billing } from '../../nodes/ISendPro/actions/sms/billing';
import { linkNotShortened, pageNotShortened } from '../../nodes/ISendPro/actions/sms/short-links';
import * as failuresOfRuns from '../../nodes/ISendPro/engine/run/failures';
import * as failuresOfConnections from '../../nodes/ISendPro/transport/failures';
import { CREDENTIAL_TEST_LIMITS, STANDARD_LIMITS } from '../../nodes/ISendPro/transport/limits';

/** Where the page lies. */
export const TROUBLESHOOTING_PAGE = join(__dirname, '../../docs/troubleshooting.md');

const HOST = 'www.isendpro.com';

function costExceeded(...given: Parameters<typeof billing.costExceeded>): Failure {
	const failure = billing.costExceeded(...given);
	if (!failure) throw new Error('The example is within the limits');
	return failure;
}

/** Every exported maker of failures, whichever room it belongs to. */
const failures = {
	...failuresOfAnswers,
	...failuresOfConnections,
	...failuresOfRuns,
	blacklistUnchanged,
	linkNotShortened,
	pageNotShortened,
	limitExceeded: billing.limitExceeded,
	costExceeded,
};

/** Exports that need no example: they reword another failure, or take their words from elsewhere. */
type WithoutExample =
	'RequestFailed' | 'messageOf' | 'asIdempotent' | 'failureOfCode' | 'notSent' | 'invalidInput';

/** An example of every failure that is not a code of iSendPro's. A new one has to be told here. */
const examples: Record<Exclude<keyof typeof failures, WithoutExample>, Failure[]> = {
	hostNotFound: [failures.hostNotFound(HOST)],
	notConnected: [failures.notConnected(HOST)],
	notTrusted: [failures.notTrusted(HOST)],
	noKey: [failures.noKey()],
	noWebAddress: [failures.noWebAddress()],
	notAllowed: [failures.notAllowed(HOST)],
	notTheApi: [failures.notTheApi(HOST, 403)],
	noCapacity: [failures.noCapacity(HOST, 429)],
	hostFailed: [failures.hostFailed(HOST, 502)],
	connectionBroke: [failures.connectionBroke(HOST)],
	failureWithout: [failures.failureWithout('saying whether the message was accepted', {})],
	outcomeUnknown: [failures.outcomeUnknown('The answer is empty')],
	unanswered: [failures.unanswered()],
	interrupted: [failures.interrupted()],
	lostInCrash: [failures.lostInCrash()],
	skippedBecauseOf: [failures.skippedBecauseOf(failures.failureOfCode({ code: '12' }))],
	limitExceeded: [failures.limitExceeded({ parts: 120 }, 100)],
	costExceeded: [
		costExceeded({ parts: 12 }, { credit: 100, pricePerSms: 0.04 }, { maxCost: 0.4 }),
		costExceeded({ parts: 12 }, { credit: 1, pricePerSms: 0.04 }, { minimumCredit: 0.6 }),
		costExceeded({ parts: 30 }, { credit: 1, pricePerSms: 0.04 }, { minimumCredit: 0 }),
		costExceeded(
			{ parts: 12 },
			{ unknownBecause: ', since the balance has no price per SMS (its credit is €0.00)' },
			{ maxCost: 5 },
		),
	],
	linkNotShortened: [
		failures.linkNotShortened('https://example.com/long', failures.failureOfCode({ code: '777' })),
	],
	pageNotShortened: [failures.pageNotShortened('', failures.connectionBroke(HOST))],
	onceKeysUnavailable: [failures.onceKeysUnavailable('the database is locked')],
	tooManyOnceKeys: [failures.tooManyOnceKeys(12_000, MAX_ONCE_KEYS)],
	executionStopped: [failures.executionStopped()],
	timeHasPassed: [failures.timeHasPassed()],
	blacklistUnchanged: [
		failures.blacklistUnchanged(true, 'NOK'),
		failures.blacklistUnchanged(false, 'SUPPRESSION NOK'),
		failures.blacklistUnchanged(true, 'NOK', 'The answer is empty'),
	],
	unreadableFile: [failures.unreadableFile('The file that iSendPro sent is empty')],
};

/** Text in a table of Markdown. */
function cell(written: string): string {
	return written.replace(/[|<>[\]*_]/g, '\\$&');
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)];
}

/** What becomes of the rest of a run, and of the same request. */
function consequence({ stops, isTransient, ambiguous, repeatSafe }: ResultCode): string {
	if (ambiguous) return 'look first';
	return [
		...(stops === 'run' ? ['ends the run'] : []),
		...(stops === 'sender' ? ['ends the sender'] : []),
		isTransient ? 'tried again' : repeatSafe ? 'repeat' : 'correct',
	].join(', ');
}

function codeRows(kinds: ReadonlyArray<ResultCode['kind']>): ResultCode[] {
	return [...resultCodes.values()].filter(({ kind }) => kinds.includes(kind));
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const seconds = (milliseconds: number) => `${milliseconds / 1_000} s`;
const count = (number: number) => number.toLocaleString('en-US');

function limitRows(): string[][] {
	const { MAX_PARTS, GSM_ALONE, GSM_PART, UNICODE_ALONE, UNICODE_PART } = text;
	const { timeoutMs, maxTries, firstPauseMs, maxBytes } = STANDARD_LIMITS;
	const longest = `${MAX_PARTS} SMS: ${MAX_PARTS * GSM_PART} characters, or ${MAX_PARTS * UNICODE_PART} in Unicode`;
	const pauses = Array.from({ length: maxTries - 1 }, (_, index) =>
		seconds(firstPauseMs * 2 ** index),
	);
	return [
		['items and recipients of a run', 'none', 'they go out in as many requests as it takes'],
		[
			'numbers in a request',
			`${MAX_NUMBERS}, or *Technical: Batch Size*`,
			'the next request takes the rest',
		],
		['SMS of a run', 'none, or *Maximum SMS*', 'nothing is sent'],
		['cost of a run', 'none, or *Maximum Cost* and *Minimum Credit*', 'nothing is sent'],
		[
			'one SMS',
			`${GSM_ALONE} characters, ${GSM_PART} as part of several; in Unicode ${UNICODE_ALONE} and ${UNICODE_PART}. The STOP mention takes ${text.STOP_MENTION_CHARACTERS} of them`,
			'the message takes more SMS',
		],
		['a message', `${longest}; or *Message Maximum Parts*`, 'refused before anything is sent'],
		[
			'a sender, a tracker',
			`${SENDER_LENGTHS} characters, 1 to ${MAX_TRACKER_LENGTH}`,
			'refused before anything is sent',
		],
		['rows of a report', `${count(MAX_ROWS)} for a request`, 'longer periods are fetched in parts'],
		['numbers on a blacklist to download', count(MAX_ROWS), 'code 205'],
		['a file', `${megabytes(maxBytes)}, ${megabytes(MAX_UNPACKED_BYTES)} unpacked`, 'an error'],
		['any other answer', megabytes(MAX_ANSWER_BYTES), 'an answer that cannot be read'],
		[
			'time to answer',
			`${seconds(timeoutMs)} until it begins, as long again for the rest; ${seconds(CREDENTIAL_TEST_LIMITS.timeoutMs)} for the test of a credential`,
			'`unknown`, or an error where nothing was sent',
		],
		[
			'tries of a request',
			`${maxTries}, after ${pauses.join(' and ')}, where none can do anything twice`,
			'what the last one said',
		],
		['lost answers in a row', String(MAX_LOST_ANSWERS), 'the rest is `notSent`'],
		[
			'a call to the trigger',
			`${callLimits.MAX_FIELDS} fields, ${callLimits.MAX_BYTES / 1024} KB`,
			'`probleme`, no execution',
		],
		[
			'the page of Send and Wait for Response',
			`${MAX_CHOICES} choices of ${MAX_LABEL_LENGTH} characters; an answer of ${count(MAX_TEXT_LENGTH)}`,
			'refused before anything is sent; on the page, asked again',
		],
	];
}

/** The page on what can go wrong, as the code has it. */
export function troubleshootingPage(): string {
	return [
		'# Troubleshooting',
		'',
		'By [what you see](#by-what-you-see), [code](#by-code), [message](#by-message), and [limit](#limits). What n8n and the node do',
		'about failures, e.g. "Retry On Fail", is in the README under [When something fails](../README.md#when-something-fails). This',
		'page is written by `npm run generate`, and a test holds it to the code.',
		'',
		'## By what you see',
		'',
		...table(
			['what you see', 'look at'],
			[
				[
					'The credential stays red',
					'its message is one of [those below](#by-code): 3 is the key, 14 the address of your n8n',
				],
				[
					'Accents or € arrive garbled',
					'*Text Encoding* in the credential: the other value. A mark that is only missing (`ê` as `e`) is [how SMS are](characters.md)',
				],
				[
					'A message takes more SMS than you count',
					'`characters`, `parts` and `stopMentionCharacters` in the output; *Count* asks iSendPro',
				],
				[
					'It goes out at another hour',
					'the hint on the output names the time zone: [The right hour](../README.md#options)',
				],
				[
					'`sent`, and the phone shows nothing',
					'`sent` means accepted. The delivery receipt says what became of it, with `errorReason`; so does *Campaign: Get Report*',
				],
				[
					'No receipt and no reply starts the workflow',
					'it is published (n8n 1.x: active); iSendPro has the *production* URLs; the internet reaches them. Open one in a browser: `probleme` is the right answer to a call that is none',
				],
				[
					'HTTP 403 for calls of iSendPro',
					'*Allowed IP Addresses* and `N8N_PROXY_HOPS`: [who may call](trigger.md#who-may-call)',
				],
				[
					'The same event comes twice',
					'iSendPro repeats what it was not told `validation` for: [repeats](trigger.md#repeats)',
				],
			],
		),
		'',
		'## By code',
		'',
		"A code stands in `code` of an item or error, and behind it iSendPro's own words (`apiMessage`), which may differ a little from",
		'these. The last column says what becomes of the run, and of this one:',
		'',
		'- *ends the run*, *ends the sender*: every later request, or every one with this sender, would meet it, so the rest is `notSent`.',
		'- *correct*: put it right first; asked for unchanged, it fails again. *repeat*: once the obstacle is gone, the same succeeds.',
		'- *tried again*: the node does so by itself. *look first*: it may have been done.',
		'',
		...table(
			['code', 'iSendPro says', 'what happened', 'what to do', 'then'],
			codeRows(['failure']).map((row) => [
				String(row.code),
				cell(row.message),
				cell(row.meaning),
				cell(row.advice),
				consequence(row),
			]),
		),
		'',
		`No failures are ${codeRows(['success', 'empty'])
			.map(({ code }) => code)
			.join(
				', ',
			)}. Codes that are not here are none that the manual lists: the outcome is \`unknown\`.`,
		'',
		'## By message',
		'',
		'What the node itself says where iSendPro gave no code. Addresses, numbers and causes are examples. What only reads, or may be set',
		'twice, has no doubt: there the advice is',
		`"${failures.asIdempotent(failures.unanswered()).description}"`,
		'',
		...table(
			['message', '`status`', 'what to do'],
			Object.values(examples)
				.flat()
				.map((failure) => [
					cell(failures.messageOf(failure)),
					`\`${failure.status}\``,
					cell(failure.description),
				]),
		),
		'',
		'Every other message is about what a field holds: it names the field and what to write instead, and that item was not sent.',
		'',
		'## Limits',
		'',
		...table(['of', 'limit', 'beyond it'], limitRows()),
		'',
	].join('\n');
}

/** Writes the page. */
export function writeTroubleshootingPage(): void {
	writeFileSync(TROUBLESHOOTING_PAGE, troubleshootingPage());
}
