import type { Simulator } from '../../../simulator';

/** A page as a phone's browser sees it. */
export interface Seen {
	status: number;
	html: string;
	headers: Headers;
}

/** The address behind the short link at the end of a message. */
export async function addressIn(simulator: Simulator, text: string): Promise<string> {
	const [, code = ''] = /www\.sms\.ht\/(\w+)$/.exec(text) ?? [];
	const answer = await fetch(new URL(`/${code}`, simulator.url), { redirect: 'manual' });
	const location = answer.headers.get('location');
	if (location === null) throw new Error(`Nothing is behind the link of "${text}"`);
	return location;
}

const language = { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.8' };

async function seen(response: Response): Promise<Seen> {
	return { status: response.status, html: await response.text(), headers: response.headers };
}

/** Opens a page, as a tap on a link does, or a scanner. */
export async function open(address: string): Promise<Seen> {
	return await seen(await fetch(address, { headers: language }));
}

/** Sends the page's form back, as a browser does without JavaScript. */
export async function submit(address: string, form: Record<string, string>): Promise<Seen> {
	const body = new URLSearchParams(form);
	// The page has no origin of its own to tell
	return await seen(
		await fetch(address, { method: 'POST', body, headers: { ...language, origin: 'null' } }),
	);
}
