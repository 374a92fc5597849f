import { decodeXml } from '../../nodes/ISendPro/api/wire/decoding';
import { Redaction } from '../../nodes/ISendPro/transport/redaction';

const KEY = 'a296464ce012b8ab710a';

describe('what comes back from the gateway', () => {
	it('never shows the key, as it is or percent-encoded', () => {
		const redaction = new Redaction('a29/646=4ce0', []);
		expect(redaction.text('key a29/646=4ce0, in a URL a29%2F646%3D4ce0')).toBe(
			'key ***, in a URL ***',
		);
	});

	it("never shows a sub-account's key or password that was submitted", () => {
		const redaction = new Redaction(KEY, [
			['subAccountKeyId', 'ber296464ce018ab710a'],
			['subAccountPassword', 'MonMotDePasse'],
			['subAccountLogin', 'agence'],
		]);
		expect(
			redaction.answer({
				fields: { message: 'agence: ber296464ce018ab710a MonMotDePasse' },
				records: new Map([[1, { message: KEY }]]),
			}),
		).toEqual({
			fields: { message: 'agence: *** ***' },
			records: new Map([[1, { message: '***' }]]),
		});
	});

	it('shows the key in no name of an element', () => {
		const redaction = new Redaction(KEY, []);
		const fields = { [KEY]: '1', code: '0' };
		expect(redaction.answer({ fields, records: new Map() }).fields).toEqual({
			'***': '1',
			code: '0',
		});
	});

	it.each([
		['in UTF-8', 'utf8', 'Été-2026 & <co>!'],
		['escaped as HTML is', 'latin1', 'Été-2026 &amp; &lt;co&gt;!'],
		['escaped, and in UTF-8', 'utf8', 'Été-2026 &amp; &lt;co&gt;!'],
		['as the form had it', 'latin1', '%C9t%E9-2026%20%26%20%3Cco%3E%21'],
	] as const)('shows a password with accents and signs in no page: %s', (_, encoding, written) => {
		const redaction = new Redaction(KEY, [['subAccountPassword', 'Été-2026 & <co>!']]);
		const page = decodeXml(Buffer.from(`<h1>${written}</h1>`, encoding));
		expect(redaction.text(page)).toBe('<h1>***</h1>');
	});

	it.each(['Êtes-vous2026', 'Пароль-2026', '“a296464ce012b8ab710a”'])(
		'shows no secret that a form in ISO-8859-15 cannot have: %s',
		(secret) => {
			const redaction = new Redaction(KEY, [['subAccountPassword', secret]]);
			expect(redaction.text(`<h1>${secret}</h1>`)).toMatch(/^<h1>(?:\*\*\*|“\*\*\*”)<\/h1>$/);
		},
	);

	it('leaves a file as it is', () => {
		const file = Buffer.from('Destinataire;Message\r\n0601020304;\xe9\xff\x00', 'latin1');
		expect(new Redaction(KEY, []).file(file)).toBe(file);
	});

	it('leaves ordinary words alone where a key is too short to be one', () => {
		expect(new Redaction('sms', []).text('an sms')).toBe('an sms');
	});
});
