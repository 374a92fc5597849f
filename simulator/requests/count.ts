import { Refusal } from '../codes';
import { showText } from '../message-text';
import { parseNumber } from '../numbers';
import { answerRecords, type Handler, readRecipients, recordOf } from './call';
import { readMessageOptions } from './message-options';
import { refuseMixedCountries } from './send';

/** `comptage=1` [3.4]: parts and characters, nothing is sent or paid. */
export const count: Handler = (call) => {
	const { args } = call;
	args.get('comptage');
	const recipients = readRecipients(call, { bareNumber: true });
	const { rules } = readMessageOptions(call, { checkTime: false });
	const numbers = new Map(recipients.map(({ written }) => [written, parseNumber(written)]));
	refuseMixedCountries([...numbers.values()], rules.ucs2);
	const records = recipients.map((recipient) =>
		recordOf(call, recipient, () => {
			const { number, written } = recipient;
			const text = args.get(`sms${number}`) ?? args.get('sms');
			const { parts, characters } = showText(text ?? '', rules);
			if (written === '') throw new Refusal(6);
			if (numbers.get(written) === undefined) throw new Refusal(7);
			return [
				['tel', written],
				['nb_sms', String(parts)],
				['nb_caractere', String(characters)],
			];
		}),
	);
	return answerRecords(call, records);
};
