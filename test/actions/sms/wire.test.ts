import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runNode } from '../../helpers/engine';
import { useGateway } from '../../helpers/simulator';

/** Bodies below were worked out by hand from the manual's tables [3], [3.2], [3.3], [3.16], [4.3]. */
describe('what iSendPro receives', () => {
	const gateway = useGateway();

	async function bodiesOf(
		parameters: INodeParameters,
		items?: IDataObject[],
		operation = 'send',
	): Promise<string[]> {
		const { error } = await runNode({
			url: gateway().url,
			resource: 'sms',
			operation,
			parameters,
			items,
		});
		expect(error).toBeUndefined();
		return gateway().requests.map(({ body }) => body);
	}

	async function bodyOf(message: string, options: INodeParameters = {}, to = '0601020304') {
		const [body] = await bodiesOf({ to, message, options });
		return body;
	}

	const key = 'keyid=a296464ce012b8ab710a';
	const end = '&num=0601020304';

	it.each([
		['plain text with a space', 'Salut ca va ?', 'Salut%20ca%20va%20%3F'],
		['accents of the table', 'àèéù', '%E0%E8%E9%F9'],
		[
			'accents that the operator replaces',
			'Êtes-vous prêt, ça va Õ',
			'Etes-vous%20pr%EAt%2C%20%E7a%20va%20O',
		],
		['the euro sign', '10 €', '10%20%CA'],
		['a line feed', 'a\nb', 'a%D5b'],
		['a carriage return with line feed', 'a\r\nb', 'a%D5b'],
		['a carriage return', 'a\rb', 'a%D5b'],
		['brackets', '[x]', '%5Bx%5D'],
		['the signs of a form', 'a+b&c=d%e', 'a%2Bb%26c%3Dd%25e'],
		['the table to transcode', '$&+,/:;?@', '%24%26%2B%2C%2F%3A%3B%3F%40'],
		['typographic signs', '«\u00a0l’été…\u00a0»', '%22%20l%27%E9t%E9...%20%22'],
		['ligatures', 'cœur', 'coeur'],
	])('writes %s', async (_, message, encoded) => {
		expect(await bodyOf(message)).toBe(`${key}&smslong=999&sms=${encoded}${end}`);
	});

	it('writes another alphabet in UTF-8 with ucs2=1, abroad', async () => {
		expect(await bodyOf('Привет €\n', { defaultCountry: 'BE' }, '0470 12 34 56')).toBe(
			`${key}&smslong=999&ucs2=1&sms=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%20%E2%82%AC%0A` +
				'&num=0032470123456',
		);
	});

	it('writes ordinary text in UTF-8 where the credential says so', async () => {
		await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'send',
			parameters: { to: '0601020304', message: 'é €\n' },
			credential: {
				keyId: 'a296464ce012b8ab710a',
				baseUrl: gateway().url,
				textEncoding: 'utf-8',
			},
		});
		expect(gateway().requests[0]?.body).toBe(`${key}&smslong=999&sms=%C3%A9%20%E2%82%AC%0A${end}`);
	});

	it.each([
		['send', ''],
		['count', '&comptage=1'],
	])(
		'writes a text without what has no replacement where that is to be left out: %s',
		async (operation, setting) => {
			const { json } = await runNode({
				url: gateway().url,
				resource: 'sms',
				operation,
				parameters: {
					to: '0601020304',
					message: 'Prêt 😀 {Anna} 中 !',
					options: { unsupportedCharacters: 'remove' },
				},
			});
			expect(gateway().requests.map(({ body }) => body)).toEqual([
				`${key}${setting}&smslong=999&sms=Pr%EAt%20%20Anna%20%20%21${end}`,
			]);
			expect(json[0]).toMatchObject({ text: 'Pret  Anna  !', characters: 13, parts: 1 });
		},
	);

	it('refuses a message of which nothing would be left', async () => {
		const { error } = await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'sendAndWait',
			parameters: {
				to: '0601020304',
				message: '😀',
				options: { unsupportedCharacters: 'remove' },
			},
		});
		expect(error?.message).toContain('Nothing of the message is left');
		expect(gateway().requests).toHaveLength(0);
	});

	it('always posts a form, with the key in the body only', async () => {
		await bodyOf('a');
		expect(gateway().requests[0]).toMatchObject({
			method: 'POST',
			target: '/cgi-bin/',
			contentType: 'application/x-www-form-urlencoded',
		});
	});

	it('writes what the user sets, and nothing else', async () => {
		gateway().account.noStopAllowed = true;
		const options = {
			sender: 'MaSociete7',
			removeStop: true,
			useAzurNumber: true,
			tracker: 'monCompte_monId',
			maxParts: 1,
			sendAt: '2126-11-25T16:30:00',
		};
		expect(await bodyOf('a', options)).toBe(
			`${key}&emetteur=MaSociete7&nostop=1&numAzur=1&smslong=1&date_envoi=2126-11-25%2016%3A30` +
				'&gmt_zone=Europe%2FBrussels&sms=a&num=0601020304&tracker=monCompte_monId',
		);
	});

	it('writes the same text once for several numbers', async () => {
		expect(await bodyOf('é', {}, '0601020304, 0601020305')).toBe(
			`${key}&smslong=999&sms=%E9&num1=0601020304&num2=0601020305`,
		);
	});

	it('writes different texts and trackers side by side', async () => {
		const [body] = await bodiesOf(
			{
				to: '={{ $json.phone }}',
				message: '=Code {{ $json.code }}',
				options: { tracker: '={{ $json.id }}' },
			},
			[
				{ phone: '0601020304', code: 1, id: 'a' },
				{ phone: '0601020305', code: 2, id: 'b' },
			],
		);
		expect(body).toBe(
			`${key}&smslong=999&sms1=Code%201&num1=0601020304&tracker1=a` +
				'&sms2=Code%202&num2=0601020305&tracker2=b',
		);
	});

	it('puts 500 recipients with texts and trackers of their own into one request', async () => {
		const items = Array.from({ length: 501 }, (_, index) => ({
			phone: `06${String(index).padStart(8, '0')}`,
			text: `Bonjour ${index}`,
		}));
		const bodies = await bodiesOf(
			{
				to: '={{ $json.phone }}',
				message: '={{ $json.text }}',
				options: { tracker: '=t{{ $json.phone }}' },
			},
			items,
		);
		const numbered = items
			.slice(0, 500)
			.map(
				({ phone }, index) =>
					`&sms${index + 1}=Bonjour%20${index}&num${index + 1}=${phone}&tracker${index + 1}=t${phone}`,
			);
		expect(bodies).toEqual([
			`${key}&smslong=999${numbered.join('')}`,
			`${key}&smslong=999&sms=Bonjour%20500&num=0600000500&tracker=t0600000500`,
		]);
	});

	it('makes one request for each country', async () => {
		expect(
			await bodiesOf({
				to: '0601020304; +32 470 12 34 56; 0601020305; 0696 12 34 56',
				message: 'a',
			}),
		).toEqual([
			`${key}&smslong=999&sms=a&num1=0601020304&num2=0601020305`,
			`${key}&smslong=999&sms=a&num=0032470123456`,
			`${key}&smslong=999&sms=a&num=0596696123456`,
		]);
	});

	it('sends to a directory', async () => {
		gateway().account.directories.push({
			id: '39565',
			name: 'Clients',
			contacts: [{ number: '+33601020304', fields: {} }],
		});
		expect(
			await bodiesOf(
				{ directoryId: '39565', message: 'é', options: { sender: 'Boutique' } },
				undefined,
				'sendToDirectory',
			),
		).toEqual([`${key}&emetteur=Boutique&smslong=999&repertoireId=39565&sms=%E9`]);
	});

	it('tells a directory’s messages its tracker before anything that a server may cut off', async () => {
		gateway().account.directories.push({
			id: '39565',
			name: 'Clients',
			contacts: [{ number: '+33601020304', fields: {} }],
		});
		const [body = ''] = await bodiesOf(
			{ directoryId: '39565', message: 'é', options: { tracker: 'order_1234' } },
			undefined,
			'sendToDirectory',
		);
		const names = body.split('&').map((field) => field.split('=')[0]);
		expect(body).toContain('&tracker=order_1234');
		expect(names.indexOf('tracker')).toBeLessThan(names.indexOf('repertoireId'));
		expect(names.indexOf('tracker')).toBeLessThan(names.indexOf('sms'));
		expect(names.at(-1)).toBe('sms');
	});

	it('refuses a tracker for a directory that iSendPro would refuse', async () => {
		const { error } = await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'sendToDirectory',
			parameters: { directoryId: '39565', message: 'é', options: { tracker: 'no good' } },
		});
		expect(error?.message).toContain('The tracker "no good" has the character');
		expect(gateway().requests).toHaveLength(0);
	});

	it('counts without sending', async () => {
		expect(
			await bodiesOf(
				{ to: '0601020304', message: 'é', options: { sender: 'Boutique' } },
				undefined,
				'count',
			),
		).toEqual([`${key}&comptage=1&emetteur=Boutique&smslong=999&sms=%E9&num=0601020304`]);
		expect(gateway().phones.messages()).toEqual([]);
	});
});
