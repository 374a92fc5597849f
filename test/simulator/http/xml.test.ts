import { flat, post, useSimulator, xmlOf } from '../client';

useSimulator();

describe('An answer', () => {
	it('is the one of the manual for one message, in ISO-8859-1', async () => {
		const answer = await post('sms=Salut&num=0601020304');
		expect(answer.status).toBe(200);
		expect(answer.body).toBe(
			flat(
				'<code>0</code>',
				'<tel>0601020304</tel>',
				'<message>Votre message a bien \u00e9t\u00e9 envoy\u00e9</message>',
			),
		);
		expect(answer.bytes.includes(Buffer.from([0xe9, 0x74, 0xe9]))).toBe(true);
	});

	it('has character references for what its charset lacks', async () => {
		expect(await xmlOf('num=0601020304&sms=Appelez%20le%200899%2012%2034%2056')).toContain(
			'(1.35&#8364; / apl + 0.34&#8364; / min)',
		);
	});

	it('has its markup characters escaped', async () => {
		expect(await xmlOf('sms=a&num1=%3Ca%26b%3E&num2=0601020304')).toContain(
			'<tel1>&lt;a&amp;b&gt;</tel1>',
		);
	});
});
