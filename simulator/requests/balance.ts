import { partPriceOf, writeEuros } from '../world/account';
import { Refusal } from '../manual/codes';
import { METROPOLITAN_FRANCE } from '../manual/numbers';
import type { Element } from '../http/xml';
import type { Handler } from './call';

/** `credit=1` or `credit=2` [3.1]; the quantity is in SMS to metropolitan France. */
export const balance: Handler = ({ account, args, world }) => {
	const kind = args.get('credit');
	if (kind !== '1' && kind !== '2') throw new Refusal(240);
	const elements: Element[] = [['credit', writeEuros(account.credit)]];
	if (kind === '2') {
		const price = partPriceOf(account, METROPOLITAN_FRANCE, world.mainAccount);
		const quantity = Math.floor(Math.round(account.credit * 10_000) / Math.round(price * 10_000));
		elements.push(['quantite', String(quantity)]);
	}
	return { kind: 'flat', elements, charset: 'ISO-8859-15' };
};
