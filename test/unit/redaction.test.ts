import { Redaction } from '../../nodes/ISendPro/api/redaction';

describe('what comes back from the gateway', () => {
	it('never shows the key, as it is or percent-encoded', () => {
		const redaction = new Redaction('a29/646=4ce0', []);
		expect(redaction.text('key a29/646=4ce0, in a URL a29%2F646%3D4ce0')).toBe(
			'key ***, in a URL ***',
		);
	});

	it("never shows a sub-account's key or password that was submitted", () => {
		const redaction = new Redaction('a296464ce012b8ab710a', [
			['subAccountKeyId', 'ber296464ce018ab710a'],
			['subAccountPassword', 'MonMotDePasse'],
			['subAccountLogin', 'agence'],
		]);
		expect(
			redaction.answer({
				fields: { message: 'agence: ber296464ce018ab710a MonMotDePasse' },
				records: new Map([[1, { message: 'a296464ce012b8ab710a' }]]),
			}),
		).toEqual({
			fields: { message: 'agence: *** ***' },
			records: new Map([[1, { message: '***' }]]),
		});
	});

	it('leaves ordinary words alone where a key is too short to be one', () => {
		expect(new Redaction('sms', []).text('an sms')).toBe('an sms');
	});
});
