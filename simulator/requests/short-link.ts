import { Refusal } from '../manual/codes';
import { answerCode } from './call';
import type { Handler } from './call';

/** `shortlink=…` [3.18]. Throws 999 for what is no web address: the manual gives no code. */
export const shortLink: Handler = (call) => {
	const target = call.args.get('shortlink') ?? '';
	if (!/^https?:\/\//i.test(target) || !isUrl(target)) throw new Refusal(999);
	const code = call.world.shorten(target);
	return answerCode(call, 250, { after: [['shortlink', `www.sms.ht/${code}`]] });
};

/** Not `URL.canParse`, which Node.js 20 gets wrong beyond Latin-1 once it has run often. */
function isUrl(text: string): boolean {
	try {
		return new URL(text) instanceof URL;
	} catch {
		return false;
	}
}
