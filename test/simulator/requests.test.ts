import { unzipSync } from 'fflate';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { call, codeOf, codesIn, flat, key, post, xmlOf } from './client';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.reset());
afterAll(async () => await simulator.close());

const code = async (form: string) => await codeOf(simulator, form);
const codes = async (form: string) => codesIn(await xmlOf(simulator, form));
const field = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)<`).exec(xml)?.[1] ?? '';

describe('the account', () => {
	test("has the manual's example balance, in ISO-8859-15", async () => {
		const declaration = '<?xml version="1.0" encoding="ISO-8859-15"?>\n';
		expect(await xmlOf(simulator, 'credit=1')).toBe(
			`${declaration}<etat>\n<credit>108.16</credit>\n</etat>\n`,
		);
		expect(await xmlOf(simulator, 'credit=2')).toBe(
			`${declaration}<etat>\n<credit>108.16</credit>\n<quantite>2704</quantite>\n</etat>\n`,
		);
		expect(await code('credit=3')).toBe(240);
	});

	test('pays parts by country', async () => {
		simulator.account.prices['32'] = 0.0715;
		await xmlOf(simulator, `num=0601020304&smslong=999&sms=${'a'.repeat(161)}`);
		expect(await xmlOf(simulator, 'credit=1')).toContain('<credit>108.08</credit>');
		await xmlOf(simulator, 'num=0032470123456&sms=a');
		expect(await xmlOf(simulator, 'credit=1')).toContain('<credit>108.0085</credit>');
	});

	test('is refused with 3 for a wrong or missing key, 14 from elsewhere, 777 in maintenance', async () => {
		for (const query of ['credit=1', 'keyid=&credit=1', 'keyid=nobody&credit=1']) {
			const { body } = await call(`${simulator.url}?${query}`);
			expect(body).toBe(
				flat('<code>3</code>', '<message>Vos identifiants sont incorrects</message>'),
			);
		}
		simulator.account.allowedIps = ['192.0.2.1'];
		expect(await code('credit=1')).toBe(14);
		simulator.account.allowedIps = ['192.0.2.1', '127.0.0.1'];
		expect(await xmlOf(simulator, 'credit=1')).toContain('108.16');
		simulator.service.maintenance = true;
		expect(await code('credit=1')).toBe(777);
	});

	test('gets 240 for what is no request', async () => {
		expect(await code('something=1')).toBe(240);
		// The manual lists codes for keywords, but no request.
		expect(await code('motCleEdit=list')).toBe(240);
	});
});

describe('a directory', () => {
	const create = async () =>
		field(
			await xmlOf(simulator, 'repertoireEdit=create&repertoireNom=Mon%20r%E9pertoire'),
			'repertoireId',
		);

	test('is created with the answer of the manual', async () => {
		const xml = await xmlOf(simulator, 'repertoireEdit=create&repertoireNom=Mon%20r%E9pertoire');
		const id = field(xml, 'repertoireId');
		expect(id).toMatch(/^\d+$/);
		expect(xml).toBe(
			flat(
				'<code>100</code>',
				`<repertoireId>${id}</repertoireId>`,
				'<message>Votre r\u00e9pertoire a \u00e9t\u00e9 cr\u00e9\u00e9 !</message>',
			),
		);
		expect(simulator.account.directories).toMatchObject([{ id, name: 'Mon répertoire' }]);
		expect(await code('repertoireEdit=create&repertoireNom=')).toBe(101);
	});

	test('takes contacts, answers as the manual shows, and tells present and absent ones', async () => {
		const id = await create();
		const added = 'Votre donnee a ete ajoutee dans le repertoire!';
		expect(
			await xmlOf(
				simulator,
				`repertoireEdit=add&repertoireId=${id}&num1=0601020304&num2=0601020305`,
			),
		).toBe(
			flat(
				`<etat1>\n<code1>103</code1>\n<repertoireId>${id}</repertoireId>\n<tel1>0601020304</tel1>\n<message1>${added}</message1>\n</etat1>`,
				`<etat2>\n<code2>103</code2>\n<repertoireId>${id}</repertoireId>\n<tel2>0601020305</tel2>\n<message2>${added}</message2>\n</etat2>`,
			),
		);
		const edit = `repertoireId=${id}&num1=0601020304&num2=0601020306&num3=06`;
		expect(await codes(`repertoireEdit=add&${edit}`)).toEqual([105, 103, 7]);
		expect(await codes(`repertoireEdit=del&${edit}`)).toEqual([106, 106, 7]);
		expect(await codes(`repertoireEdit=del&${edit}`)).toEqual([107, 107, 7]);
		expect(simulator.account.directories[0]?.contacts).toMatchObject([{ number: '+33601020305' }]);
	});

	test('takes champY for one number and champY_X for several, and nothing else', async () => {
		const id = await create();
		const add = `repertoireEdit=add&repertoireId=${id}`;
		await post(simulator, `${add}&num1=0601020304&champ1=Martin&champ27=Z&champ2_1=ignored`);
		expect(simulator.requests.at(-1)?.ignoredArguments).toEqual(['champ2_1']);
		await post(
			simulator,
			`${add}&num1=0601020305&num2=0601020306&champ1_2=Dup%E9&champ27_1=%CA&champ1=no&champ28_1=no`,
		);
		expect(simulator.requests.at(-1)?.ignoredArguments).toEqual(['champ1', 'champ28_1']);
		expect(simulator.account.directories[0]?.contacts.map(({ fields }) => fields)).toEqual([
			{ 1: 'Martin', 27: 'Z' },
			{ 27: '€' },
			{ 1: 'Dupé' },
		]);
	});

	test('takes up to 500 contacts a request', async () => {
		const id = await create();
		const numbers = (count: number) =>
			Array.from({ length: count }, (_, index) => `num${index + 1}=06${10_000_000 + index}`).join(
				'&',
			);
		const add = `repertoireEdit=add&repertoireId=${id}`;
		expect(await codes(`${add}&${numbers(501)}`)).toEqual([23]);
		expect(await codes(`${add}&${numbers(500)}`)).toHaveLength(500);
		expect(await codes(add)).toEqual([6]);
	});

	test('that is not there gets 102, an unknown command 240', async () => {
		expect(await code('repertoireEdit=add&repertoireId=1&num1=0601020304')).toBe(102);
		expect(await code('repertoireEdit=add&num1=0601020304')).toBe(102);
		expect(await code('repertoireEdit=rename&repertoireId=1')).toBe(240);
		expect(await code('repertoireId=1&sms=a')).toBe(102);
	});

	test('is sent to, its blacklisted contacts left out', async () => {
		const id = await create();
		expect(await code(`repertoireId=${id}&sms=a`)).toBe(102);
		await post(
			simulator,
			`repertoireEdit=add&repertoireId=${id}&num1=0601020304&num2=0601020305&num3=0601020306`,
		);
		simulator.account.blacklist.add('+33601020305');
		expect(await xmlOf(simulator, `repertoireId=${id}&sms=Salut&emetteur=Acme&smslong=999`)).toBe(
			flat('<code>0</code>', '<message>Votre message a bien \u00e9t\u00e9 envoy\u00e9</message>'),
		);
		expect(simulator.phones.messages().map(({ to, text }) => [to, text])).toEqual([
			['0601020304', 'Salut'],
			['0601020306', 'Salut'],
		]);
		simulator.account.credit = 0.07;
		expect(await code(`repertoireId=${id}&sms=Salut`)).toBe(12);
		expect(simulator.phones.messages()).toHaveLength(2);
	});

	test('cannot be changed while a send to it is scheduled', async () => {
		const id = await create();
		const add = `repertoireEdit=add&repertoireId=${id}`;
		await post(simulator, `${add}&num1=0601020304`);
		simulator.clock.set('2026-11-23T09:00:00Z');
		expect(await code(`repertoireId=${id}&sms=a&date_envoi=2026-11-23%2012:00`)).toBe(0);
		expect(await code(`${add}&num1=0601020305`)).toBe(104);
		await simulator.clock.advance(3 * 3_600_000);
		expect(await code(`${add}&num1=0601020305`)).toBe(103);
	});

	test("removes with the code of the manual's example, if so set", async () => {
		const id = await create();
		await post(simulator, `repertoireEdit=add&repertoireId=${id}&num1=0601020304`);
		simulator.service.wording = 'examples';
		expect(
			await xmlOf(simulator, `repertoireEdit=del&repertoireId=${id}&num1=0601020304`),
		).toContain('<code1>103</code1>');
	});
});

describe('verification', () => {
	test('answers flat for one number and numbered for several, as the manual shows', async () => {
		simulator.account.blacklist.add('+33612345678');
		expect(await xmlOf(simulator, 'getHLR=1&num1=0612345678')).toBe(
			flat('<tel>0612345678</tel>', '<operateur>ORAN-LISTE NOIRE</operateur>'),
		);
		expect(await xmlOf(simulator, 'getHLR=1&num1=0611111111&num50=0622222222')).toBe(
			flat(
				'<etat1>\n<tel1>0611111111</tel1>\n<operateur1>INVALIDE</operateur1>\n</etat1>',
				'<etat50>\n<tel50>0622222222</tel50>\n<operateur50>BOUY</operateur50>\n</etat50>',
			),
		);
	});

	test.each(['ORAN', 'SFR', 'BOUY', 'FREE', 'VIRG', 'NRJ'])(
		'knows %s, blacklisted or not',
		async (operator) => {
			simulator.phones.get('0614345678').operator = operator;
			expect(await xmlOf(simulator, 'getHLR=1&num1=0614345678')).toContain(`>${operator}<`);
			simulator.account.blacklist.add('+33614345678');
			expect(await xmlOf(simulator, 'getHLR=1&num1=0614345678')).toContain(
				`>${operator}-LISTE NOIRE<`,
			);
		},
	);

	test('finds numbers invalid that are none, and that are not attributed', async () => {
		simulator.phones.get('0614345678').attributed = false;
		simulator.account.blacklist.add('+33614345678');
		const xml = await xmlOf(simulator, 'getHLR=1&num1=0145678901&num2=123&num3=0614345678');
		expect([...xml.matchAll(/<operateur\d>([^<]+)/g)].map(([, value]) => value)).toEqual([
			'INVALIDE',
			'INVALIDE',
			'INVALIDE-LISTE NOIRE',
		]);
	});

	test('costs a look-up a number, and stops when there are too few', async () => {
		simulator.account.hlrCredit = 3;
		await xmlOf(simulator, 'getHLR=1&num1=0612345678&num2=0614345678');
		expect(await code('getHLR=1&num1=0612345678&num2=0614345678')).toBe(35);
		expect(simulator.account.hlrCredit).toBe(1);
		simulator.account.hlrAllowed = false;
		expect(await code('getHLR=1&num1=0612345678')).toBe(41);
	});
});

describe('the blacklist', () => {
	test('takes valid numbers only, gives them back, and stops messages', async () => {
		expect(await xmlOf(simulator, 'setlisteNoire=1&num1=0601020304')).toBe(
			flat('<tel>0601020304</tel>', '<listeNoire>OK</listeNoire>'),
		);
		expect(await xmlOf(simulator, 'setlisteNoire=1&num1=0611111111&num2=0601020304')).toBe(
			flat(
				'<etat1>\n<tel1>0611111111</tel1>\n<listeNoire1>NOK</listeNoire1>\n</etat1>',
				'<etat2>\n<tel2>0601020304</tel2>\n<listeNoire2>OK</listeNoire2>\n</etat2>',
			),
		);
		expect(await code('num=0601020304&sms=a')).toBe(11);
		expect(await xmlOf(simulator, 'delListeNoire=1&num1=0601020304')).toBe(
			flat('<tel>0601020304</tel>', '<listeNoire>SUPPRESSION OK</listeNoire>'),
		);
		expect(await xmlOf(simulator, 'delListeNoire=1&num1=0601020304')).toContain(
			'>SUPPRESSION NOK<',
		);
		expect(await code('num=0601020304&sms=a')).toBe(0);
	});

	test('is downloaded as a file', async () => {
		await post(simulator, 'setlisteNoire=1&num1=0601020304&num2=0032470123456');
		simulator.service.dialect = 'plain';
		const { body, headers } = await post(simulator, 'getListeNoire=1');
		expect(body).toBe('MSISDN\r\n0601020304\r\n0032470123456\r\n');
		expect(headers['content-type']).toBe('text/csv; charset=ISO-8859-1');
		simulator.service.maxRows = 1;
		expect(await code('getListeNoire=1')).toBe(205);
	});

	test('knows the arguments as the manual writes them', async () => {
		expect(await code('setListeNoire=1&num1=0601020304')).toBe(4);
		expect(simulator.account.blacklist.size).toBe(0);
	});
});

describe('the campaign report', () => {
	const period = 'rapportCampagne=1&date_deb=2016-07-01%2000:00&date_fin=2016-07-31%2023:59';
	const send = async () => {
		simulator.clock.set('2016-07-01T10:18:30Z');
		simulator.account.noStopAllowed = true;
		simulator.account.prices['33'] = 0.044;
		await post(
			simulator,
			'num=0601020304&sms=%22%E9t%E9%22;%D5fin&emetteur=iSendPro&nostop=1&tracker=montracker123',
		);
	};

	test('is a file of what was sent, in the dialect that was seen', async () => {
		await send();
		const { body } = await post(simulator, period);
		expect(body).toBe(
			"Date d'envoi ;Emetteur ;Destinataire ;Message ;Information compl\u00e9mentaire ;Infos details ;Statut ;SMS retour ;Canal ;Prix ;STOP ;Tracker \r\n" +
				'01/07/2016 12:18;iSendPro;0601020304;"""\u00e9t\u00e9"";\nfin";ORAN: SMS remis;Message for 0033601020304 has been delivered;0;;Haute Qualite;0,044;0;montracker123;\r\n',
		);
	});

	test('can be zipped', async () => {
		await send();
		simulator.service.files = 'zip';
		const { bytes, headers } = await post(simulator, period);
		expect(headers['content-type']).toBe('application/zip');
		expect(bytes.subarray(0, 2).toString()).toBe('PK');
		const files = unzipSync(bytes);
		expect(Object.keys(files)).toEqual(['rapportCampagne.csv']);
		expect(Buffer.from(files['rapportCampagne.csv'] ?? []).toString('latin1')).toContain(
			';iSendPro;',
		);
	});

	test.each([
		['date_fin=2016-07-31', 201],
		['date_deb=2016-07-01', 202],
		['date_deb=01/07/2016&date_fin=2016-07-31', 203],
		['date_deb=2016-07-01&date_fin=2016-07-32', 204],
		['date_deb=2016-08-01&date_fin=2016-08-31', 206],
	])('with %s gets %i', async (dates, expected) => {
		await send();
		expect(await code(`rapportCampagne=1&${dates}`)).toBe(expected);
	});

	test('holds both ends of its period, to the minute of French time', async () => {
		await send();
		const rows = async (from: string, until: string) => {
			const { body } = await post(
				simulator,
				`rapportCampagne=1&date_deb=2016-07-01%20${from}&date_fin=2016-07-01%20${until}`,
			);
			return body.includes('montracker123');
		};
		expect(await rows('12:18', '12:18')).toBe(true);
		expect(await rows('12:19', '13:00')).toBe(false);
		expect(await rows('12:00', '12:17')).toBe(false);
	});

	test.each([
		['wholeMinute', true, true],
		['firstSecond', true, false],
		['nothing', false, false],
	] as const)('covers %s of the minute of date_fin', async (reportEnd, atStart, later) => {
		simulator.service.reportEnd = reportEnd;
		for (const [second, isThere] of [
			['00', atStart],
			['01', later],
			['59', later],
		] as const) {
			simulator.account.reportRows.length = 0;
			simulator.account.reportRows.push({
				sentAt: new Date(`2016-07-01T10:18:${second}Z`),
				sender: '',
				to: '0601020304',
				text: '',
				information: '',
				details: '',
				status: '0',
				reply: '',
				channel: '',
				price: 0,
				stop: 0,
				tracker: 'edge',
			});
			const { body } = await post(
				simulator,
				'rapportCampagne=1&date_deb=2016-07-01%2012:00&date_fin=2016-07-01%2012:18',
			);
			expect(body.includes('edge')).toBe(isThere);
		}
	});

	test.each([
		['text', 'Service indisponible'],
		['html', '<html>'],
		['json', '{"error"'],
		['utf16', '\u00ff\u00fe<\u0000h'],
		['zipInZip', 'PK'],
	] as const)('may have %s in its place', async (page, beginning) => {
		simulator.service.inPlaceOfFiles = page;
		await send();
		const { bytes } = await post(simulator, period);
		expect(bytes.toString('latin1').startsWith(beginning)).toBe(true);
	});

	test('of more rows than a file may have gets 205', async () => {
		simulator.service.maxRows = 2;
		await send();
		await post(simulator, 'num1=0601020304&num2=0601020305&sms=a');
		expect(await code(period)).toBe(205);
	});

	test('holds the reply and whether it was STOP', async () => {
		await send();
		simulator.callbacks.replyUrl = `${simulator.controlUrl}/coverage`;
		await post(simulator, 'num=0601020304&sms=Second');
		await simulator.callbacks.reply('0601020304', 'Stop merci');
		const { body } = await post(simulator, period);
		expect(body).toContain(';Stop merci;Haute Qualite;0,044;1;;');
	});
});

describe('sub-accounts', () => {
	const create = async () => {
		const xml = await xmlOf(
			simulator,
			'subAccountEdit=addAccount&subAccountLogin=shop&subAccountPassword=secret',
		);
		return { id: field(xml, 'subAccountId'), keyId: field(xml, 'subAccountKeyId'), xml };
	};

	test('are created with the answer of the manual', async () => {
		const { id, keyId, xml } = await create();
		expect(xml).toBe(
			flat(
				'<code>230</code>',
				'<message>Le sous compte a ete ajoute</message>',
				'<subAccountLogin>shop</subAccountLogin>',
				`<subAccountId>${id}</subAccountId>`,
				`<subAccountKeyId>${keyId}</subAccountKeyId>`,
			),
		);
		const add = 'subAccountEdit=addAccount';
		expect(await code(`${add}&subAccountPassword=b`)).toBe(231);
		expect(await code(`${add}&subAccountLogin=b`)).toBe(232);
		expect(await code(`${add}&subAccountLogin=shop&subAccountPassword=b`)).toBe(233);
		expect(await code('subAccountEdit=sell')).toBe(240);
	});

	test('get prices, and are charged them', async () => {
		const { keyId, id } = await create();
		const set = `subAccountEdit=setPrice&subAccountKeyId=${keyId}`;
		expect(await xmlOf(simulator, `${set}&subAccountPrice=0.049&subAccountCountryCode=33`)).toBe(
			flat(
				'<code>237</code>',
				'<message>Le prix a ete cree</message>',
				`<subAccountId>${id}</subAccountId>`,
				`<subAccountKeyId>${keyId}</subAccountKeyId>`,
			),
		);
		expect(await code(`${set}&subAccountPrice=0.05&subAccountCountryCode=33`)).toBe(241);
		expect(await code(`${set}&subAccountCountryCode=33`)).toBe(236);
		expect(await code(`${set}&subAccountPrice=0,049&subAccountCountryCode=33`)).toBe(236);
		expect(await code(`${set}&subAccountPrice=0.049`)).toBe(235);
		expect(await code(`${set}&subAccountPrice=0.049&subAccountCountryCode=FR`)).toBe(235);
		const add = `subAccountEdit=addCredit&subAccountKeyId=${keyId}`;
		expect(await code(`${add}&subAccountAddCredit=150`)).toBe(239);
		expect(await code(`${add}&subAccountAddCredit=`)).toBe(238);
		expect(await code(`${add}&subAccountAddCredit=-5`)).toBe(238);
		const asSubAccount = async (form: string) =>
			(await call(`${simulator.url}?keyid=${keyId}&${form}`)).body;
		expect(codesIn(await asSubAccount('num=0601020304&sms=a'))).toEqual([0]);
		expect(await asSubAccount('credit=1')).toContain('<credit>149.95</credit>');
		expect(simulator.account.credit).toBe(108.16);
		expect(codesIn(await asSubAccount('subAccountEdit=addAccount'))).toEqual([243]);
	});

	test('that are not named or not there get 242 and 234', async () => {
		await create();
		expect(await code('subAccountEdit=addCredit&subAccountAddCredit=1')).toBe(242);
		expect(await code('subAccountEdit=addCredit&subAccountAddCredit=1&subAccountKeyId=x')).toBe(
			234,
		);
		expect(
			await code(`subAccountEdit=addCredit&subAccountAddCredit=1&subAccountKeyId=${key.slice(6)}`),
		).toBe(234);
	});

	test('have restrictions that are switched on and off, and that work', async () => {
		const { keyId } = await create();
		const set = `subAccountEdit=setRestriction&subAccountKeyId=${keyId}`;
		const send = async () => {
			const form = 'num=0601020304&sms=a&emetteur=Acme&nostop=1';
			return codesIn((await call(`${simulator.url}?keyid=${keyId}&${form}`)).body);
		};
		simulator.clock.set('2026-11-22T10:00:00Z');
		expect(await send()).toEqual([36]);
		expect(await code(`${set}&subAccountRestrictionStop=0`)).toBe(244);
		expect(await send()).toEqual([12]);
		expect(await code(`${set}&subAccountRestrictionTime=1`)).toBe(247);
		expect(await send()).toEqual([24]);
		expect(await code(`${set}&subAccountRestrictionTime=0`)).toBe(246);
		expect(await code(`${set}&subAccountRestrictionStop=1`)).toBe(245);
		expect(await code(`${set}&subAccountRestrictionStop=yes`)).toBe(248);
		expect(await code(set)).toBe(248);
		simulator.service.wording = 'examples';
		expect(await xmlOf(simulator, `${set}&subAccountRestrictionTime=0`)).toContain(
			'<code>244</code>\n<message>La restriction horaire a ete desactivee</message>',
		);
	});
});

describe('short links', () => {
	test('lead to their address for a month', async () => {
		simulator.clock.set('2026-11-22T10:00:00Z');
		const target = 'https://www.monsite.com/nouveauproduit.php?a=1&b=é#c';
		const xml = await xmlOf(
			simulator,
			'shortlink=https%3A%2F%2Fwww.monsite.com%2Fnouveauproduit.php%3Fa%3D1%26b%3D%E9%23c',
		);
		const link = field(xml, 'shortlink');
		expect(xml).toBe(
			flat(
				'<code>250</code>',
				'<message>Le lien court a ete genere</message>',
				`<shortlink>${link}</shortlink>`,
			),
		);
		expect(link).toMatch(/^www\.sms\.ht\/[0-9A-Za-z]{4}$/);
		const followed = async () =>
			await call(link.replace('www.sms.ht', new URL(simulator.url).origin));
		expect(await followed()).toMatchObject({
			status: 302,
			headers: { location: new URL(target).href },
		});
		await simulator.clock.advance(29 * 86_400_000);
		expect((await followed()).status).toBe(302);
		await simulator.clock.advance(2 * 86_400_000);
		expect((await followed()).status).toBe(410);
	});

	test('are made of web addresses only', async () => {
		expect(await code('shortlink=')).toBe(999);
		expect(await code('shortlink=javascript%3Aalert(1)')).toBe(999);
	});
});
