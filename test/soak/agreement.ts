import type { CallbackCall, ReceivedMessage } from '../../simulator';
import type { Execution } from '../../harness';
import { itemsOf } from '../../harness';
import { rowsOf, shortened } from '../e2e/send/outcome';
import { startOf } from './stored';

/** A call of a workflow; one that n8n did not answer may never have begun. */
interface Call {
	wasAnswered: boolean;
}

/** What all sides have written down. */
export interface Ledger {
	/** What the phones got. */
	messages: Array<Pick<ReceivedMessage, 'id' | 'to' | 'tracker'>>;
	/** What the gateway called. */
	calls: readonly CallbackCall[];
	/** Its blacklist. */
	blacklist: ReadonlySet<string>;
	executions: Execution[];
	/** What n8n was asked to send, by the batch that the executions name. */
	batches: Map<string, Call & { recipients: Array<{ number: string; tracker: string }> }>;
	/** What was looked up in the report, by the same: the tracker of a message. */
	lookups: Map<string, Call & { tracker: string }>;
	/** The workflows that take receipts and replies. */
	receiving: string;
	answering: string;
}

/** What does not agree, and how much there was of everything. */
export interface Agreement {
	wrong: string[];
	figures: Record<string, number>;
}

const hasEnded = ({ status }: Execution) => status === 'success' || status === 'error';

const trigger = 'iSendPro Trigger';

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
	return groups;
}

/**
 * Compares what the phones got with what the executions say, message by message: nobody got one twice,
 * who is called sent got it, and who got it is called sent or, at worst, unknown; every call that n8n
 * acknowledged is an execution; every STOP is on the blacklist; every row of the report is a message.
 */
export function agreementOf(ledger: Ledger): Agreement {
	const { executions, batches, lookups, blacklist } = ledger;
	const wrong: string[] = [];
	const figures: Record<string, number> = {};
	const count = (name: string, number = 1) => {
		figures[name] = (figures[name] ?? 0) + number;
	};
	const expect = (right: boolean, otherwise: string) => {
		if (!right) wrong.push(otherwise);
	};

	const messages = groupBy(ledger.messages, ({ tracker }) => tracker);
	const runs = groupBy(executions, (execution) => {
		const { batch } = (startOf(execution, 'Start').body ?? {}) as { batch?: string };
		return batch ?? '';
	});
	for (const { status, id } of executions) {
		count(`executions: ${status}`);
		expect(/^(success|error|crashed)$/.test(status), `Execution ${id} is ${status}`);
	}

	for (const [batch, { wasAnswered }] of [...batches, ...lookups]) {
		expect(!wasAnswered || runs.has(batch), `${batch} was answered, and there is no execution`);
	}
	for (const [batch, { recipients }] of batches) {
		const own = runs.get(batch) ?? [];
		// An error names recipients by their last digits.
		const whole = new Map(recipients.map(({ number }) => [shortened(number), number]));
		const ended = own
			.filter(hasEnded)
			.map((execution) =>
				rowsOf(execution).map((row) => ({ ...row, to: whole.get(row.to) ?? row.to })),
			);
		const isUntold = ended.length === 0 && own.length > 0;
		const names = recipients.map(({ number }) => number).sort();
		for (const rows of ended) {
			const told = rows.map(({ to }) => to).sort();
			expect(told.join() === names.join(), `${batch} tells of ${told.join()} for ${names.join()}`);
		}
		const claims = groupBy(ended.flat(), ({ to }) => to);
		for (const { number, tracker } of recipients) {
			const got = messages.get(tracker)?.length ?? 0;
			const said = (claims.get(number) ?? []).map(({ status }) => status);
			const words = `${number} got ${got} messages, and was called ${said.join(', ')}`;
			const [isSent, isDoubtful] = [said.includes('sent'), said.includes('unknown')];
			expect(got <= 1, words);
			expect(got === 1 || !isSent, words);
			expect(got === 0 || isSent || isDoubtful || isUntold, words);
			count(`messages: ${got === 0 ? 'not ' : ''}arrived, ${said.at(-1) ?? 'nothing told'}`);
		}
	}
	count('messages', ledger.messages.length);
	const written = [...batches.values()].flatMap(({ recipients }) => recipients);
	const numberOf = new Map(written.map(({ number, tracker }) => [tracker, number]));
	const receipts = new Set(ledger.calls.map(({ kind, message }) => kind === 'receipt' && message));
	for (const { id, to, tracker } of ledger.messages) {
		expect(numberOf.get(tracker) === to, `${to} got the message ${tracker}, which is not its own`);
		expect(receipts.has(id), `No receipt was sent for the message of ${to}`);
	}

	for (const [batch, { tracker }] of lookups) {
		for (const execution of (runs.get(batch) ?? []).filter(({ status }) => status === 'success')) {
			const found = itemsOf(execution, 'iSendPro').map(({ json }) => json.tracker);
			expect(found.join() === tracker, `The report has ${found.join()} for ${tracker}`);
			count('downloads: right');
		}
	}
	count('downloads', lookups.size);

	const events = (workflow: string) =>
		groupBy(
			executions.filter(({ workflowId }) => workflowId === workflow),
			(execution) => {
				const { messageId, from = '' } = startOf(execution, trigger);
				return `${String(messageId)} ${String(from)}`.trim();
			},
		);
	const received = events(ledger.receiving);
	const answered = events(ledger.answering);
	const calls = groupBy(ledger.calls, ({ event }) => String(event));
	for (const tries of calls.values()) {
		const [{ kind, message = '', outcome, url }] = tries as [(typeof tries)[number]];
		const fields = new URL(url).searchParams;
		const own =
			kind === 'receipt'
				? received.get(message)
				: answered.get(`${fields.get('id_retour')} ${fields.get('tel')}`);
		const stored = own ?? [];
		const kinds = kind === 'reply' ? 'replies' : 'receipts';
		const words = `The ${kind} ${url} was called ${tries.length} times`;
		count(kinds);
		count(`${kinds}: called again`, tries.length - 1);
		expect(tries.at(-1)?.validated === true, `${words} and never acknowledged`);
		expect(
			stored.length >= 1 && stored.length <= tries.length,
			`${words} and stored ${stored.length} times`,
		);
		for (const execution of stored) {
			const { raw, delivered } = startOf(execution, trigger);
			const sent = Object.fromEntries(fields);
			expect(JSON.stringify(raw) === JSON.stringify(sent), `${words}, and is stored otherwise`);
			if (kind === 'receipt') expect(delivered === (outcome === 'delivered'), words);
		}
		if (kind === 'receipt') continue;
		const done = stored.filter(({ status }) => status === 'success').length;
		expect(done >= 1, `${words}, and no workflow succeeded`);
		const text = fields.get('msg_sms') ?? '';
		if (!text.startsWith('Stop')) continue;
		count('replies: STOP');
		const number = `+33${fields.get('tel')?.slice(1)}`;
		expect(blacklist.has(number), `${number} said STOP and is not blacklisted`);
	}
	return { wrong, figures };
}
