import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { CODE_MESSAGES } from '../../simulator/codes';
import type { EngineResult } from '../helpers/engine';
import { KEY, runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

/** How a code of the manual's table [4.1] comes to the node: the last of these runs gets it. */
interface Way {
	runs: Array<[operation: string, parameters: INodeParameters]>;
	prepare?: (simulator: Simulator) => void;
	/** Why none but a custom request, or a gateway that is made to, gives this code. */
	why?: string;
}

const number = '0601020304';
const a = (count: number) => 'a'.repeat(count);

const one = (operation: string, parameters: INodeParameters = {}): Way => ({
	runs: [[operation, parameters]],
});
const send = (prepare?: Way['prepare'], parameters: INodeParameters = {}): Way => ({
	runs: [['sms:send', { to: number, message: 'a', ...parameters }]],
	prepare,
});
const verify = (prepare: Way['prepare']): Way => ({
	runs: [['phoneNumber:verify', { phoneNumber: number }]],
	prepare,
});
const contact = { directoryId: '39565', phoneNumber: number };
const subAccountKeyId = 'ber296464ce018ab710a';
const price = { subAccountKeyId, price: 0.049, countryCode: '33' };
const restriction = (kind: string, enabled: boolean) =>
	one('subAccount:setRestriction', { subAccountKeyId, restriction: kind, enabled });

const custom = (form: string): Way['runs'][number] => [
	'api:request',
	{
		parameters: {
			parameter: [...new URLSearchParams(form)].map(([name, value]) => ({ name, value })),
		},
	},
];
/** The operation that is meant for it refuses such input itself, before any request. */
const prevented = (by: string, form: string): Way => ({ runs: [custom(form)], why: by });
/** No request of the manual gives it: a custom one does, once the gateway is made to. */
const undocumented = (code: number): Way => ({
	runs: [custom('motCleEdit=list')],
	prepare: ({ faults }) => faults.add({ kind: 'code', code }),
	why: 'the manual lists the code, but no request',
});
const forced = (code: number, why: string): Way => ({
	...send(({ faults }) => faults.add({ kind: 'code', code, times: 3 })),
	why: `only from a gateway that is made to: ${why}`,
});

const keyed = (command: string, rest = '') =>
	`subAccountEdit=${command}&subAccountKeyId=${subAccountKeyId}${rest}`;
const period = { startDate: '2016-07-01', endDate: '2016-07-31' };

const ways: Record<number, Way> = {
	0: send(),
	1: forced(1, 'the key took the place of the log-in'),
	2: forced(2, 'the key took the place of the password'),
	3: send(({ account }) => (account.keyId = 'another')),
	4: prevented('sms:send asks for a message', `sms=&num=${number}`),
	5: prevented('sms:send asks for as many parts as it takes', `sms=${a(161)}&num=${number}`),
	6: prevented('sms:send asks for a number', 'sms=a'),
	7: prevented('sms:send writes numbers as iSendPro takes them', 'sms=a&num=06010203'),
	11: send(({ account }) => account.blacklist.add('+33601020304')),
	12: send(({ account }) => (account.credit = 0.03)),
	14: send(({ account }) => (account.allowedIps = [])),
	15: forced(15, 'no parameter of the manual chooses a channel'),
	16: prevented('sms:send leaves an empty sender out', `sms=a&num=${number}&emetteur=`),
	17: prevented('sms:send checks the sender', `sms=a&num=${number}&emetteur=abc`),
	18: prevented('sms:send checks the sender', `sms=a&num=${number}&emetteur=36180`),
	19: prevented(
		'sms:send asks for as many parts as it takes',
		`sms=${a(149)}&num=${number}&emetteur=Acme`,
	),
	21: send(undefined, { to: '0611111111' }),
	22: send(({ phones }) => (phones.get(number).fullMvno = true)),
	23: prevented('no request of an operation has more than 500', 'sms=a&num501=0601020304'),
	24: send(({ account, clock }) => {
		account.quietHours = true;
		clock.set('2026-11-22T12:00:00Z');
	}),
	25: send(undefined, { message: 'Au 0899123456' }),
	26: send(undefined, { message: 'Au 0892123456' }),
	27: send(({ account }) => (account.allowedCallingCodes = ['32'])),
	28: forced(28, 'the manual does not say what a qualification is'),
	29: forced(29, 'the manual gives no limit'),
	30: forced(30, 'the manual does not say which domain is meant'),
	31: prevented('sms:send counts the parts', `sms=${a(919)}&num=${number}&smslong=999`),
	32: prevented('sms:send counts the parts', `sms=${a(161)}&num=${number}&smslong=1`),
	33: send(({ account }) => (account.senders = []), { options: { sender: 'Acme' } }),
	34: prevented('sms:send has a list of them', `sms=a&num=${number}&smslong=x`),
	35: verify(({ account }) => (account.hlrCredit = 0)),
	36: send(undefined, { options: { sender: 'Acme', removeStop: true } }),
	37: prevented('sms:send asks for each country apart', 'sms=a&num1=0601020304&num2=0032470123456'),
	38: prevented('sms:send counts the parts', `sms=${a(71)}&num=0032470123456&ucs2=1`),
	39: prevented('sms:send counts the parts', `sms=${a(403)}&num=0032470123456&ucs2=1&smslong=999`),
	40: prevented('sms:send does not ask for it in France', `sms=a&num=${number}&ucs2=1`),
	41: verify(({ account }) => (account.hlrAllowed = false)),
	42: prevented('sms:send checks the sender', `sms=a&num=${number}&emetteur=Acm%C3%A9`),
	43: prevented('sms:send writes the date itself', `sms=a&num=${number}&date_envoi=tomorrow`),
	100: one('directory:create', { name: 'b' }),
	101: prevented('directory:create asks for a name', 'repertoireEdit=create'),
	102: one('directory:addContacts', { ...contact, directoryId: '0' }),
	103: one('directory:addContacts', contact),
	104: {
		runs: [
			['directory:addContacts', contact],
			[
				'sms:sendToDirectory',
				{ directoryId: '39565', message: 'a', options: { sendAt: '2999-01-01T12:00:00' } },
			],
			['directory:removeContacts', contact],
		],
	},
	105: { runs: Array<Way['runs'][number]>(2).fill(['directory:addContacts', contact]) },
	106: {
		runs: [
			['directory:addContacts', contact],
			['directory:removeContacts', contact],
		],
	},
	107: one('directory:removeContacts', contact),
	201: prevented('campaign:getReport asks for both dates', 'rapportCampagne=1&date_fin=2016-07-31'),
	202: prevented('campaign:getReport asks for both dates', 'rapportCampagne=1&date_deb=2016-07-31'),
	203: prevented(
		'campaign:getReport writes the dates itself',
		'rapportCampagne=1&date_deb=2016&date_fin=2016-07-31',
	),
	204: prevented(
		'campaign:getReport writes the dates itself',
		'rapportCampagne=1&date_deb=2016-07-31&date_fin=2016',
	),
	205: {
		...one('campaign:getReport', period),
		prepare: ({ faults }) => faults.add({ kind: 'code', code: 205, times: 100 }),
	},
	206: one('campaign:getReport', period),
	210: undocumented(210),
	211: undocumented(211),
	212: undocumented(212),
	213: undocumented(213),
	214: undocumented(214),
	215: undocumented(215),
	216: undocumented(216),
	217: undocumented(217),
	220: undocumented(220),
	221: undocumented(221),
	222: undocumented(222),
	223: undocumented(223),
	224: undocumented(224),
	225: undocumented(225),
	230: one('subAccount:create', { login: 'b', password: 'b' }),
	231: prevented('subAccount:create asks for a login', 'subAccountEdit=addAccount'),
	232: prevented(
		'subAccount:create asks for a password',
		'subAccountEdit=addAccount&subAccountLogin=b',
	),
	233: one('subAccount:create', { login: 'a', password: 'b' }),
	234: one('subAccount:addCredit', { subAccountKeyId: 'nobody', amount: 1 }),
	235: prevented(
		'subAccount:setPrice asks for a country code',
		keyed('setPrice', '&subAccountPrice=0.049'),
	),
	236: prevented(
		'subAccount:setPrice asks for a price',
		keyed('setPrice', '&subAccountCountryCode=33'),
	),
	237: one('subAccount:setPrice', price),
	238: prevented('subAccount:addCredit asks for an amount', keyed('addCredit')),
	239: one('subAccount:addCredit', { subAccountKeyId, amount: 150 }),
	240: prevented('no operation asks for what the manual lacks', 'repertoireEdit=rename'),
	241: { runs: Array<Way['runs'][number]>(2).fill(['subAccount:setPrice', price]) },
	242: prevented(
		'operations on a sub-account ask for its key',
		'subAccountEdit=addCredit&subAccountAddCredit=1',
	),
	243: {
		...one('subAccount:create', { login: 'b', password: 'b' }),
		prepare: ({ account, accounts }) => {
			const [, made] = accounts;
			account.keyId = 'another';
			if (made !== undefined) made.keyId = KEY;
		},
	},
	244: restriction('stop', false),
	245: restriction('stop', true),
	246: restriction('time', false),
	247: restriction('time', true),
	248: prevented(
		'subAccount:setRestriction has a list of them',
		keyed('setRestriction', '&subAccountRestrictionTime=2'),
	),
	250: one('shortLink:create', { url: 'https://example.com' }),
	777: send(({ service }) => (service.maintenance = true)),
	998: prevented('sms:send sends what the manual allows', `sms=%7B&num=${number}`),
	999: prevented('sms:send checks the tracker', `sms=a&num=${number}&tracker=a b`),
};

/** The codes of success, by the reading notes; 105 and 107 are outcomes too. */
const successes = new Set([
	0, 100, 103, 105, 106, 107, 210, 211, 212, 215, 220, 221, 222, 225, 230, 237, 239, 241, 244, 245,
	246, 247,
]);

describe('the table of codes [4.1]', () => {
	const gateway = useGateway({ account: { senders: 'any' } });

	async function run(operation: string, parameters: INodeParameters): Promise<EngineResult> {
		const [resource = '', name = ''] = operation.split(':');
		return await runNode({ url: gateway().url, resource, operation: name, parameters });
	}

	async function follow(way: Way): Promise<EngineResult> {
		await run('subAccount:create', { login: 'a', password: 'a' });
		const [, made] = gateway().accounts;
		if (made) made.keyId = subAccountKeyId;
		gateway().account.directories.push({ id: '39565', name: 'Clients', contacts: [] });
		way.prepare?.(gateway());
		const [last, ...earlier] = [...way.runs].reverse();
		for (const [operation, parameters] of earlier.reverse()) {
			expect((await run(operation, parameters)).error).toBeUndefined();
		}
		return await run(...(last ?? ['', {}]));
	}

	it('has a way for each code, or a reason why no operation of its own meets it', () => {
		expect(Object.keys(ways).map(Number)).toEqual([...CODE_MESSAGES.keys()]);
		for (const { runs, why } of Object.values(ways)) {
			const isOwn = runs.every(([operation]) => operation !== 'api:request');
			expect(isOwn || why !== undefined).toBe(true);
		}
	});

	it.each(Object.entries(ways))('%s is met', async (written, way) => {
		const code = Number(written);
		const { json, error } = await follow(way);
		if (successes.has(code)) {
			expect(error).toBeUndefined();
			expect(json[0]?.code).toBe(code);
		} else if (code === 206) {
			expect([json, error]).toEqual([[], undefined]);
		} else if (code === 250) {
			expect(json).toEqual([expect.objectContaining({ target: 'https://example.com/' })]);
		} else {
			expect(error?.message).toMatch(
				new RegExp(`^(?:[A-Z]|iSendPro).+ \\(iSendPro code ${code}\\)$`),
			);
			// What to do, then the manual's own words
			const [words = ''] = (CODE_MESSAGES.get(code) ?? '').split('[');
			expect(error?.description).toMatch(/^[A-Z].{15,}\. iSendPro said: "/);
			expect(error?.description).toContain(`iSendPro said: "${words.trim()}`);
		}
	});
});
