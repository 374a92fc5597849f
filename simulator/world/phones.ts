import { METROPOLITAN_FRANCE, parseNumber } from '../manual/numbers';
import type { Phone, Phones, ReceivedMessage } from '../types';

const OPERATORS = ['ORAN', 'SFR', 'BOUY', 'FREE'] as const;

/** Numbers whose operator the manual's examples name [3.12]. */
const EXAMPLE_OPERATORS: ReadonlyMap<string, string> = new Map([
	['+33612345678', 'ORAN'],
	['+33614345678', 'SFR'],
	['+33622222222', 'BOUY'],
]);

/** The number that the manual's example finds invalid. */
const UNATTRIBUTED_EXAMPLE = '+33611111111';

/** All phones; each is created when its number is first used. */
export class PhoneBook implements Phones {
	private readonly phones = new Map<string, Phone>();
	private readonly accepted: ReceivedMessage[] = [];

	get(number: string): Phone {
		const international = /^\+[1-9]\d+$/.test(number) ? number : parseNumber(number)?.international;
		if (international === undefined) throw new RangeError(`Not a number: ${number}`);
		const known = this.phones.get(international);
		if (known !== undefined) return known;
		const phone = createPhone(international);
		this.phones.set(international, phone);
		return phone;
	}

	all(): Phone[] {
		return [...this.phones.values()];
	}

	messages(): ReceivedMessage[] {
		return [...this.accepted];
	}

	/** Adds a message that was accepted for a phone. */
	accept(phone: Phone, message: ReceivedMessage): void {
		phone.messages.push(message);
		this.accepted.push(message);
	}

	clear(): void {
		this.phones.clear();
		this.accepted.length = 0;
	}
}

function createPhone(international: string): Phone {
	return {
		number: international,
		operator: EXAMPLE_OPERATORS.get(international) ?? usualOperator(international),
		attributed: international !== UNATTRIBUTED_EXAMPLE,
		fullMvno: false,
		receipt: { outcome: 'delivered' },
		messages: [],
		replies: [],
	};
}

function usualOperator(international: string): string {
	if (!international.startsWith(`+${METROPOLITAN_FRANCE}`)) return 'INTERNATIONAL';
	return OPERATORS[Number(international.slice(-1)) % OPERATORS.length] ?? 'ORAN';
}
