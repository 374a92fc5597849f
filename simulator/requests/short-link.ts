import type { ServerResponse } from 'node:http';
import { SHORT_LINK_HOST } from '../manual/limits';
import { Refusal } from '../manual/codes';
import type { World } from '../world/world';
import { answerCode } from './answers';
import type { Handler } from './call';

/** `shortlink=…` [3.18]. Throws 999 for what is no web address: the manual gives no code. */
export const shortLink: Handler = (call) => {
	const target = call.args.get('shortlink') ?? '';
	if (!/^https?:\/\//i.test(target) || !isUrl(target)) throw new Refusal(999);
	const code = call.world.shorten(target);
	return answerCode(call, 250, { after: [['shortlink', `${SHORT_LINK_HOST}/${code}`]] });
};

/** Not `URL.canParse`, which Node.js 20 gets wrong beyond Latin-1 once it has run often. */
function isUrl(text: string): boolean {
	try {
		return new URL(text) instanceof URL;
	} catch {
		return false;
	}
}

/** Redirects to the target of a short link, or answers 410 once it has expired; false for another path. */
export function followShortLink(world: World, path: string, response: ServerResponse): boolean {
	const link = world.shortLinks.get(path.slice(1));
	if (link === undefined) return false;
	const isValid = link.expiresAt > world.clock.now();
	if (isValid) response.writeHead(302, { Location: new URL(link.target).href }).end();
	else response.writeHead(410).end();
	return true;
}
