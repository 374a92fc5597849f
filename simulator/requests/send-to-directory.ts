import { addEuros } from '../world/account';
import { Refusal } from '../manual/codes';
import { showText } from '../manual/message-text';
import { METROPOLITAN_FRANCE, nationalForm, parseNumber } from '../manual/numbers';
import { answerCode } from './answers';
import type { Handler } from './call';
import { findDirectory } from './directory';
import { readMessageOptions, readTracker } from './message-options';
import { deliver, priceOf, refusalOf } from './send';

/**
 * A message to all contacts of a directory [3.3.4], except those to whom a single message would be
 * refused.
 */
export const sendToDirectory: Handler = (call) => {
	const { args, account, world } = call;
	const directory = findDirectory(call);
	const options = readMessageOptions(call);
	const shown = showText(args.get('sms') ?? '', options.rules);
	const tracker = readTracker(args.get('tracker'));
	const numbers = directory.contacts.flatMap(
		({ number }) => parseNumber(nationalForm(number)) ?? [],
	);
	if (numbers.length === 0) throw new Refusal(102);
	if (options.rules.ucs2 && numbers.some(({ territory }) => territory === METROPOLITAN_FRANCE)) {
		throw new Refusal(40);
	}
	const submissions = numbers
		.filter((to) => refusalOf(call, to) === undefined)
		.map((to) => ({ to, shown, tracker, options }));
	const prices = submissions.map((submission) => priceOf(call, submission));
	if (account.credit < prices.reduce(addEuros, 0)) throw new Refusal(12);
	for (const submission of submissions) deliver(call, submission);
	if (options.scheduledFor !== undefined && options.scheduledFor > world.clock.now()) {
		world.campaigns.push({ directoryId: directory.id, at: options.scheduledFor });
	}
	return answerCode(call, 0);
};
