import { showText } from '../manual/message-text';
import { answerRecords, recordsOf } from './answers';
import { numberOf } from './call';
import type { Handler } from './call';
import { readMessages } from './message-options';

/** `comptage=1` [3.4]: parts and characters, nothing is sent or paid. */
export const count: Handler = (call) => {
	const { args } = call;
	const { recipients, options } = readMessages(call, { checkTime: false });
	const records = recordsOf(call, recipients, (recipient) => {
		const { number, written } = recipient;
		const text = args.get(`sms${number}`) ?? args.get('sms') ?? '';
		const { parts, characters } = showText(text, options.rules);
		numberOf(recipient);
		return [
			['tel', written],
			['nb_sms', String(parts)],
			['nb_caractere', String(characters)],
		];
	});
	return answerRecords(call, records);
};
