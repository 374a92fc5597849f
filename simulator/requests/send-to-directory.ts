import { addEuros, priceOf } from '../account';
import { Refusal } from '../codes';
import { showText } from '../message-text';
import { nationalForm, type ParsedNumber, parseNumber } from '../numbers';
import { answerCode, type Call, type Handler } from './call';
import { findDirectory } from './directory';
import { readMessageOptions, readTracker } from './message-options';
import { deliver, type Submission } from './send';

/** A message to all contacts of a directory [3.3.4]; the blacklisted and unattributed ones are left out. */
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
	if (options.rules.ucs2 && numbers.some(({ territory }) => territory === '33')) {
		throw new Refusal(40);
	}
	const submissions = numbers
		.filter((to) => isReachable(call, to))
		.map((to): Submission => {
			const phone = world.phones.get(to.international);
			return { phone, to, shown, tracker, options };
		});
	const price = submissions.reduce((sum, { to }) => {
		return addEuros(sum, shown.parts * priceOf(account, to.callingCode, world.mainAccount));
	}, 0);
	if (account.credit < price) throw new Refusal(12);
	for (const submission of submissions) deliver(call, submission);
	if (options.scheduledFor !== undefined && options.scheduledFor > world.clock.now()) {
		world.campaigns.push({ directoryId: directory.id, at: options.scheduledFor });
	}
	return answerCode(call, 0);
};

function isReachable({ account, world }: Call, to: ParsedNumber): boolean {
	const allowed = account.allowedCallingCodes;
	if (to.callingCode === '' || (allowed !== 'any' && !allowed.includes(to.callingCode)))
		return false;
	const phone = world.phones.get(to.international);
	return (
		!account.blacklist.has(to.international) && to.mobile && phone.attributed && !phone.fullMvno
	);
}
