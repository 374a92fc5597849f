import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { MAX_ANSWER_BYTES, parseAnswer } from '../../../nodes/ISendPro/api/wire/answer';
import { UnreadableAnswerError } from '../../../nodes/ISendPro/api/errors';

/** Nothing is secret here. */
const parse = (body: Uint8Array) => parseAnswer(body, String);

const fixtures = join(__dirname, '../../fixtures/answers');
const names = readdirSync(fixtures).map((file) => file.replace('.xml', ''));

function fixture(name: string): Buffer {
	return readFileSync(join(fixtures, `${name}.xml`));
}

/** Plain objects, to compare with. */
function read(body: Uint8Array) {
	const { fields, records } = parse(body);
	return {
		fields: { ...fields },
		records: Object.fromEntries([...records].map(([number, record]) => [number, { ...record }])),
	};
}

function latin(text: string): Buffer {
	return Buffer.from(text, 'latin1');
}

/** Reads the elements of an answer of the manual by a search, which suffices for these. */
function search(name: string) {
	const elementsIn = (xml: string, suffix = '') =>
		Object.fromEntries(
			[...xml.matchAll(/<(\w+)> *([^<\n]+)<\/\1>/g)].map(([, element = '', text]) => [
				element.endsWith(suffix) ? element.slice(0, element.length - suffix.length) : element,
				text,
			]),
		);
	const xml = fixture(name).toString('latin1');
	const results = /<etat(\d+)>(.*?)<\/etat\1>/gs;
	return {
		fields: elementsIn(xml.replace(results, '')),
		records: Object.fromEntries(
			[...xml.matchAll(results)].map(([, number = '', result = '']) => [
				number,
				elementsIn(result, number),
			]),
		),
	};
}

describe("The manual's own answers", () => {
	it('are read as they stand in the manual, flat or numbered', () => {
		expect(read(fixture('send-one-accepted'))).toEqual({
			fields: { code: '0', tel: '0601020304', message: 'Votre message a bien été envoyé' },
			records: {},
		});
		expect(read(fixture('verify-several'))).toEqual({
			fields: {},
			records: {
				1: { tel: '0611111111', operateur: 'INVALIDE' },
				50: { tel: '0622222222', operateur: 'BOUY' },
			},
		});
	});

	it.each(names)('%s has every element that a search finds', (name) => {
		expect(read(fixture(name))).toEqual(search(name));
	});

	it('are bytes of ISO-8859-1', () => {
		expect(fixture('send-one-accepted').includes(latin('envoy\xe9'))).toBe(true);
	});

	it.each(names)('%s cut anywhere is unreadable', (name) => {
		const whole = fixture(name);
		const end = whole.lastIndexOf('>');
		for (let length = 0; length <= end; length += 1) {
			expect(() => parse(whole.subarray(0, length))).toThrow(UnreadableAnswerError);
		}
	});
});

describe('An answer', () => {
	it('keeps unknown elements, empty ones and the digits of a name', () => {
		expect(
			read(
				latin(
					'<etat><code>0</code><prix>0,044</prix><info/><champ27>x</champ27>' +
						'<etat2><code2>0</code2><prix2>1</prix2><champ27>y</champ27></etat2></etat>',
				),
			),
		).toEqual({
			fields: { code: '0', prix: '0,044', info: '', champ27: 'x' },
			records: { 2: { code: '0', prix: '1', champ27: 'y' } },
		});
	});

	it('keeps text as text, whatever it looks like', () => {
		const values = ['0601020304', '0', '007', '1e5', '0x1F', 'true', '+33', '39565.0'];
		const elements = values.map((value, index) => `<v${index}_>${value}</v${index}_>`).join('');
		expect(Object.values(read(latin(`<etat>${elements}</etat>`)).fields)).toEqual(values);
	});

	it('keeps every value of an element that is repeated, and what is nested', () => {
		expect(
			read(latin('<etat><mot>A</mot><mot>B</mot><liste><nom>x</nom><nom>y</nom></liste></etat>'))
				.fields,
		).toEqual({ mot: 'A\nB', 'liste.nom': 'x\ny' });
	});

	it('has its entities resolved once, and loose ampersands left alone', () => {
		const xml =
			'<etat><a>&lt;b&gt; &amp;lt; &quot;&apos;</a><b>&#233;&#xE9;&#8364;</b><c>A & B &amp C</c>' +
			'<d><![CDATA[<x> & &amp;]]></d></etat>';
		expect(read(latin(xml)).fields).toEqual({
			a: '<b> &lt; "\'',
			b: 'éé€',
			c: 'A & B &amp C',
			d: '<x> & &amp;',
		});
	});

	it('may have any number of entities', () => {
		const message = '&apos;'.repeat(100_000);
		expect(read(latin(`<etat><message>${message}</message></etat>`)).fields.message).toBe(
			"'".repeat(100_000),
		);
	});

	it('may stand among blank lines, comments and attributes', () => {
		const xml = `\r\n \t<?xml version='1.0' encoding='ISO-8859-15' ?>\n<!-- x -->
			<etat version="2">\r\n<code n="1">\n 0 \n</code>\t</etat>\n<!-- 3 ms -->\n\n`;
		expect(read(latin(xml)).fields).toEqual({ code: '0' });
	});

	it('has records of one result, as a request with num1 alone can give', () => {
		expect(read(latin('<etat><etat1><code1>0</code1></etat1></etat>'))).toEqual({
			fields: {},
			records: { 1: { code: '0' } },
		});
	});

	it('has records and fields without a prototype', () => {
		const { fields, records } = parse(
			latin('<etat><toString>x</toString><etat1><code1>0</code1></etat1></etat>'),
		);
		expect(Object.getPrototypeOf(fields)).toBeNull();
		expect(Object.getPrototypeOf(records.get(1))).toBeNull();
		expect('hasOwnProperty' in fields).toBe(false);
	});
});

describe('What stands around an answer', () => {
	const declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>';
	const warning =
		'<br />\n<b>Warning</b>: Undefined index in <b>/www/api.php</b> on line <b>3</b><br />\n';

	it.each([
		['blank lines', `\r\n\r\n${declaration}`, '\n\n'],
		['a mark of byte order', `\xef\xbb\xbf${declaration}`, ''],
		['a warning of PHP', `${warning}${declaration}`, ''],
		['a warning behind', declaration, warning],
		['a comment, cut', declaration, '<!-- 12 ms'],
		['another root', `${declaration}<a>`, '</a>'],
		['another, empty one', declaration, '<etat/>'],
	])('is passed over: %s', (_, before, after) => {
		const body = latin(`${before}<etat><code>0</code><message>a</message></etat>${after}`);
		expect(read(body)).toEqual({ fields: { code: '0', message: 'a' }, records: {} });
	});

	it('does not hide how it is encoded', () => {
		const body = latin(`${warning}${declaration}<etat><message>envoy\xe9</message></etat>`);
		expect(read(body).fields.message).toBe('envoyé');
	});
});

describe('An answer that cannot be read', () => {
	const html = '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head></html>';
	const bomb =
		'<?xml version="1.0"?><!DOCTYPE etat [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' +
		'<etat><code>&b;</code></etat>';

	it.each([
		['nothing', '', 'The answer is empty'],
		['blanks', ' \r\n\t', 'The answer is empty'],
		[
			'a web page',
			html,
			'is a web page, not an answer of iSendPro. It begins: <!DOCTYPE html> <html>',
		],
		['XHTML', '<?xml version="1.0"?>\n<html><body/></html>', 'is a web page'],
		['text', 'Fatal error: out of memory', 'It begins: Fatal error: out of memory'],
		['JSON', '{"code":0}', 'is not an answer of iSendPro. It begins: {"code":0}'],
		['another root', '<reponse><code>0</code></reponse>', 'is not an answer of iSendPro'],
		['an empty root', '<etat></etat>', 'has no results'],
		['text alone in the root', '<etat>0</etat>', 'has no results'],
		['two roots', '<etat><code>0</code></etat><etat><code>3</code></etat>', 'damaged'],
		['a page around it', '<html><etat><code>0</code></etat></html>', 'is a web page'],
		['wrong nesting', '<etat><code>0</etat></code>', 'damaged'],
		['a document type', bomb, 'is not an answer of iSendPro'],
		['a late entity', '<etat><!ENTITY a "b"><code>&a;</code></etat>', 'is not an answer'],
		['__proto__', '<etat><__proto__><code>0</code></__proto__></etat>', 'damaged'],
		[
			'one number twice',
			'<etat><etat1><a/></etat1><etat1><b/></etat1></etat>',
			'no single result in <etat1>',
		],
		['results counted from zero', '<etat><etat0><code0>0</code0></etat0></etat>', 'has <etat0>'],
		['a number with a zero', '<etat><etat01><code01>0</code01></etat01></etat>', 'has <etat01>'],
		['only a comment', '<!-- <etat><code>0</code></etat> -->', 'is not an answer of iSendPro'],
		['a record of text', '<etat><etat1>0</etat1></etat>', 'no single result in <etat1>'],
		[
			'the number of another',
			'<etat><etat2><code3>0</code3></etat2></etat>',
			'has <code3> inside <etat2>',
		],
		[
			'the number of another',
			'<etat><etat1><tel11>06</tel11></etat1></etat>',
			'has <tel11> inside <etat1>',
		],
	])('because it is or has %s: %j', (_, text, message) => {
		expect(() => parse(latin(text))).toThrow(UnreadableAnswerError);
		expect(() => parse(latin(text))).toThrow(message);
	});

	it('because it is huge', () => {
		const body = latin(`<etat><code>0</code>${' '.repeat(MAX_ANSWER_BYTES)}</etat>`);
		expect(() => parse(body)).toThrow(UnreadableAnswerError);
		expect(() => parse(body)).toThrow('is too long (1000027 bytes). It begins: <etat>');
	});

	it('because it begins again and again', () => {
		expect(() => parse(latin('<etat '.repeat(150_000)))).toThrow(UnreadableAnswerError);
	});

	it('because it is nested without end', () => {
		expect(() => parse(latin(`<etat>${'<a>'.repeat(50_000)}`))).toThrow(UnreadableAnswerError);
		const closed = `<etat>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</etat>`;
		expect(() => parse(latin(closed))).toThrow(UnreadableAnswerError);
	});

	it('is shown without what is secret, be it cut off there', () => {
		const page = latin(`<html>${'a'.repeat(86)} the key 12345</html>`);
		expect(() => parseAnswer(page, (text) => text.replace('key 12345', '***'))).toThrow(
			/the \*+…$/,
		);
	});

	it('is shown by its first characters only, on one line', () => {
		const text = Buffer.from(`a\0\n${'😀'.repeat(500)}`);
		expect(() => parse(text)).toThrow(/It begins: a (?:😀){98}…$/u);
	});
});

describe('Whatever comes', () => {
	function neverThrowsAnythingElse(body: Uint8Array): void {
		try {
			parse(body);
		} catch (error) {
			expect(error).toBeInstanceOf(UnreadableAnswerError);
		}
	}

	it('is read or unreadable, for any bytes', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), neverThrowsAnythingElse), {
			numRuns: 2000,
		});
	});

	it('is read or unreadable, for anything like an answer', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				...['<etat>', '</etat>', '<etat1>', '</etat1>', '<code1>', '</code1>', '<code/>', '0', ' '],
				...['<?xml version="1.0" encoding="', '"?>', 'utf-16', 'utf-7', 'base64', 'ISO-8859-1'],
				...['<!--', '-->', '<![CDATA[', ']]>', '&', '&amp;', '&#0;', '&#x110000;', '<?x', '?>'],
				...['<constructor>', '</constructor>', '<toString>', '</toString>', '<#text>', 'é', '"'],
			),
			fc.string({ maxLength: 5 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, framed) => {
				const text = pieces.join('');
				neverThrowsAnythingElse(Buffer.from(framed ? `<etat>${text}</etat>` : text, 'utf8'));
			}),
			{ numRuns: 5000 },
		);
	});

	it('is read as it was written, for any values', () => {
		const value = fc
			.string({ unit: 'grapheme' })
			.map((text) => text.replace(/[\p{Other}\ufffd]/gu, '').trim())
			.filter((text) => text !== '');
		fc.assert(
			fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
				const escaped = values.map((text) =>
					text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
				);
				const xml = escaped.map((text, i) => {
					const n = i + 1;
					return `<etat${n}><code${n}>0</code${n}><message${n}>${text}</message${n}></etat${n}>`;
				});
				const { records } = parse(Buffer.from(`<etat>${xml.join('')}</etat>`, 'utf8'));
				expect([...records.keys()]).toEqual(values.map((_, i) => i + 1));
				expect([...records.values()].map((record) => record.message)).toEqual(values);
			}),
		);
	});
});
