import { addEuros, createSubAccount } from '../world/account';
import { Refusal } from '../manual/codes';
import type { Account } from '../types';
import type { TextElement } from '../http/xml';
import { answerCode } from './answers';
import type { Call, Handler } from './call';

/** `subAccountEdit` [3.17]. Throws 243 from a sub-account, 240 for an unknown command. */
export const subAccount: Handler = (call) => {
	if (call.account.subAccount !== undefined) throw new Refusal(243);
	switch (call.args.get('subAccountEdit')) {
		case 'addAccount':
			return addAccount(call);
		case 'setPrice':
			return setPrice(call);
		case 'addCredit':
			return addCredit(call);
		case 'setRestriction':
			return setRestriction(call);
		default:
			throw new Refusal(240);
	}
};

/** [3.17.1] Throws 231, 232, 233. */
function addAccount(call: Call) {
	const { args, account, world } = call;
	const login = args.get('subAccountLogin') ?? '';
	if (login === '') throw new Refusal(231);
	const password = args.get('subAccountPassword') ?? '';
	if (password === '') throw new Refusal(232);
	if (world.accounts.some((other) => other.subAccount?.login === login)) throw new Refusal(233);
	const created = createSubAccount(account, { id: world.nextId(), login, password });
	world.accounts.push(created);
	return answerCode(call, 230, { after: [['subAccountLogin', login], ...identity(created)] });
}

/** [3.17.2] Throws 236, 235; the manual writes prices with a point. */
function setPrice(call: Call) {
	const target = findSubAccount(call);
	const price = readAmount(call.args.get('subAccountPrice'));
	if (price === undefined) throw new Refusal(236);
	const country = call.args.get('subAccountCountryCode') ?? '';
	if (!/^[1-9]\d{0,3}$/.test(country)) throw new Refusal(235);
	const code = country in target.prices ? 241 : 237;
	target.prices[country] = price;
	return answerCode(call, code, { after: identity(target) });
}

/** [3.17.3] Throws 238. */
function addCredit(call: Call) {
	const target = findSubAccount(call);
	const amount = readAmount(call.args.get('subAccountAddCredit'));
	if (amount === undefined || amount === 0) throw new Refusal(238);
	target.credit = addEuros(target.credit, amount);
	return answerCode(call, 239, { after: identity(target) });
}

/** [3.17.4, 3.17.5] Throws 248. */
function setRestriction(call: Call) {
	const target = findSubAccount(call);
	const stop = call.args.get('subAccountRestrictionStop');
	const time = call.args.get('subAccountRestrictionTime');
	const value = stop ?? time;
	if ((value !== '0' && value !== '1') || (stop !== undefined && time !== undefined)) {
		throw new Refusal(248);
	}
	const active = value === '1';
	if (stop !== undefined) target.noStopAllowed = !active;
	else target.quietHours = active;
	return answerCode(call, (stop !== undefined ? 244 : 246) + Number(value), {
		after: identity(target),
	});
}

/** The sub-account of `subAccountKeyId`. Throws 242, 234. */
function findSubAccount({ args, world }: Call): Account {
	const keyId = args.get('subAccountKeyId') ?? '';
	if (keyId === '') throw new Refusal(242);
	const target = world.accounts.find((account) => account.subAccount && account.keyId === keyId);
	if (target === undefined) throw new Refusal(234);
	return target;
}

function identity({ subAccount: described, keyId }: Account): TextElement[] {
	return [
		['subAccountId', described?.id ?? ''],
		['subAccountKeyId', keyId],
	];
}

function readAmount(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+(?:\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
}
