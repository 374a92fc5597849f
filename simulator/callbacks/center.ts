import { setMaxListeners } from 'node:events';
import { nextRepeat } from '../manual/calendar';
import { MAX_CALL_ATTEMPTS, VALIDATION } from '../manual/limits';
import type {
	CallbackCall,
	CallbackSettings,
	Callbacks,
	Page,
	Clock,
	Phone,
	Phones,
	ReceiptBehaviour,
	ReceivedMessage,
	Transmission,
} from '../types';
import { percentEncode } from '../http/percent';
import { callPage } from './caller';
import { receiptParameters, replyParameters } from './parameters';
import type { Parameters } from './parameters';

/** The settings after a reset. */
export class DefaultCallbacks implements CallbackSettings {
	receiptUrl = '';
	replyUrl = '';
	method: CallbackSettings['method'] = 'GET';
	charset: CallbackSettings['charset'] = 'iso-8859-15';
	receiptDelay = 100;
	concurrency = 10;
	timeout = 30_000;
	pages: Page[] = [];
}

/** Simulated time that runs jobs. */
interface Schedule extends Pick<Clock, 'now'> {
	schedule(due: Date, run: () => Promise<void>): void;
	isBusy(): boolean;
}

interface Event {
	kind: 'receipt' | 'reply';
	number: number;
	parameters: Parameters;
	/** Of a receipt. */
	message?: string;
	outcome?: ReceiptBehaviour['outcome'];
}

/** Calls the customer's pages: receipts [3.10], replies [3.11], and their repeats. */
export class CallbackCenter extends DefaultCallbacks implements Callbacks {
	readonly calls: CallbackCall[] = [];
	private events = 0;
	private activeCalls = 0;
	private waiting: Array<() => void> = [];
	private abort = new AbortController();

	constructor(
		private readonly clock: Schedule,
		private readonly phones: Phones,
	) {
		super();
	}

	/** Cancels all calls and returns to the default settings. */
	reset(): void {
		this.stop();
		this.abort = new AbortController();
		// Each call listens to it, and `concurrency` sets how many there are.
		setMaxListeners(Infinity, this.abort.signal);
		this.calls.length = 0;
		this.events = 0;
		Object.assign(this, new DefaultCallbacks());
	}

	stop(): void {
		this.abort.abort();
		for (const next of this.waiting.splice(0)) next();
	}

	/** Schedules the receipt of a message that has just reached its phone. */
	scheduleReceipt(phone: Phone, message: ReceivedMessage): void {
		if (this.receiptUrl === '' || phone.receipt.outcome === 'none') return;
		const due = new Date(this.clock.now().getTime() + this.receiptDelay);
		this.clock.schedule(due, async () => {
			await this.sendReceipt(phone, message, phone.receipt);
		});
	}

	async report(messageId: string, receipt: ReceiptBehaviour): Promise<Transmission> {
		const message = this.phones.messages().find(({ id }) => id === messageId);
		if (message === undefined) throw new RangeError(`There is no message ${messageId}`);
		const { receivedAt } = message;
		if (receivedAt) message.reported = { ...receipt, at: this.clock.now() };
		if (this.receiptUrl === '') return { transmitted: false, reason: 'No receipt URL is set' };
		if (receivedAt === undefined)
			return { transmitted: false, reason: 'The message has not arrived yet' };
		const call = await this.sendReceipt(this.phones.get(message.to), message, receipt);
		return { transmitted: true, call };
	}

	private async sendReceipt(phone: Phone, message: ReceivedMessage, receipt: ReceiptBehaviour) {
		const parameters = receiptParameters(message, phone, this.clock.now(), receipt);
		const [number, { outcome }] = [++this.events, receipt];
		return await this.call({ kind: 'receipt', number, parameters, message: message.id, outcome });
	}

	async reply(from: string, text: string, options: { to?: 'sender' } = {}): Promise<Transmission> {
		const phone = this.phones.get(from);
		const reason = this.reasonNotTransmitted(phone, options.to === 'sender');
		const message = phone.messages.findLast(({ receivedAt }) => receivedAt !== undefined)?.id;
		phone.replies.push({
			...{ text, at: this.clock.now(), transmitted: reason === undefined },
			...(message !== undefined && { message }),
		});
		if (reason !== undefined) return { transmitted: false, reason };
		if (this.replyUrl === '') return { transmitted: false, reason: 'No reply URL is set' };
		const parameters = replyParameters(phone, text);
		const call = await this.call({ kind: 'reply', number: ++this.events, parameters });
		return { transmitted: true, call };
	}

	private reasonNotTransmitted(phone: Phone, toSender: boolean): string | undefined {
		const last = phone.messages.at(-1);
		if (last === undefined || /^\d+$/.test(last.sender)) return undefined;
		if (!toSender && last.stopMention !== undefined) return undefined;
		return `The sender ${last.sender} cannot be answered`;
	}

	async settled(): Promise<void> {
		while (this.activeCalls > 0 || this.clock.isBusy()) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	}

	private async call(event: Event, attempt = 1): Promise<CallbackCall> {
		const { signal } = this.abort;
		this.activeCalls++;
		if (this.activeCalls > this.concurrency) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		const call = this.prepare(event, attempt);
		if (!signal.aborted) {
			this.calls.push(call);
			await this.perform(call, signal);
			if (!call.validated && attempt < MAX_CALL_ATTEMPTS && !signal.aborted)
				this.scheduleRepeat(event, call);
		}
		this.activeCalls--;
		this.waiting.shift()?.();
		return call;
	}

	private prepare(event: Event, attempt: number): CallbackCall {
		const query = event.parameters
			.map(([name, value]) => `${name}=${percentEncode(value, this.charset)}`)
			.join('&');
		const page = event.kind === 'receipt' ? this.receiptUrl : this.replyUrl;
		const isGet = this.method === 'GET';
		return {
			kind: event.kind,
			event: event.number,
			attempt,
			...(event.kind === 'receipt' ? { message: event.message, outcome: event.outcome } : {}),
			method: this.method,
			url: isGet ? `${page}${page.includes('?') ? '&' : '?'}${query}` : page,
			...(isGet ? {} : { body: query }),
			at: this.clock.now(),
			validated: false,
		};
	}

	private async perform(call: CallbackCall, signal: AbortSignal): Promise<void> {
		try {
			const answer = await callPage(call, this.timeout, signal);
			call.status = answer.status;
			call.answer = answer.body;
			call.validated = answer.body.trim() === VALIDATION;
		} catch (error) {
			call.error = error instanceof Error ? error.message : String(error);
		}
	}

	private scheduleRepeat(event: Event, call: CallbackCall): void {
		call.nextAttemptAt = nextRepeat(this.clock.now());
		this.clock.schedule(call.nextAttemptAt, async () => {
			await this.call(event, call.attempt + 1);
		});
	}
}
