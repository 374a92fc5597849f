import { setMaxListeners } from 'node:events';
import { nextRepeat } from '../manual/calendar';
import type { SimulatedClock } from '../world/clock';
import type { PhoneBook } from '../world/phones';
import type {
	CallbackCall,
	CallbackSettings,
	Callbacks,
	Page,
	Phone,
	ReceiptBehaviour,
	ReceivedMessage,
	Transmission,
} from '../types';
import { percentEncode } from '../http/percent';
import { callPage } from './caller';
import { receiptParameters, replyParameters } from './parameters';
import type { Parameters } from './parameters';

/** The settings at the start. */
export class UsualCallbacks implements CallbackSettings {
	receiptUrl = '';
	replyUrl = '';
	method: CallbackSettings['method'] = 'GET';
	charset: CallbackSettings['charset'] = 'iso-8859-15';
	receiptDelay = 100;
	concurrency = 10;
	timeout = 30_000;
	pages: Page[] = [];
}

const ATTEMPTS = 4;

interface Event {
	kind: 'receipt' | 'reply';
	number: number;
	parameters: Parameters;
	/** Of a receipt. */
	message?: string;
	outcome?: ReceiptBehaviour['outcome'];
}

/** Calls the customer's pages: receipts [3.10], replies [3.11], and their repeats. */
export class CallbackCenter extends UsualCallbacks implements Callbacks {
	readonly calls: CallbackCall[] = [];
	private events = 0;
	private underWay = 0;
	private waiting: Array<() => void> = [];
	private abort = new AbortController();

	constructor(
		private readonly clock: SimulatedClock,
		private readonly phones: PhoneBook,
	) {
		super();
	}

	/** Back to the settings at the start; calls under way are called off. */
	restart(): void {
		this.stop();
		this.abort = new AbortController();
		// One for each call under way, however many `concurrency` allows.
		setMaxListeners(Infinity, this.abort.signal);
		this.calls.length = 0;
		this.events = 0;
		Object.assign(this, new UsualCallbacks());
	}

	stop(): void {
		this.abort.abort();
		for (const next of this.waiting.splice(0)) next();
	}

	/** Plans the receipt of a message that has just reached the phone. */
	planReceipt(phone: Phone, message: ReceivedMessage): void {
		if (this.receiptUrl === '' || phone.receipt.outcome === 'none') return;
		const due = new Date(this.clock.now().getTime() + this.receiptDelay);
		this.clock.schedule(due, async () => {
			await this.sendReceipt(phone, message, phone.receipt);
		});
	}

	async report(messageId: string, receipt: ReceiptBehaviour): Promise<Transmission> {
		const message = this.phones.messages().find(({ id }) => id === messageId);
		if (message === undefined) throw new RangeError(`There is no message ${messageId}`);
		if (this.receiptUrl === '') return { transmitted: false, reason: 'No receipt URL is set' };
		if (message.receivedAt === undefined)
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
		const reason = this.whyNotTransmitted(phone, options.to === 'sender');
		phone.replies.push({ text, at: this.clock.now(), transmitted: reason === undefined });
		if (reason !== undefined) return { transmitted: false, reason };
		const parameters = replyParameters(phone, text);
		const call = await this.call({ kind: 'reply', number: ++this.events, parameters });
		return { transmitted: true, call };
	}

	private whyNotTransmitted(phone: Phone, direct: boolean): string | undefined {
		if (this.replyUrl === '') return 'No reply URL is set';
		const last = phone.messages.at(-1);
		if (last === undefined || /^\d+$/.test(last.sender)) return undefined;
		if (!direct && last.stopMention !== undefined) return undefined;
		return `The sender ${last.sender} cannot be answered`;
	}

	async settled(): Promise<void> {
		while (this.underWay > 0 || this.clock.isBusy()) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	}

	private async call(event: Event, attempt = 1): Promise<CallbackCall> {
		const { signal } = this.abort;
		this.underWay++;
		if (this.underWay > this.concurrency) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		const call = this.prepare(event, attempt);
		if (!signal.aborted) {
			this.calls.push(call);
			await this.perform(call, signal);
			if (!call.validated && attempt < ATTEMPTS && !signal.aborted) this.planRepeat(event, call);
		}
		this.underWay--;
		this.waiting.shift()?.();
		return call;
	}

	private prepare(event: Event, attempt: number): CallbackCall {
		const query = event.parameters
			.map(([name, value]) => `${name}=${percentEncode(value, this.charset)}`)
			.join('&');
		const page = event.kind === 'receipt' ? this.receiptUrl : this.replyUrl;
		const inUrl = this.method === 'GET';
		return {
			kind: event.kind,
			event: event.number,
			attempt,
			...(event.kind === 'receipt' ? { message: event.message, outcome: event.outcome } : {}),
			method: this.method,
			url: inUrl ? `${page}${page.includes('?') ? '&' : '?'}${query}` : page,
			...(inUrl ? {} : { body: query }),
			at: this.clock.now(),
			validated: false,
		};
	}

	private async perform(call: CallbackCall, signal: AbortSignal): Promise<void> {
		try {
			const answer = await callPage(call, this.timeout, signal);
			call.status = answer.status;
			call.answer = answer.body;
			call.validated = answer.body.trim() === 'validation';
		} catch (error) {
			call.error = error instanceof Error ? error.message : String(error);
		}
	}

	private planRepeat(event: Event, call: CallbackCall): void {
		call.nextAttemptAt = nextRepeat(this.clock.now());
		this.clock.schedule(call.nextAttemptAt, async () => {
			await this.call(event, call.attempt + 1);
		});
	}
}
