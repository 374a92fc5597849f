import { count } from '../../../nodes/ISendPro/actions/sms/count.operation';
import { sendAndWait } from '../../../nodes/ISendPro/actions/sms/send-and-wait.operation';
import { sendToDirectory } from '../../../nodes/ISendPro/actions/sms/send-to-directory.operation';
import { send } from '../../../nodes/ISendPro/actions/sms/send.operation';
import type { RunContext } from '../../../nodes/ISendPro/engine/operation';
import { questionPage } from '../../../nodes/ISendPro/waiting/page';
import { pageStringsFor } from '../../../nodes/ISendPro/waiting/page-strings';
import { questionOf } from '../../../nodes/ISendPro/waiting/question';
import { processorTime } from '../../helpers/processor-time';

const run: RunContext = {
	...{ runId: 'r', textEncoding: 'iso-8859-15', timezone: 'Europe/Paris', now: new Date() },
	gateway: 'https://www.isendpro.com/cgi-bin/',
	resumeUrl: (person) =>
		`https://n8n.example.com/webhook-waiting/1/2?person=${person}&signature=${'a'.repeat(64)}`,
};
const asked = { responseType: 'approval', approvalOptions: {}, choices: '', options: {} } as const;
const anna = '0601020304';
const jan = '0032470123456';
const fiveHundred = Array.from({ length: 500 }, (_, index) => `06${10_000_000 + index}`).join();
const strings = pageStringsFor('fr');

/** What is done with a text, be it refused or not. */
const works: Record<string, (text: string) => unknown> = {
	'a question': (message) => sendAndWait.prepare({ ...asked, to: anna, message }, run),
	'a question abroad': (message) => sendAndWait.prepare({ ...asked, to: jan, message }, run),
	'a question with its whole link': (message) =>
		sendAndWait.prepare({ ...asked, to: anna, message, options: { shortenLink: false } }, run),
	'a question without what cannot be sent': (message) =>
		sendAndWait.prepare(
			{ ...asked, to: anna, message, options: { unsupportedCharacters: 'remove' } },
			run,
		),
	'a question to 500 people': (message) =>
		sendAndWait.prepare({ ...asked, to: fiveHundred, message }, run),
	choices: (choices) => questionOf({ ...asked, responseType: 'choice', message: '', choices }),
	'a page': (message) => {
		const values = { approvalType: 'single', approveLabel: message, disapproveLabel: '' } as const;
		const options = { pageTitle: message };
		return questionPage(
			questionOf({ ...asked, message, approvalOptions: { values }, options }),
			strings,
		);
	},
	'a message': (message) => send.prepare({ to: anna, message, options: {} }, run),
	'a message with short links': (message) =>
		send.prepare({ to: anna, message, options: { shortenLinks: true } }, run),
	'a message without what cannot be sent': (message) =>
		send.prepare({ to: anna, message, options: { unsupportedCharacters: 'remove' } }, run),
	'a message to a directory': (message) =>
		sendToDirectory.prepare({ directoryId: '1', message, options: {} }, run),
	'a count': (message) => count.prepare({ to: jan, message, options: {} }, run),
	'a sender': (sender) => send.prepare({ to: anna, message: 'Bonjour', options: { sender } }, run),
	'a tracker': (tracker) =>
		send.prepare({ to: anna, message: 'Bonjour', options: { tracker } }, run),
};

const contents: Record<string, string> = {
	...{ words: 'Bonjour. ', letters: 'x', accents: 'ê', 'letters with a mark': 'e\u0301' },
	...{ 'marks without end': '\u0301', 'marks of two kinds without end': '\u0301\u0323' },
	...{ pictograms: '😀', families: '👨‍👩‍👧', flags: '🇫🇷', 'halves of pictograms': '\ud83d' },
	...{ links: 'https://example.com/a ', 'beginnings of links': 'http://', parentheses: '(' },
	...{ 'line breaks': 'a\r\n', blanks: ' ', 'what nobody sees': '\u200b', quotes: '"&<' },
	...{ 'raised numbers': '²', fractions: '1½', 'another script': 'Ж', expressions: '{{ ' },
};

/** The shortest of several times, in milliseconds: a collection of garbage only makes one longer. */
function timeOf(work: (text: string) => unknown, unit: string, size: number): number {
	const text = `a${unit.repeat(size / unit.length)}`;
	const times = [1, 2, 3].map(() =>
		processorTime(() => {
			try {
				work(text);
			} catch {
				// A refusal takes its time too.
			}
		}),
	);
	return Math.min(...times);
}

describe.each(Object.entries(works))('%s of 100 KB', (_, work) => {
	it.each(Object.entries(contents))(
		'takes some ten times as long as one of 10 KB: %s',
		(_, unit) => {
			const short = Math.max(timeOf(work, unit, 10_000), 1);
			// Ten times, and what chance adds. Where each character costs a look at all others, it is a hundred.
			expect(timeOf(work, unit, 100_000) / short).toBeLessThan(60);
		},
	);
});
