import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { manualAnswer } from './helpers/answers';
import type { FieldRow } from './helpers/bad-input';
import {
	count,
	euros,
	flag,
	hostile,
	hostileStart,
	instant,
	long,
	oneOf,
	oneOfMany,
	phoneNumbers,
	sent,
	text,
} from './helpers/bad-input';

/** What is known of an operation from outside: the tests of all operations, and the output schemas, read it here. */
export interface OperationRow {
	/** Its parameters, options and members by name, and what the user is told of bad input there. */
	fields: Record<string, FieldRow>;
	/** What a workflow stores. */
	parameters: INodeParameters;
	/** Input items that these parameters take, of which `$json.a` comes first. */
	items: IDataObject[];
	/** The forms that go out for these items, without the key: worked out by hand from the manual. */
	requests: string[];
	/** What iSendPro answers to each. */
	answers: Uint8Array[];
	/** What comes out, one for each item; a pattern stands for what is different each time. */
	output: Array<Record<string, unknown>>;
	/** An example of the output for the editor, where that of these items is none. */
	example?: Record<string, unknown>;
	/** The `a` of many items like the first one, how many, and the requests that these take. */
	many: { a: (index: number) => unknown; items: number; requests: number };
	/** An `a` that is refused before any request. */
	bad: unknown;
}

const a = '={{ $json.a }}';
const b = '={{ $json.b }}';
const c = '={{ $json.c }}';

const xml = (content: string) => Buffer.from(`<etat>${content}</etat>`, 'latin1');

/** An answer on one thing. */
const answer = (values: Record<string, string | number>) => xml(elements(values, ''));

/** An answer on several numbers, one after the other [3.3.1]. */
const answers = (...records: Array<Record<string, string | number>>) =>
	xml(
		records
			.map((values, index) => [elements(values, String(index + 1)), index + 1] as const)
			.map(([content, position]) => `<etat${position}>${content}</etat${position}>`)
			.join(''),
	);

function elements(values: Record<string, string | number>, suffix: string): string {
	return Object.entries(values)
		.map(([name, value]) => `<${name}${suffix}>${value}</${name}${suffix}>`)
		.join('');
}

const csv = (...lines: string[]) => [
	Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1'),
];

const unsendable = (what: string) =>
	`${what} has the character U+0000 at position 19, which cannot be sent`;
const longText = 'x'.repeat(5000);

/** Two numbers, written as people write them, for an operation on many. */
const twoNumbers = [{ a: '0601020304' }, { a: '+33 6 01 02 03 05' }];
const manyNumbers = {
	many: { a: (index: number) => `06${10_000_000 + index}`, items: 600, requests: 2 },
	bad: 'call me',
};
/** What comes out of a number: in a directory, in the blacklist. */
const contact = (phoneNumber: string, status: string, code: number, apiMessage: string) => ({
	...{ phoneNumber, directoryId: '39565', status, code, apiMessage },
});
const listed = (
	phoneNumber: string,
	blacklisted: boolean,
	succeeded: boolean,
	apiResult: string,
) => ({ phoneNumber, blacklisted, succeeded, apiResult });
const numberOptions = {
	'options.batchSize': count({ most: 500 }),
	'options.defaultCountry': oneOfMany('FR', 'AF', 'AX', 'AL', 'DZ', 'AS', 'AD', 'AO'),
};

const directoryId = text({
	'too long': `${long(40)} is not the ID of a directory`,
	'a number': '"1e+21" is not the ID of a directory',
	hostile: `${hostileStart} is not the ID of a directory`,
});

/** The fields of a text. @param form its form with a text and a setting */
const message = (form: (message: string) => string) =>
	text({
		'too long': 'The message takes 33 SMS (5000 characters), and at most 6 can be sent',
		'a number': sent(form('1e%2B21')),
		hostile: unsendable('The message'),
	});
const textOptions = (form: (message: string, setting: string) => string) => ({
	'options.encoding': oneOf('auto', 'gsm', 'unicode'),
	'options.maxParts': oneOf(1, 2, 3, 4, 5, 6, 'automatic'),
	'options.removeStop': flag(form('Hello', 'nostop=1&')),
	'options.sender': text({
		empty: 'The sender is empty',
		'too long': `The sender ${long(40)} has 5000 characters`,
		'a number': 'The sender "1e+21" has the character "+" (U+002B)',
		hostile: `The sender ${hostileStart} has the character """ (U+0022)`,
	}),
	'options.unsupportedCharacters': oneOf('replace', 'remove', 'fail'),
});
const sendingOptions = (form: (message: string, setting?: string) => string) => ({
	...textOptions(form),
	'options.dryRun': flag('credit=2'),
	'options.maxSms': count({ body: form('Hello') }),
	'options.quietHours': oneOf('postpone', 'fail', 'ignore'),
	'options.sendAt': instant(form('Hello')),
	'options.shortenLinks': flag(form('Hello')),
	'options.timezone': oneOfMany(
		...['Pacific/Midway', 'America/Adak', 'Etc/GMT+10', 'Pacific/Marquesas'],
		...['Pacific/Gambier', 'America/Anchorage', 'America/Ensenada', 'Etc/GMT+8'],
	),
	'options.useAzurNumber': flag(form('Hello', 'numAzur=1&')),
});
/** @param form the form without a tracker */
const tracker = (form: string) =>
	text({
		empty: sent(form),
		'too long': `The tracker ${long(60)} has 5000 characters`,
		'a number': 'The tracker "1e+21" has the character "+" (U+002B)',
		hostile: `The tracker ${hostile} has the character """ (U+0022)`,
	});
const toOne = (written: string, setting = '') =>
	`${setting}smslong=999&sms=${written}&num=0601020304`;
const asking = (written: string, setting = '') =>
	`${setting}smslong=2&sms=${written}%D5LINK&num=0601020304`;
/** A text of the page, which has room for all. */
const onPage = (form: string) =>
	text({ empty: sent(form), 'too long': sent(form), 'a number': sent(form), hostile: sent(form) });
const onButton: FieldRow = {
	told: (label) => ({
		...onPage(asking('Hello')).told(label, []),
		nothing: `"${label}" must be text, but is nothing`,
	}),
};
const notChoices = '"Choices" must be text or a list of texts';
const toDirectory = (written: string, setting = '') =>
	`${setting}smslong=999&repertoireId=39565&sms=${written}`;
const counted = (written: string, setting = '') => `comptage=1&${toOne(written, setting)}`;
const accepted = 'Votre message a bien été envoyé';
const hello = { text: 'Hello', characters: 5, parts: 1, encoding: 'gsm' };
const ete = { text: 'Ete', characters: 3, parts: 1, encoding: 'gsm' };
/** Where iSendPro adds the STOP mention. */
const withStop = {
	text: 'Hello',
	characters: 5,
	stopMentionCharacters: 12,
	parts: 1,
	encoding: 'gsm',
};
const later = '2126-11-25T16:30:00+01:00';
const target = 'https://www.example.com/offer?id=1';
/** All that an output may say of a message, of what may be missing too. */
const everything = (name: Record<string, string>) => ({
	...{
		...name,
		status: 'scheduled',
		code: 0,
		apiMessage: accepted,
		...withStop,
		scheduledFor: later,
	},
	...{ tracker: 'order_1234', links: [{ target, shortLink: 'www.sms.ht/aOHi' }] },
	reason: 'Repeats item 0: the same message is sent once in a run',
});

const period = 'rapportCampagne=1&date_deb=2016-07-01%2000%3A00&date_fin=2016-07-31%2000%3A01';
const download = (form: string) => ({
	output: oneOf('items', 'file'),
	returnAll: flag(form),
	limit: count({ body: form }),
	binaryPropertyName: text({
		'too long': sent(form),
		'a number': sent(form),
		hostile: sent(form),
	}),
});

/** The key of a sub-account that these requests are about. */
export const subAccountKeyId = 'ber296464ce018ab710a';
const subAccount = { IdentifiantSousCompte: '4711', CleIdentificationSousCompte: subAccountKeyId };
const subAccountKey = text({
	'too long': '"Sub-Account Key" has spaces or special characters, or is too long',
	'a number': 'There is no sub-account with this key (iSendPro code 234)',
	hostile: '"Sub-Account Key" has spaces or special characters, or is too long',
});
/** What comes out of a sub-account: iSendPro's words and what was set. */
const onSubAccount = (code: number, apiMessage: string, set: Record<string, unknown>) => ({
	...{ subAccountId: '4711', code, apiMessage },
	...set,
});
const addAccount = (login: string, password: string) =>
	`subAccountEdit=addAccount&subAccountLogin=${login}&subAccountPassword=${password}`;

const unknownCommand = 'iSendPro does not know this command (iSendPro code 240)';

export const rows: Record<string, OperationRow> = {
	/** [3.1] */
	'account:getBalance': {
		fields: { balance: oneOf('credit', 'creditAndQuantity') },
		parameters: { balance: a },
		items: [{ a: 'credit' }, { a: 'creditAndQuantity' }],
		requests: ['credit=1', 'credit=2'],
		answers: [manualAnswer('balance-credit'), manualAnswer('balance-quantity')],
		output: [
			{ credit: 108.16, currency: 'EUR' },
			{ credit: 108.16, currency: 'EUR', smsQuantity: 2704 },
		],
		many: { a: () => 'creditAndQuantity', items: 600, requests: 1 },
		bad: 'all',
	},
	'api:request': {
		fields: {
			'parameters.parameter.name': text({
				empty: 'A parameter has no name',
				nothing: '"Name" must be text, but is nothing',
				'too long': unknownCommand,
				'a number': unknownCommand,
				hostile: unsendable(`The parameter ${hostileStart}`),
			}),
			'parameters.parameter.value': text({
				empty: unknownCommand,
				nothing: '"Value" must be text, but is nothing',
				'too long': unknownCommand,
				'a number': unknownCommand,
				hostile: unsendable('The value of "credit"'),
			}),
		},
		parameters: { parameters: { parameter: [{ name: 'credit', value: a }] } },
		items: [{ a: '1' }, { a: '2' }],
		requests: ['credit=1', 'credit=2'],
		answers: [manualAnswer('balance-credit'), manualAnswer('balance-quantity')],
		output: [{ credit: '108.16' }, { credit: '108.16', quantite: '2704' }],
		example: { code: 100, message: 'Votre repertoire a ete cree!' },
		many: { a: () => '2', items: 200, requests: 200 },
		bad: 'Привет',
	},
	/** [3.13] */
	'blacklist:add': {
		fields: { phoneNumber: phoneNumbers, ...numberOptions },
		parameters: { phoneNumber: a },
		items: twoNumbers,
		requests: ['setlisteNoire=1&num1=0601020304&num2=0601020305'],
		answers: [
			answers({ tel: '0601020304', listeNoire: 'OK' }, { tel: '0601020305', listeNoire: 'OK' }),
		],
		output: [listed('0601020304', true, true, 'OK'), listed('0601020305', true, true, 'OK')],
		...manyNumbers,
	},
	/** [3.15] */
	'blacklist:getMany': {
		fields: download('getListeNoire=1'),
		parameters: { limit: a },
		items: [{ a: 1 }],
		requests: ['getListeNoire=1'],
		answers: csv('MSISDN ', '0601020306;', '0601020307;'),
		output: [{ phoneNumber: '0601020306' }],
		many: { a: () => 1, items: 600, requests: 1 },
		bad: 0,
	},
	/** [3.14] */
	'blacklist:remove': {
		fields: { phoneNumber: phoneNumbers, ...numberOptions },
		parameters: { phoneNumber: a },
		items: twoNumbers,
		requests: ['delListeNoire=1&num1=0601020304&num2=0601020305', 'getListeNoire=1'],
		answers: [
			answers(
				{ tel: '0601020304', listeNoire: 'SUPPRESSION OK' },
				{ tel: '0601020305', listeNoire: 'SUPPRESSION NOK' },
			),
			...csv('MSISDN', '0601020399'),
		],
		output: [
			listed('0601020304', false, true, 'SUPPRESSION OK'),
			listed('0601020305', false, true, 'SUPPRESSION NOK'),
		],
		...manyNumbers,
		// The list is looked into once: none of them is in it.
		many: { ...manyNumbers.many, requests: 3 },
	},
	/** [3.8] */
	'campaign:getReport': {
		fields: {
			startDate: instant(),
			endDate: instant(),
			...download(period),
			simplify: flag(period),
			'options.status': oneOf('delivered', 'failed', 'unknown'),
			'options.to': text({
				empty: sent(period),
				'too long': `${long(60)} is not a phone number`,
				'a number': '"1e+21" is not a phone number',
				hostile: `${hostile} is not a phone number`,
			}),
			'options.tracker': text({
				empty: sent(period),
				'too long': sent(period),
				'a number': sent(period),
				hostile: sent(period),
			}),
		},
		parameters: { startDate: a, endDate: '2016-07-31T00:00:00+02:00' },
		items: [{ a: '2016-07-01T00:00:00+02:00' }],
		requests: [period],
		answers: csv(
			"Date d'envoi;Emetteur;Destinataire;Message;Information complémentaire;Infos details;Statut;SMS retour;Canal;Prix;STOP;Tracker",
			'05/07/2016 14:00;iSendPro;0601020304;"Été; ""10 %""\nfin";SFR: SMS remis;;0;Merci;;0,044;0;a',
		),
		output: [
			{
				sentAt: '2016-07-05T14:00:00+02:00',
				sender: 'iSendPro',
				to: '0601020304',
				text: 'Été; "10 %"\nfin',
				status: 'delivered',
				statusCode: '0',
				delivered: true,
				operator: 'SFR',
				reply: 'Merci',
				price: 0.044,
				stop: false,
				tracker: 'a',
			},
		],
		many: { a: () => '2016-07-01', items: 600, requests: 1 },
		bad: 'soon',
	},
	/** [3.7.3] */
	'directory:addContacts': {
		fields: {
			directoryId,
			phoneNumber: phoneNumbers,
			'contactFields.fields.field': oneOfMany(1, 2, 3, 4, 5, 6, 7, 8),
			'contactFields.fields.value': text({
				empty: sent('repertoireEdit=add&repertoireId=39565&num1=0601020304'),
				nothing: '"Value" must be text, but is nothing',
				'too long': sent(
					`repertoireEdit=add&repertoireId=39565&num1=0601020304&champ1=${longText}`,
				),
				'a number': sent('repertoireEdit=add&repertoireId=39565&num1=0601020304&champ1=1e%2B21'),
				hostile: unsendable('The contact field "Name"'),
			}),
			...numberOptions,
		},
		parameters: {
			directoryId: '39565',
			phoneNumber: a,
			contactFields: {
				fields: [
					{ field: 1, value: b },
					{ field: 27, value: c },
				],
			},
		},
		items: [
			{ a: '0601020304', b: 'Martin', c: '' },
			{ a: '0601020309', b: '', c: 'Zoé' },
		],
		requests: [
			'repertoireEdit=add&repertoireId=39565&num1=0601020304&num2=0601020309&champ1_1=Martin&champ27_2=Zo%E9',
		],
		answers: [
			answers(
				{ code: 103, repertoireId: 39565, tel: '0601020304', message: 'Ajoutee' },
				{ code: 105, repertoireId: 39565, tel: '0601020309', message: 'Deja presente' },
			),
		],
		output: [
			contact('0601020304', 'added', 103, 'Ajoutee'),
			contact('0601020309', 'alreadyPresent', 105, 'Deja presente'),
		],
		...manyNumbers,
	},
	/** [3.7.1] */
	'directory:create': {
		fields: {
			name: text({
				'too long': sent(`repertoireEdit=create&repertoireNom=${longText}`),
				'a number': sent('repertoireEdit=create&repertoireNom=1e%2B21'),
				hostile: unsendable('The name of the directory'),
			}),
		},
		parameters: { name: a },
		items: [{ a: 'Clients' }, { a: 'Été' }],
		requests: [
			'repertoireEdit=create&repertoireNom=Clients',
			'repertoireEdit=create&repertoireNom=%C9t%E9',
		],
		answers: [manualAnswer('directory-created'), manualAnswer('directory-created')],
		output: ['Clients', 'Été'].map((name) => ({
			directoryId: '39565',
			name,
			code: 100,
			apiMessage: 'Votre repertoire a ete cree!',
		})),
		many: { a: (index) => `Clients ${index}`, items: 200, requests: 200 },
		bad: 'Клиенты',
	},
	/** [3.7.4] */
	'directory:removeContacts': {
		fields: { directoryId, phoneNumber: phoneNumbers, ...numberOptions },
		parameters: { directoryId: '39565', phoneNumber: a },
		items: twoNumbers,
		requests: ['repertoireEdit=del&repertoireId=39565&num1=0601020304&num2=0601020305'],
		answers: [
			answers(
				{ code: 106, repertoireId: 39565, tel: '0601020304', message: 'Supprimee' },
				{ code: 107, repertoireId: 39565, tel: '0601020305', message: 'Absente' },
			),
		],
		output: [
			contact('0601020304', 'removed', 106, 'Supprimee'),
			contact('0601020305', 'notPresent', 107, 'Absente'),
		],
		...manyNumbers,
	},
	/** [3.12] */
	'phoneNumber:verify': {
		fields: { phoneNumber: phoneNumbers, ...numberOptions },
		parameters: { phoneNumber: a },
		items: [...twoNumbers, { a: '+33601020304' }],
		requests: ['getHLR=1&num1=0601020304&num2=0601020305'],
		answers: [
			answers(
				{ tel: '0601020304', operateur: 'ORAN' },
				{ tel: '0601020305', operateur: 'SFR-LISTE NOIRE' },
			),
		],
		output: ['Orange', 'SFR', 'Orange'].map((operator) => ({
			phoneNumber: operator === 'SFR' ? '0601020305' : '0601020304',
			valid: true,
			operator,
			operatorCode: operator === 'SFR' ? 'SFR' : 'ORAN',
			blacklisted: operator === 'SFR',
		})),
		...manyNumbers,
	},
	/** [3.18] */
	'shortLink:create': {
		fields: {
			url: text({
				'too long': `${long(100)} is not a URL`,
				'a number': '"1e+21" is not a URL',
				hostile: `The URL ${hostile} has a line break or another character that no URL can have`,
			}),
		},
		parameters: { url: a },
		items: [{ a: 'https://été.fr/?a=1&b=2#c' }],
		requests: ['shortlink=https%3A%2F%2Fxn--t-9fab.fr%2F%3Fa%3D1%26b%3D2%23c'],
		answers: [manualAnswer('short-link')],
		output: [
			{
				shortLink: 'www.sms.ht/aOHi',
				url: 'https://www.sms.ht/aOHi',
				target: 'https://xn--t-9fab.fr/?a=1&b=2#c',
				expiresAt: /^\d{4}-\d\d-\d\dT/,
			},
		],
		many: { a: (index) => `https://example.com/${index}`, items: 200, requests: 200 },
		bad: 'example.com',
	},
	/** [3.4] */
	'sms:count': {
		fields: { to: phoneNumbers, message: message(counted), ...textOptions(counted) },
		parameters: { to: a, message: b },
		items: [
			{ a: '0601020304', b: 'Hello' },
			{ a: '+33 6 01 02 03 05', b: 'Été' },
		],
		requests: ['comptage=1&smslong=999&sms1=Hello&num1=0601020304&sms2=%C9t%E9&num2=0601020305'],
		answers: [
			answers(
				{ tel: '0601020304', nb_sms: 2, nb_caractere: 234 },
				{ tel: '0601020305', nb_sms: 1, nb_caractere: 3 },
			),
		],
		output: [
			{
				to: '0601020304',
				text: 'Hello',
				characters: 234,
				parts: 2,
				localCharacters: 5,
				localParts: 1,
			},
			{ to: '0601020305', text: 'Eté', characters: 3, parts: 1, localCharacters: 3, localParts: 1 },
		],
		...manyNumbers,
	},
	/** [3.2, 3.3, 3.5, 3.6] */
	'sms:send': {
		fields: {
			to: phoneNumbers,
			message: message(toOne),
			...sendingOptions(toOne),
			...numberOptions,
			'options.allowDuplicates': flag(toOne('Hello')),
			'options.batchInterval': count({ most: 3_600_000 }),
			'options.onPartialFailure': oneOf('continue', 'stop'),
			'options.tracker': tracker(toOne('Hello')),
		},
		parameters: { to: a, message: b, options: { sendAt: c, tracker: '={{ $json.d }}' } },
		items: [
			{ a: '0601020304', b: 'Hello', c: '', d: '' },
			{ a: '+33 6 01 02 03 05', b: 'Êtê', c: later, d: 'order_1234' },
			{ a: '0601020306', b: 'Hello', c: '', d: '' },
		],
		requests: [
			'smslong=999&sms=Hello&num1=0601020304&num2=0601020306',
			'smslong=999&date_envoi=2126-11-25%2016%3A30&gmt_zone=Europe%2FBrussels&sms=Et%EA&num=0601020305&tracker=order_1234',
		],
		answers: [
			answers(
				{ code: 0, tel: '0601020304', message: accepted },
				{ code: 11, tel: '0601020306', message: 'Refuse' },
			),
			answer({ code: 0, tel: '0601020305', message: accepted }),
		],
		output: [
			{ to: '0601020304', status: 'sent', code: 0, reason: '', apiMessage: accepted, ...hello },
			{
				to: '0601020305',
				status: 'scheduled',
				code: 0,
				reason: '',
				apiMessage: accepted,
				tracker: 'order_1234',
				...ete,
				scheduledFor: later,
			},
			{
				to: '0601020306',
				status: 'rejected',
				code: 11,
				reason: 'The recipient is on the blacklist',
				apiMessage: 'Refuse',
				...hello,
			},
		],
		example: everything({ to: '0601020305' }),
		...manyNumbers,
	},
	/** [3.2, 3.18] */
	'sms:sendAndWait': {
		fields: {
			to: phoneNumbers,
			message: text({
				'too long': sent(asking(`${'x'.repeat(161)}...`)),
				'a number': sent(asking('1e%2B21')),
				hostile: unsendable('The message'),
			}),
			responseType: oneOf('approval', 'choice', 'freeText'),
			'approvalOptions.values.approvalType': oneOf('single', 'double'),
			'approvalOptions.values.approveLabel': onButton,
			'approvalOptions.values.disapproveLabel': onButton,
			choices: {
				told: () => ({
					empty: '"Choices" is empty',
					nothing: notChoices,
					'too long': `The choice ${long(40)} has 5000 characters, and a button has room for 100`,
					'a number': sent(asking('Hello')),
					true: notChoices,
					'an object': notChoices,
					'a list': notChoices,
					hostile: sent(asking('Hello')),
				}),
			},
			'options.defaultCountry': numberOptions['options.defaultCountry'],
			'options.limitWaitTime.values.limitType': oneOf('afterTimeInterval', 'atSpecifiedTime'),
			'options.limitWaitTime.values.maxDateAndTime': instant(),
			'options.limitWaitTime.values.resumeAmount': count({ most: 100_000 }),
			'options.limitWaitTime.values.resumeUnit': oneOf('minutes', 'hours', 'days'),
			'options.maxParts': oneOf(1, 2, 3, 4, 5, 6, 'automatic'),
			'options.pageTitle': onPage('shortlink=LINK'),
			'options.removeStop': flag('shortlink=LINK'),
			'options.sender': textOptions(toOne)['options.sender'],
			'options.shortenLink': flag('shortlink=LINK'),
			'options.tracker': tracker('shortlink=LINK'),
			'options.unsupportedCharacters': oneOf('replace', 'remove', 'fail'),
		},
		parameters: { to: a, message: b, options: { shortenLink: false } },
		items: [{ a: '+33 6 01 02 03 04', b: 'Hello' }],
		requests: [asking('Hello')],
		answers: [answer({ code: 0, tel: '0601020304', message: accepted })],
		output: [{ to: '0601020304', status: 'sent', code: 0, apiMessage: accepted }],
		example: {
			// Of the first three, the one that the type of the response calls for.
			data: {
				...{ approved: true, choice: 'Monday at 9:00', text: 'At nine' },
				...{ respondedAt: '2026-11-25T16:30:00.000Z', respondedBy: '0601020304' },
			},
		},
		many: { a: (index) => `06${10_000_000 + index}`, items: 600, requests: 1 },
		bad: 'call me',
	},
	/** [3.3.4] */
	'sms:sendToDirectory': {
		fields: {
			directoryId,
			message: message(toDirectory),
			...sendingOptions(toDirectory),
			'options.tracker': tracker(toDirectory('Hello')),
		},
		parameters: {
			directoryId: '39565',
			message: a,
			options: { sendAt: b, tracker: '={{ $json.c }}' },
		},
		items: [
			{ a: 'Hello', b: '', c: '' },
			{ a: 'Êtê', b: later, c: 'order_1234' },
		],
		requests: [
			'smslong=999&repertoireId=39565&sms=Hello',
			'smslong=999&date_envoi=2126-11-25%2016%3A30&gmt_zone=Europe%2FBrussels&tracker=order_1234&repertoireId=39565&sms=Et%EA',
		],
		answers: [answer({ code: 0, message: accepted }), answer({ code: 0, message: accepted })],
		output: [
			{ directoryId: '39565', status: 'sent', code: 0, apiMessage: accepted, ...hello },
			{
				directoryId: '39565',
				status: 'scheduled',
				code: 0,
				apiMessage: accepted,
				...ete,
				tracker: 'order_1234',
				scheduledFor: later,
			},
		],
		example: everything({ directoryId: '39565' }),
		many: { a: (index) => `Hello ${index}`, items: 200, requests: 200 },
		bad: 'Привет'.repeat(100),
	},
	/** [3.17.3] */
	'subAccount:addCredit': {
		fields: { subAccountKeyId: subAccountKey, amount: euros },
		parameters: { subAccountKeyId, amount: a },
		items: [{ a: 150 }, { a: '12,50' }],
		requests: ['150', '12.5'].map(
			(amount) =>
				`subAccountEdit=addCredit&subAccountKeyId=${subAccountKeyId}&subAccountAddCredit=${amount}`,
		),
		answers: [manualAnswer('credit-added', subAccount), manualAnswer('credit-added', subAccount)],
		output: [150, 12.5].map((amount) =>
			onSubAccount(239, 'Le credit a ete ajoute au sous compte', { amount }),
		),
		many: { a: () => 1, items: 200, requests: 200 },
		bad: -1,
	},
	/** [3.17.1] */
	'subAccount:create': {
		fields: {
			login: text({
				'too long': sent(addAccount(longText, 'secret')),
				'a number': sent(addAccount('1e%2B21', 'secret')),
				hostile: `"Login", ${hostileStart}, is empty or has characters that do not reach iSendPro as they are typed, so nobody could log in with it`,
			}),
			password: text({
				'too long': sent(addAccount('agence', longText)),
				'a number': sent(addAccount('agence', '1e%2B21')),
				hostile:
					'"Password" is empty or has characters that do not reach iSendPro as they are typed, so nobody could log in with it',
			}),
		},
		parameters: { login: a, password: b },
		items: [
			{ a: 'agence', b: 'secret' },
			{ a: 'agence-lyon', b: 'secret & é' },
		],
		requests: [addAccount('agence', 'secret'), addAccount('agence-lyon', 'secret%20%26%20%E9')],
		answers: ['agence', 'agence-lyon'].map((subAccountLogin) =>
			manualAnswer('sub-account-created', { ...subAccount, subAccountLogin }),
		),
		output: ['agence', 'agence-lyon'].map((login) => ({
			subAccountId: '4711',
			subAccountKeyId,
			login,
			code: 230,
			apiMessage: 'Le sous compte a ete ajoute',
		})),
		many: { a: (index) => `agence-${index}`, items: 200, requests: 200 },
		bad: 'Вася',
	},
	/** [3.17.2] */
	'subAccount:setPrice': {
		fields: {
			subAccountKeyId: subAccountKey,
			price: euros,
			countryCode: text({
				'too long': `${long(40)} is not the calling code of a country`,
				'a number': '"1e+21" is not the calling code of a country',
				hostile: `${hostileStart} is not the calling code of a country`,
			}),
		},
		parameters: { subAccountKeyId, price: a, countryCode: '+33' },
		items: [{ a: 0.049 }, { a: '0,05' }],
		requests: ['0.049', '0.05'].map(
			(price) =>
				`subAccountEdit=setPrice&subAccountKeyId=${subAccountKeyId}&subAccountPrice=${price}&subAccountCountryCode=33`,
		),
		answers: [manualAnswer('price-created', subAccount), manualAnswer('price-changed', subAccount)],
		output: [
			onSubAccount(237, 'Le prix a ete cree', { price: 0.049, countryCode: '33' }),
			onSubAccount(241, 'Le prix a ete mis a jour', { price: 0.05, countryCode: '33' }),
		],
		many: { a: (index) => (index + 1) / 1000, items: 200, requests: 200 },
		bad: 'free',
	},
	/** [3.17.4, 3.17.5] */
	'subAccount:setRestriction': {
		fields: {
			subAccountKeyId: subAccountKey,
			restriction: oneOf('stop', 'time'),
			enabled: flag(
				`subAccountEdit=setRestriction&subAccountKeyId=${subAccountKeyId}&subAccountRestrictionStop=1`,
			),
		},
		parameters: { subAccountKeyId, restriction: b, enabled: a },
		items: [
			{ a: true, b: 'stop' },
			{ a: false, b: 'stop' },
			{ a: false, b: 'time' },
		],
		requests: ['Stop=1', 'Stop=0', 'Time=0'].map(
			(restriction) =>
				`subAccountEdit=setRestriction&subAccountKeyId=${subAccountKeyId}&subAccountRestriction${restriction}`,
		),
		answers: [
			answer({ code: 245, message: 'La restriction STOP a ete activee', subAccountId: '4711' }),
			manualAnswer('stop-restriction', subAccount),
			manualAnswer('time-restriction', subAccount),
		],
		output: [
			onSubAccount(245, 'La restriction STOP a ete activee', {
				restriction: 'stop',
				enabled: true,
			}),
			onSubAccount(244, 'La restriction STOP a ete desactivee', {
				restriction: 'stop',
				enabled: false,
			}),
			onSubAccount(244, 'La restriction horaire a ete desactivee', {
				restriction: 'time',
				enabled: false,
			}),
		],
		many: { a: (index) => index % 2 === 0, items: 200, requests: 200 },
		bad: 'perhaps',
	},
};
