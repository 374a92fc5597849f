import { escapeHtml } from '../api/text/html';
import type { Question } from './question';
import { MAX_TEXT_LENGTH } from './question';
import type { PageStrings } from './page-strings';

/**
 * The headers of every page: no scripts, no external resources, a sandboxed origin, no referrer, no
 * copies in caches or search engines.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy':
		"sandbox allow-forms; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Robots-Tag': 'noindex, nofollow',
	'Cache-Control': 'no-store',
};

const style = `
:root{color-scheme:light dark}
body{margin:0 auto;max-width:34em;padding:1.5em 1em;font:1.1em/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff}
h1{font-size:1.3em;margin:0 0 1em}
.message{white-space:pre-wrap;overflow-wrap:anywhere;word-wrap:break-word;margin:0 0 1.5em}
button,textarea{box-sizing:border-box;display:block;width:100%;font:inherit;border-radius:.5em}
button{min-height:3em;margin:0 0 .8em;padding:.6em 1em;border:2px solid #0b5d51;background:#fff;color:#0b5d51;cursor:pointer;overflow-wrap:anywhere}
button.first{background:#0b5d51;color:#fff}
textarea{margin:.3em 0 1em;padding:.6em;border:2px solid #5d6064;background:#fff;color:#1b1b1f}
button:focus,textarea:focus{outline:3px solid #b35900;outline-offset:2px}
@media (prefers-color-scheme:dark){
body,textarea{background:#16171a;color:#ececf0}
button{background:#16171a;color:#8fd8cb;border-color:#8fd8cb}
button.first{background:#8fd8cb;color:#10211e}
textarea{border-color:#a7abb2}
button:focus,textarea:focus{outline-color:#ffb366}
}`;

function page({ language }: PageStrings, title: string, content: string): string {
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

function buttonsOf({ buttons }: Question): string {
	return buttons
		.map(({ label }, index) => {
			const first = index === 0 && buttons.length <= 2 ? ' class="first"' : '';
			return `<button name="answer" value="${index}"${first}>${escapeHtml(label)}</button>`;
		})
		.join('\n');
}

function textField({ answer, send }: PageStrings): string {
	return `<label for="text">${escapeHtml(answer)}</label>
<textarea id="text" name="text" rows="4" maxlength="${MAX_TEXT_LENGTH}" required></textarea>
<button class="first">${escapeHtml(send)}</button>`;
}

/**
 * The page that asks. The form goes back to where the page came from: the address holds the signature.
 * @param unanswered whether a form came back without an answer
 */
export function questionPage(question: Question, strings: PageStrings, unanswered = false): string {
	const { title = strings.title, message, buttons } = question;
	const again = unanswered ? `<p role="alert">${escapeHtml(strings.tryAgain)}</p>\n` : '';
	return page(
		strings,
		title,
		`<p class="message" id="message" dir="auto">${escapeHtml(message)}</p>
${again}<form method="post" aria-describedby="message">
${buttons.length > 0 ? buttonsOf(question) : textField(strings)}
</form>`,
	);
}

/** The page after an answer. */
export function thanksPage(strings: PageStrings): string {
	return page(strings, strings.thanks, `<p role="status">${escapeHtml(strings.recorded)}</p>`);
}

/** The page of a question that is no longer open. */
export function closedPage(strings: PageStrings): string {
	return page(strings, strings.late, `<p role="status">${escapeHtml(strings.nothingToDo)}</p>`);
}

/** The page of a question that nobody can be shown. */
export function brokenPage(strings: PageStrings): string {
	return page(strings, strings.broken, `<p role="status">${escapeHtml(strings.askSender)}</p>`);
}
