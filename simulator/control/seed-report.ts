import type { Account, ReportRow } from '../types';
import { ControlError, readNumber, readText } from './input';

const longestSeed = 1_000_000;

/** Makes rows for the report, `rows` of them spread evenly from `from` to `until`; every tenth has an awkward text. */
export function seedReport(account: Account, input: Record<string, unknown>): { rows: number } {
	const rows = readNumber(input, 'rows');
	const from = Date.parse(readText(input, 'from'));
	const until = Date.parse(readText(input, 'until'));
	if (!Number.isInteger(rows) || rows < 1 || rows > longestSeed) {
		throw new ControlError(`rows has to be between 1 and ${longestSeed}`);
	}
	if (!(from <= until)) throw new ControlError('from and until have to be times in this order');
	const step = (until - from) / rows;
	for (let index = 0; index < rows; index++) {
		account.reportRows.push(seedRow(index, new Date(from + Math.floor(index * step))));
	}
	return { rows: account.reportRows.length };
}

function seedRow(index: number, sentAt: Date): ReportRow {
	const subscriber = String(600_000_000 + index).padStart(9, '0');
	const awkward = index % 10 === 0;
	return {
		sentAt,
		sender: 'iSendPro',
		to: `0${subscriber}`,
		text: awkward ? `Ligne ${index} ; "été"\nfin` : `Offre spécial pour l'été, message ${index}`,
		information: 'SFR: SMS remis',
		details: `Message for 0033${subscriber} has been delivered`,
		status: '0',
		reply: index % 100 === 0 ? 'Merci' : '',
		channel: 'Haute Qualite',
		price: 0.044,
		stop: 0,
		tracker: `tracker${index}`,
	};
}
