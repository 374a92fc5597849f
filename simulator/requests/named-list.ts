import { Refusal, writeCode } from '../codes';
import type { Account } from '../types';
import type { Element } from '../wire/answer';
import { answerCode, type Call, type Handler, type Outcome } from './call';

/**
 * Keywords (210-217) and senders (220-225): the manual lists their codes, but no request. The arguments here are modelled
 * on `repertoireEdit`: `motCleEdit` or `emetteurEdit` with `add`, `del` or `list`, and the word in `motCle` or `emetteur`.
 */
interface NamedList {
	argument: string;
	edit: string;
	codes: {
		added: number;
		removed: number;
		list: number;
		taken: number;
		unknown: number;
		none: number;
	};
	of: (account: Account) => string[];
	set: (account: Account, words: string[]) => void;
	refuse: (word: string) => void;
}

const keywords: NamedList = {
	argument: 'motCle',
	edit: 'motCleEdit',
	codes: { added: 210, removed: 211, list: 212, taken: 213, unknown: 214, none: 215 },
	of: (account) => account.keywords,
	set: (account, words) => (account.keywords = words),
	refuse: (word) => {
		if (!/^[0-9A-Za-z]*$/.test(word)) throw new Refusal(216);
		if (word.length < 3 || word.length > 20) throw new Refusal(217);
	},
};

const senders: NamedList = {
	argument: 'emetteur',
	edit: 'emetteurEdit',
	codes: { added: 220, removed: 221, list: 222, taken: 223, unknown: 224, none: 225 },
	of: (account) => (account.senders === 'any' ? [] : account.senders),
	set: (account, words) => (account.senders = words),
	refuse: (word) => {
		if (word === '') throw new Refusal(16);
	},
};

export const keyword: Handler = (call) => edit(call, keywords);
export const sender: Handler = (call) => edit(call, senders);

function edit(call: Call, list: NamedList): Outcome {
	const { args, account } = call;
	const command = args.get(list.edit);
	const words = list.of(account);
	if (command === 'list') {
		if (words.length === 0) throw new Refusal(list.codes.none);
		return listOf(call, list, words);
	}
	const word = args.get(list.argument) ?? '';
	list.refuse(word);
	if (command === 'add') {
		if (call.world.accounts.some((other) => list.of(other).includes(word))) {
			throw new Refusal(list.codes.taken);
		}
		list.set(account, [...words, word]);
		return answerCode(call, list.codes.added);
	}
	if (command !== 'del') throw new Refusal(240);
	if (!words.includes(word)) throw new Refusal(list.codes.unknown);
	list.set(
		account,
		words.filter((other) => other !== word),
	);
	return answerCode(call, list.codes.removed);
}

function listOf(call: Call, list: NamedList, words: string[]): Outcome {
	const { code, message } = writeCode(list.codes.list, call.world.service.wording);
	const entries = words.map((word, index): Element => [
		`etat${index + 1}`,
		[[`${list.argument}${index + 1}`, word]],
	]);
	return { kind: 'flat', elements: [['code', code], ['message', message], ...entries] };
}
