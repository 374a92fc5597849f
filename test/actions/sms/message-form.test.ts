import { KEY } from '../../helpers/engine';
import { to, useMessages } from '../../helpers/messages';

/** These forms were worked out by hand from the manual's tables [3], [3.2], [3.3], [3.16], [4.3]. */
describe('The form of a message', () => {
	const { gateway, run, send, forms } = useMessages();
	const number = '0601020304';

	it('has the text in ISO-8859-15, with replaced characters and %D5 for a line feed', async () => {
		await send([to(number, 'Êtes-vous prêt ?\r\n10 € [a+b&c=d%e]\r«\u00a0l’été, cœur…\u00a0»')]);
		expect(forms()).toEqual([
			'smslong=999&sms=Etes-vous%20pr%EAt%20%3F%D510%20%CA%20%5Ba%2Bb%26c%3Dd%25e%5D' +
				'%D5%22%20l%27%E9t%E9%2C%20coeur...%20%22&num=0601020304',
		]);
	});

	it('has another alphabet in UTF-8 with ucs2=1, abroad', async () => {
		await send([to('0470 12 34 56', 'Привет €\n')], { defaultCountry: 'BE' });
		expect(forms()).toEqual([
			'smslong=999&ucs2=1&sms=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%20%E2%82%AC%0A&num=0032470123456',
		]);
	});

	it('has ordinary text in UTF-8 when the credential says so', async () => {
		const credential = { keyId: KEY, baseUrl: gateway().url, textEncoding: 'utf-8' };
		await send([to(number, 'é €\n')], {}, { credential });
		expect(forms()).toEqual(['smslong=999&sms=%C3%A9%20%E2%82%AC%0A&num=0601020304']);
	});

	it.each([
		['send', ''],
		['count', 'comptage=1&'],
	])('lacks the characters that the user wants removed: %s', async (operation, setting) => {
		const message = 'Prêt 😀 {Anna} 中 !';
		const options = { unsupportedCharacters: 'remove' };
		const { json } = await run(operation, { to: number, message, options });
		expect(forms()).toEqual([`${setting}smslong=999&sms=Pr%EAt%20%20Anna%20%20%21&num=0601020304`]);
		expect(json[0]).toMatchObject({ text: 'Pret  Anna  !', characters: 13, parts: 1 });
	});

	it('is not sent when nothing of the message is left', async () => {
		const options = { unsupportedCharacters: 'remove' };
		const { error } = await run('sendAndWait', { to: number, message: '😀', options });
		expect(error?.message).toContain('The message is empty without');
		expect(gateway().requests).toHaveLength(0);
	});

	it('is posted with the key in its body only', async () => {
		await send([to(number, 'a')]);
		expect(gateway().requests).toMatchObject([
			{
				method: 'POST',
				target: '/cgi-bin/',
				contentType: 'application/x-www-form-urlencoded',
				body: `keyid=${KEY}&smslong=999&sms=a&num=0601020304`,
			},
		]);
	});

	it('has what the user sets, and nothing else', async () => {
		gateway().account.noStopAllowed = true;
		await send([to(number, 'a')], {
			...{ sender: 'MaSociete7', removeStop: true, useAzurNumber: true, maxParts: 1 },
			...{ tracker: 'monCompte_monId', sendAt: '2126-11-25T16:30:00' },
		});
		expect(forms()).toEqual([
			'emetteur=MaSociete7&nostop=1&numAzur=1&smslong=1&date_envoi=2126-11-25%2016%3A30' +
				'&gmt_zone=Europe%2FBrussels&sms=a&num=0601020304&tracker=monCompte_monId',
		]);
	});

	it('has up to 500 recipients, each with its own text and tracker', async () => {
		const items = Array.from({ length: 501 }, (_, index) =>
			to(`06${String(index).padStart(8, '0')}`, `Bonjour ${index}`),
		);
		await send(items, { tracker: '=t{{ $json.phone }}' });
		const numbered = items.slice(0, 500).map(({ phone }, index) => {
			const place = index + 1;
			return `&sms${place}=Bonjour%20${index}&tracker${place}=t${phone}&num${place}=${phone}`;
		});
		expect(forms()).toEqual([
			`smslong=999${numbered.join('')}`,
			'smslong=999&sms=Bonjour%20500&num=0600000500&tracker=t0600000500',
		]);
	});

	it('has the recipients of one country', async () => {
		await send([to('0601020304; +32 470 12 34 56; 0601020305; 0696 12 34 56', 'a')]);
		expect(forms()).toEqual([
			'smslong=999&sms=a&num1=0601020304&num2=0601020305',
			'smslong=999&sms=a&num=0032470123456',
			'smslong=999&sms=a&num=0596696123456',
		]);
	});
});
