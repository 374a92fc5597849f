import { EXAMPLE_ACCOUNT } from '../world/account';
import { DefaultCallbacks } from '../callbacks/center';
import { nationalForm } from '../manual/numbers';
import { receiptReasons } from '../manual/receipt-codes';
import type { Phone, Simulator } from '../types';
import { DEFAULT_SERVICE } from '../world/world';
import {
	readAmount,
	readFault,
	readNumber,
	readPhoneNumber,
	readReceipt,
	readText,
	update,
} from './input';

interface Input {
	/** The rest of the path after the name. */
	detail: string;
	/** The JSON body. */
	input: Record<string, unknown>;
}

type Action = (simulator: Simulator, request: Input) => unknown;

const namesIn = <Settings extends object>(settings: Settings) =>
	Object.keys(settings) as Array<keyof Settings>;

const accountSettings = namesIn(EXAMPLE_ACCOUNT);
const serviceSettings = namesIn(DEFAULT_SERVICE);
const callbackSettings = namesIn(new DefaultCallbacks());
const PHONE_SETTINGS = ['operator', 'attributed', 'fullMvno', 'receipt'] as const;

/** Number of phones, requests and calls that the control page shows. */
const MAX_SHOWN = 200;

/** The control API: the action of each `METHOD name`. README.md describes it. */
export const actions: Readonly<Record<string, Action | undefined>> = {
	'GET state': (simulator) => ({
		url: simulator.url,
		now: simulator.clock.now(),
		account: describeAccount(simulator),
		service: simulator.service,
		callbacks: describeCallbacks(simulator),
		faults: simulator.faults.pending(),
		phones: simulator.phones
			.all()
			.slice(-MAX_SHOWN)
			.map((phone) => describePhone(simulator, phone)),
		requests: simulator.requests.slice(-MAX_SHOWN),
		calls: simulator.callbacks.calls.slice(-MAX_SHOWN),
		chat: simulator.chat.slice(-MAX_SHOWN),
	}),
	'GET requests': ({ requests }) => requests,
	'GET phones': (simulator, { detail }) =>
		detail === ''
			? simulator.phones.all().map((phone) => describePhone(simulator, phone))
			: describePhone(simulator, simulator.phones.get(readPhoneNumber(detail))),
	'PATCH phones': (simulator, { detail, input }) => {
		const phone = simulator.phones.get(readPhoneNumber(detail));
		update(phone, input, PHONE_SETTINGS);
		return describePhone(simulator, phone);
	},
	'GET account': describeAccount,
	'PATCH account': (simulator, { input }) => {
		const credit = 'credit' in input ? { credit: readAmount(input.credit) } : {};
		update(simulator.account, { ...input, ...credit }, accountSettings);
		return describeAccount(simulator);
	},
	'GET accounts': ({ accounts }) =>
		accounts.map((account) => ({ ...account, reportRows: undefined })),
	'GET service': ({ service }) => service,
	'PATCH service': ({ service }, { input }) => update(service, input, serviceSettings),
	'GET callbacks': describeCallbacks,
	'PATCH callbacks': (simulator, { input }) => {
		update(simulator.callbacks, input, callbackSettings);
		return describeCallbacks(simulator);
	},
	'GET calls': ({ callbacks }) => callbacks.calls,
	'POST replies': async ({ callbacks }, { input }) =>
		await callbacks.reply(readPhoneNumber(readText(input, 'from')), readText(input, 'text'), {
			...(input.to === 'sender' ? { to: 'sender' } : {}),
		}),
	'POST receipts': async ({ callbacks }, { input }) =>
		await callbacks.report(readText(input, 'message'), readReceipt(input)),
	'POST blacklist': ({ account }, { input }) => {
		account.blacklist.add(readPhoneNumber(readText(input, 'number')));
	},
	'DELETE blacklist': ({ account }, { detail }) => {
		account.blacklist.delete(readPhoneNumber(detail));
	},
	'GET chat': ({ chat }) => chat,
	'POST chat': ({ chat, clock }, { input }) => {
		chat.push({ text: readText(input, 'text'), at: clock.now() });
	},
	'GET faults': ({ faults }) => faults.pending(),
	'POST faults': ({ faults }, { input }) => {
		faults.add(readFault(input));
		return faults.pending();
	},
	'DELETE faults': ({ faults }) => faults.clear(),
	'GET clock': ({ clock }) => ({ now: clock.now() }),
	'POST clock': async ({ clock }, { input }) => {
		if (input.set !== undefined) clock.set(readText(input, 'set'));
		if (input.advance !== undefined) await clock.advance(readNumber(input, 'advance'));
		return { now: clock.now() };
	},
	'POST reset': async (simulator, { input }) => {
		const { receiptUrl, replyUrl, pages } = simulator.callbacks;
		await simulator.reset();
		if (input.keepPages === true)
			Object.assign(simulator.callbacks, { receiptUrl, replyUrl, pages });
	},
	'GET coverage': ({ coverage }) => coverage,
};

function describeAccount({ account }: Simulator) {
	return { ...account, reportRows: account.reportRows.length };
}

function describeCallbacks({ callbacks }: Simulator) {
	return Object.fromEntries(callbackSettings.map((name) => [name, callbacks[name]]));
}

function describePhone({ account }: Simulator, phone: Phone) {
	return {
		...phone,
		written: nationalForm(phone.number),
		blacklisted: account.blacklist.has(phone.number),
		receiptReasons: receiptReasons(phone.operator),
	};
}
