import { nationalForm, parseNumber } from './numbers';
import type { Phone, Phones, ReceivedMessage } from './types';

const operators = ['ORAN', 'SFR', 'BOUY', 'FREE'] as const;

/** Numbers whose operator the manual's examples name [3.12]. */
const exampleOperators: ReadonlyMap<string, string> = new Map([
	['+33612345678', 'ORAN'],
	['+33614345678', 'SFR'],
	['+33622222222', 'BOUY'],
]);

/** The number that the manual's example finds invalid. */
const unattributedExample = '+33611111111';

/** All phones of the world, made when they are first spoken of. */
export class PhoneBook implements Phones {
	private readonly phones = new Map<string, Phone>();
	private readonly delivered: ReceivedMessage[] = [];

	get(number: string): Phone {
		const international = /^\+[1-9]\d+$/.test(number) ? number : parseNumber(number)?.international;
		if (international === undefined) throw new RangeError(`Not a number: ${number}`);
		const known = this.phones.get(international);
		if (known !== undefined) return known;
		const phone = newPhone(international);
		this.phones.set(international, phone);
		return phone;
	}

	all(): Phone[] {
		return [...this.phones.values()];
	}

	messages(): ReceivedMessage[] {
		return [...this.delivered];
	}

	/** A message was accepted for a phone. */
	accept(phone: Phone, message: ReceivedMessage): void {
		phone.messages.push(message);
		this.delivered.push(message);
	}

	clear(): void {
		this.phones.clear();
		this.delivered.length = 0;
	}
}

function newPhone(international: string): Phone {
	return {
		number: international,
		operator: exampleOperators.get(international) ?? usualOperator(international),
		attributed: international !== unattributedExample,
		fullMvno: false,
		receipt: { outcome: 'delivered' },
		messages: [],
		replies: [],
	};
}

function usualOperator(international: string): string {
	if (!international.startsWith('+33')) return 'INTERNATIONAL';
	return operators[Number(international.slice(-1)) % operators.length] ?? 'ORAN';
}

/** `tel` of receipts and replies, and the blacklist's way of writing [3.10, 3.15]. */
export function writtenNumber(phone: Pick<Phone, 'number'>): string {
	return nationalForm(phone.number);
}
