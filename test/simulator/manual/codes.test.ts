import type { Simulator } from '../../../simulator';
import { codeOf, createPlaceholders, key, simulator, useSimulator } from '../client';

/** One request, or several whose last one gets the code. */
interface Way {
	forms: string[];
	prepare?: (simulator: Simulator) => void;
}

const one = 'sms=a&num=0601020304';
const way = (...forms: string[]): Way => ({ forms });
const a = (count: number) => 'a'.repeat(count);
const added = 'repertoireEdit=add&repertoireId=[directory]&num1=0601020304';
const removed = added.replace('=add', '=del');
const verified = 'getHLR=1&num1=0601020304';
const period = 'rapportCampagne=1&date_deb=2016-07-01&date_fin=2016-07-31';
const subAccount = (rest: string) => `subAccountEdit=${rest}`;
const keyed = (command: string, rest = '') => subAccount(`${command}&subAccountKeyId=[key]${rest}`);

/** The requests that lead to each code without a fault. */
const ways: Record<number, Way> = {
	0: way(one),
	3: { forms: [one], prepare: ({ account }) => (account.keyId = 'another') },
	4: way('sms=&num=0601020304'),
	5: way(`sms=${a(161)}&num=0601020304`),
	6: way('sms=a'),
	7: way('sms=a&num=06010203'),
	11: way('setlisteNoire=1&num1=0601020304', one),
	12: { forms: [one], prepare: ({ account }) => (account.credit = 0.03) },
	14: { forms: [one], prepare: ({ account }) => (account.allowedIps = []) },
	16: way(`${one}&emetteur=`),
	17: way(`${one}&emetteur=abc`),
	18: way(`${one}&emetteur=36180`),
	19: way(`sms=${a(149)}&num=0601020304&emetteur=Acme`),
	21: way('sms=a&num=0611111111'),
	22: { forms: [one], prepare: ({ phones }) => (phones.get('0601020304').fullMvno = true) },
	23: way('sms=a&num501=0601020304'),
	24: {
		forms: [one],
		prepare: ({ account, clock }) => {
			account.quietHours = true;
			clock.set('2026-11-22T12:00:00Z');
		},
	},
	25: way('sms=Au%200899123456&num=0601020304'),
	26: way('sms=Au%200892123456&num=0601020304'),
	27: { forms: [one], prepare: ({ account }) => (account.allowedCallingCodes = ['32']) },
	31: way(`sms=${a(919)}&num=0601020304&smslong=999`),
	32: way(`sms=${a(161)}&num=0601020304&smslong=1`),
	33: { forms: [`${one}&emetteur=Acme`], prepare: ({ account }) => (account.senders = []) },
	34: way(`${one}&smslong=x`),
	35: { forms: [verified], prepare: ({ account }) => (account.hlrCredit = 0) },
	36: way(`${one}&emetteur=Acme&nostop=1`),
	37: way('sms=a&num1=0601020304&num2=0032470123456'),
	38: way(`sms=${a(71)}&num=0032470123456&ucs2=1`),
	39: way(`sms=${a(403)}&num=0032470123456&ucs2=1&smslong=999`),
	40: way(`${one}&ucs2=1`),
	41: { forms: [verified], prepare: ({ account }) => (account.hlrAllowed = false) },
	42: way(`${one}&emetteur=Acm%E9`),
	43: way(`${one}&date_envoi=tomorrow`),
	100: way('repertoireEdit=create&repertoireNom=b'),
	101: way('repertoireEdit=create'),
	102: way('repertoireEdit=add&repertoireId=0&num1=0601020304'),
	103: way(added),
	104: way(added, 'repertoireId=[directory]&sms=a&date_envoi=2999-01-01%2012:00', removed),
	105: way(added, added.replace('num1=0', 'num1=0033')),
	106: way(added, removed),
	107: way(removed),
	201: way('rapportCampagne=1&date_fin=2016-07-31'),
	202: way('rapportCampagne=1&date_deb=2016-07-31'),
	203: way('rapportCampagne=1&date_deb=2016&date_fin=2016-07-31'),
	204: way('rapportCampagne=1&date_deb=2016-07-31&date_fin=2016'),
	205: {
		forms: [one, 'rapportCampagne=1&date_deb=2000-01-01&date_fin=2999-01-01'],
		prepare: ({ service }) => (service.maxRows = 0),
	},
	206: way(period),
	230: way(subAccount('addAccount&subAccountLogin=b&subAccountPassword=b')),
	231: way(subAccount('addAccount')),
	232: way(subAccount('addAccount&subAccountLogin=b')),
	233: way(subAccount('addAccount&subAccountLogin=a&subAccountPassword=b')),
	234: way(subAccount('addCredit&subAccountKeyId=nobody&subAccountAddCredit=1')),
	235: way(keyed('setPrice', '&subAccountPrice=0.049')),
	236: way(keyed('setPrice', '&subAccountCountryCode=33')),
	237: way(keyed('setPrice', '&subAccountPrice=0.049&subAccountCountryCode=33')),
	238: way(keyed('addCredit')),
	239: way(keyed('addCredit', '&subAccountAddCredit=150')),
	240: way('repertoireEdit=rename'),
	241: way(
		keyed('setPrice', '&subAccountPrice=0.049&subAccountCountryCode=33'),
		keyed('setPrice', '&subAccountPrice=0.05&subAccountCountryCode=33'),
	),
	242: way(subAccount('addCredit&subAccountAddCredit=1')),
	243: {
		forms: [subAccount('addAccount&subAccountLogin=b&subAccountPassword=b')],
		prepare: ({ account, accounts }) => {
			const [, made] = accounts;
			account.keyId = 'another';
			if (made !== undefined) made.keyId = key.slice('keyid='.length);
		},
	},
	244: way(keyed('setRestriction', '&subAccountRestrictionStop=0')),
	245: way(keyed('setRestriction', '&subAccountRestrictionStop=1')),
	246: way(keyed('setRestriction', '&subAccountRestrictionTime=0')),
	247: way(keyed('setRestriction', '&subAccountRestrictionTime=1')),
	248: way(keyed('setRestriction', '&subAccountRestrictionTime=2')),
	250: way('shortlink=https%3A%2F%2Fexample.com'),
	777: { forms: [one], prepare: ({ service }) => (service.maintenance = true) },
	998: way('sms=%7B&num=0601020304'),
	999: way(`${one}&tracker=a%20b`),
};

useSimulator();

describe('A code', () => {
	it.each(Object.entries(ways))('is answered: %s', async (code, { forms, prepare }) => {
		const fill = await createPlaceholders();
		prepare?.(simulator);
		let last = -1;
		for (const form of forms) last = await codeOf(fill(form));
		expect(last).toBe(Number(code));
	});

	it('is answered without a fault unless the table of fidelity says otherwise', () => {
		const onlyAsFault = Object.entries(simulator.coverage.codes)
			.filter(([, degree]) => typeof degree === 'object' && 'missing' in degree)
			.map(([code]) => code);
		expect(Object.keys(simulator.coverage.codes)).toEqual(
			[...Object.keys(ways), ...onlyAsFault].sort(
				(first, second) => Number(first) - Number(second),
			),
		);
	});
});
