import type { IDataObject, ITaskData } from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';
import type { Execution } from '../../harness';
import type { Ledger } from './agreement';
import { agreementOf } from './agreement';

const [anna, zoe] = ['0600000001', '0600000002'];

function task(json: IDataObject[]): ITaskData[] {
	const main = [json.map((each) => ({ json: each }))];
	return [{ startTime: 0, executionTime: 0, executionIndex: 0, source: [], data: { main } }];
}

function execution(
	status: string,
	workflowId: string,
	runs: Record<string, IDataObject[]>,
): Execution {
	const runData = Object.entries(runs).map(([name, json]) => [name, task(json)]);
	const data = createRunExecutionData({ resultData: { runData: Object.fromEntries(runData) } });
	return { id: '1', mode: 'webhook', finished: true, status, workflowId, data };
}

const sent = (rows: IDataObject[], status = 'success') =>
	execution(status, 'send', { Start: [{ body: { batch: 'b' } }], iSendPro: rows });

const event = (json: IDataObject, status = 'success') =>
	execution(status, json.from ? 'replies' : 'receipts', {
		'iSendPro Trigger': [{ eventId: 'x', ...json }],
	});

const receipt = { messageId: '7', delivered: true, raw: { id: '7' } };
const reply = {
	messageId: '7',
	from: anna,
	raw: { tel: anna, id_retour: '7', msg_sms: 'Stop svp' },
};

const call = (kind: 'receipt' | 'reply', query: string): Ledger['calls'][number] => ({
	...{ kind, event: kind === 'reply' ? 2 : 1, attempt: 1, method: 'GET', at: new Date() },
	...{ url: `http://127.0.0.1/?${query}`, validated: true, message: '7', outcome: 'delivered' },
});

const toAnna = { id: '7', to: anna, tracker: 't1' };

/** Two were written to: one got it, the other was refused; the one replied STOP. */
function ledger(): Ledger {
	return {
		messages: [toAnna],
		calls: [call('receipt', 'id=7'), call('reply', `tel=${anna}&id_retour=7&msg_sms=Stop%20svp`)],
		blacklist: new Set(['+33600000001']),
		executions: [
			sent([
				{ to: anna, status: 'sent' },
				{ to: zoe, status: 'rejected' },
			]),
			execution('success', 'report', {
				Start: [{ body: { batch: 'l' } }],
				iSendPro: [{ tracker: 't1' }],
			}),
			event(receipt),
			event(reply),
		],
		batches: new Map([
			[
				'b',
				{
					wasAnswered: true,
					recipients: [
						{ number: anna, tracker: 't1' },
						{ number: zoe, tracker: 't2' },
					],
				},
			],
		]),
		lookups: new Map([['l', { wasAnswered: true, tracker: 't1' }]]),
		...{ receiving: 'receipts', answering: 'replies' },
	};
}

/** What is wrong once the ledger is changed. */
function wrongWith(change: (changed: Ledger) => void): string[] {
	const changed = ledger();
	change(changed);
	return agreementOf(changed).wrong;
}

describe('The check after a soak', () => {
	it('finds nothing when all sides agree', () => {
		expect(wrongWith(() => undefined)).toEqual([]);
	});

	const replaceSent = (...rows: IDataObject[]) => {
		return ({ executions }: Ledger) => executions.splice(0, 1, sent(rows));
	};
	const refused = { to: zoe, status: 'rejected' };

	it.each<[string, (changed: Ledger) => void, RegExp]>([
		['a message that came twice', ({ messages }) => messages.push(toAnna), /2 messages/],
		[
			'a message to who was refused',
			({ messages }) => messages.push({ id: '8', to: zoe, tracker: 't2' }),
			/rejected/,
		],
		['a message that never came', ({ messages }) => messages.pop(), /0 messages.*sent/],
		[
			'a message that nobody asked for',
			({ messages }) => messages.push({ ...toAnna, tracker: 't9' }),
			/not its own/,
		],
		[
			'a message to another',
			({ messages }) => messages.splice(0, 1, { ...toAnna, to: zoe }),
			/own/,
		],
		[
			'a message without receipt',
			(changed) => (changed.calls = changed.calls.slice(1)),
			/No receipt/,
		],
		[
			'a message that the retry of a run that was cut off calls refused',
			({ executions }) =>
				executions.splice(
					0,
					1,
					sent([], 'crashed'),
					sent([{ to: anna, status: 'notSent' }, refused]),
				),
			/notSent/,
		],
		['a message called not sent', replaceSent({ to: anna, status: 'notSent' }, refused), /notSent/],
		['a recipient of whom nothing is said', replaceSent(refused), /tells of/],
		['one told of twice', replaceSent(refused, refused, { to: anna, status: 'sent' }), /tells of/],
		['an answered call without execution', ({ executions }) => executions.shift(), /no execution/],
		[
			'an execution without end',
			({ executions }) => executions.push(event(receipt, 'running')),
			/running/,
		],
		[
			'a receipt that was not stored',
			({ executions }) => executions.splice(2, 1),
			/stored 0 times/,
		],
		[
			'a receipt stored twice',
			({ executions }) => executions.push(event(receipt)),
			/stored 2 times/,
		],
		[
			'a receipt that says otherwise',
			({ executions }) => executions.splice(2, 1, event({ ...receipt, delivered: false })),
			/receipt/,
		],
		[
			'a reply whose text was changed',
			({ executions }) => executions.splice(3, 1, event({ ...reply, raw: {} })),
			/otherwise/,
		],
		[
			'a reply that no workflow took',
			({ executions }) => executions.splice(3, 1, event(reply, 'error')),
			/no workflow/,
		],
		['a STOP that was lost', ({ blacklist }) => (blacklist as Set<string>).clear(), /STOP/],
		[
			'a row of another message',
			({ lookups }) => lookups.set('l', { wasAnswered: true, tracker: 't9' }),
			/for t9/,
		],
	])('finds %s', (_, change, words) => {
		expect(wrongWith(change).join('\n')).toMatch(words);
	});

	it('accepts a run that was cut off', () => {
		const cutOff = ({ executions }: Ledger) => executions.splice(0, 1, sent([], 'crashed'));
		expect(wrongWith(cutOff)).toEqual([]);
	});
});
