import {
	closedPage,
	pageHeaders,
	questionPage,
	thanksPage,
} from '../../nodes/ISendPro/waiting/page';
import type { Question } from '../../nodes/ISendPro/waiting/question';
import { pageStringsFor } from '../../nodes/ISendPro/waiting/page-strings';

const approval: Question = {
	message: 'Livrer demain à 8 h ?\nRéf. 12',
	buttons: [
		{ label: 'Oui', data: { approved: true } },
		{ label: 'Non', data: { approved: false } },
	],
};
const freeText: Question = { title: 'Une heure', message: 'Quand ?', buttons: [] };
const english = pageStringsFor('en-GB,fr;q=0.5');
const french = pageStringsFor('fr-FR,fr;q=0.9,en;q=0.8');

describe('the strings of a page', () => {
	it.each([
		['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
		['en-GB,fr;q=0.5', 'en'],
		['de', 'en'],
		['de,fr;q=0.5', 'fr'],
		[undefined, 'en'],
	])('are in the language that a phone asks for first, or in English: %s', (header, language) => {
		expect(pageStringsFor(header).language).toBe(language);
	});
});

describe('a page', () => {
	const pages = [
		questionPage(approval, french),
		questionPage(freeText, english, true),
		thanksPage(french),
		closedPage(english),
	];

	it('shows the message as written, and a button for each answer, in a form that posts back', () => {
		const [html = ''] = pages;
		expect(html).toContain('>Livrer demain à 8 h ?\nRéf. 12</p>');
		expect(html).toContain('<button name="answer" value="0" class="first">Oui</button>');
		expect(html).toContain('<button name="answer" value="1">Non</button>');
		expect(html).toContain('<form method="post" ');
		expect(html).not.toMatch(/action=|<a /);
	});

	it('asks for a text where there are no buttons, with a label of its own', () => {
		const [, html = ''] = pages;
		expect(html).toMatch(/<label for="text">.+<\/label>\n<textarea id="text" name="text"/);
		expect(html).toContain('<h1>Une heure</h1>');
		expect(html).toContain('<p role="alert">Please give an answer.</p>');
	});

	it('needs no script and asks nothing of anybody else', () => {
		for (const html of pages) {
			expect(html).not.toMatch(
				/<script|<link|<img|<iframe|src=|href=|url\(|@import|https?:|\son\w+=/i,
			);
		}
		expect(pageHeaders['Content-Security-Policy']).toMatch(
			/^sandbox allow-forms;(?!.*script).*default-src 'none'/,
		);
		expect(pageHeaders).toMatchObject({
			...{ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' },
		});
	});

	it('can be read aloud and in the dark: a language, a title, a heading, a viewport, both schemes', () => {
		for (const html of pages) {
			expect(html).toMatch(/^<!doctype html>\n<html lang="(?:fr|en)">/);
			const [, title = ''] = /<title>(.+)<\/title>/.exec(html) ?? [];
			expect(html).toContain(`<h1>${title}</h1>`);
			expect(html).toContain('<main>');
			expect(html).toContain('name="viewport"');
			expect(html).toContain('color-scheme:light dark');
			expect(html).toContain('prefers-color-scheme:dark');
		}
	});

	it('shows what is written as text, wherever it stands', () => {
		const hostile = `"><script>alert('x')</script><a href=x onclick=y>&amp;`;
		const buttons = [{ label: hostile, data: { choice: hostile } }];
		const html = questionPage({ title: hostile, message: hostile, buttons }, english);
		expect(html).not.toContain('<script');
		expect(html).not.toContain('<a ');
		const text = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;';
		expect(html.split(text)).toHaveLength(5);
		expect(html).toContain('&amp;amp;');
	});
});
