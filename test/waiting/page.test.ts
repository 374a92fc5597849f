import {
	closedPage,
	pageHeaders,
	questionPage,
	thanksPage,
} from '../../nodes/ISendPro/waiting/page';
import type { Question } from '../../nodes/ISendPro/waiting/question';
import { answerIn, readChoices } from '../../nodes/ISendPro/waiting/question';
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

describe('the page of a question', () => {
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
		expect(pageHeaders['Content-Security-Policy']).toContain("default-src 'none'");
		expect(pageHeaders['Content-Security-Policy']).toMatch(/^sandbox allow-forms;/);
		expect(pageHeaders['Content-Security-Policy']).not.toMatch(/script/);
		expect(pageHeaders['Referrer-Policy']).toBe('no-referrer');
		expect(pageHeaders['Cache-Control']).toBe('no-store');
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
		const html = questionPage(
			{
				title: hostile,
				message: hostile,
				buttons: [{ label: hostile, data: { choice: hostile } }],
			},
			english,
		);
		expect(html).not.toContain('<script');
		expect(html).not.toContain('<a ');
		const text = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;';
		expect(html.split(text)).toHaveLength(5);
		expect(html).toContain('&amp;amp;');
	});

	it('speaks the language that the phone asks for first, English where it asks for neither', () => {
		expect(french.language).toBe('fr');
		expect(english.language).toBe('en');
		expect(pageStringsFor('de').language).toBe('en');
		expect(pageStringsFor('de,fr;q=0.5').language).toBe('fr');
		expect(pageStringsFor(undefined).language).toBe('en');
	});
});

describe('a form that comes back', () => {
	it('says which button was pressed', () => {
		expect(answerIn(approval, { answer: '0' })).toEqual({ approved: true });
		expect(answerIn(approval, { answer: '1' })).toEqual({ approved: false });
	});

	it('answers nothing with what is no button of this question', () => {
		for (const answer of [
			'2',
			'-1',
			'',
			'0x0',
			'00000',
			'constructor',
			['0'],
			0,
			undefined,
			null,
		]) {
			expect([answer, answerIn(approval, { answer })]).toEqual([answer, undefined]);
		}
		expect(answerIn(approval, { text: 'Oui' })).toBeUndefined();
		expect(answerIn(approval, {})).toBeUndefined();
	});

	it('holds a text, without the blanks around it', () => {
		expect(answerIn(freeText, { text: '  À 9 h \r\n' })).toEqual({ text: 'À 9 h' });
		for (const text of ['', ' \n', 'x'.repeat(2001), ['a'], undefined]) {
			expect(answerIn(freeText, { text })).toBeUndefined();
		}
	});
});

describe('choices', () => {
	it('are one a line, or a list, each once', () => {
		expect(readChoices(' 8 h\r\n9 h\n\n8 h')).toEqual(['8 h', '9 h']);
		expect(readChoices(['8 h', 9, ''])).toEqual(['8 h', '9']);
	});

	it.each([
		['', '"Choices" is empty'],
		[[], '"Choices" is empty'],
		[null, '"Choices" must be text or a list of texts'],
		[{ a: 1 }, '"Choices" must be text or a list of texts'],
		[['a', { b: 1 }], '"Choices" must be text or a list of texts'],
		[
			'x'.repeat(101),
			`The choice "${'x'.repeat(40)}…" has 101 characters, and a button has room for 100`,
		],
		[
			Array.from({ length: 21 }, (_, hour) => hour),
			'"Choices" has 21 choices, and the page has room for 20',
		],
	])('are refused: %j', (written, message) => {
		expect(() => readChoices(written)).toThrow(message);
	});
});
