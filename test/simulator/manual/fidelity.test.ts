import { CODE_MESSAGES } from '../../../simulator/manual/codes';
import { coverage } from '../../../simulator/manual/fidelity';
import { routes } from '../../../simulator/requests/routes';
import { createPlaceholders, post, simulator, useSimulator } from '../client';

/** Copied by hand from the manual: what it documents, section by section. */
const sections =
	'3.1 3.2 3.3 3.3.4 3.4 3.5 3.6 3.7.1 3.7.2 3.7.3 3.7.4 3.8 3.9 3.10 3.11 3.12 3.13 3.14 3.15 3.16 3.17.1 3.17.2 3.17.3 3.17.4 3.17.5 3.18'.split(
		' ',
	);

const one = 'sms=a&num=0601020304';
const add = 'repertoireEdit=add&repertoireId=[directory]';
const report = 'rapportCampagne=1&date_deb=2016-11-02%2009:00&date_fin=2016-11-17%2017:45';
const addAccount = 'subAccountEdit=addAccount&subAccountLogin=b&subAccountPassword=b';
const setPrice =
	'subAccountEdit=setPrice&subAccountKeyId=[key]&subAccountPrice=0.049&subAccountCountryCode=33';
const create = 'repertoireEdit=create&repertoireNom=a';
const addCredit = 'subAccountEdit=addCredit&subAccountKeyId=[key]&subAccountAddCredit=150';

/** Copied by hand from the manual: its arguments, each in a request that needs it. */
const requestsByArgument: Record<string, string> = {
	keyid: 'credit=1',
	credit: 'credit=2',
	sms: one,
	num: one,
	emetteur: `${one}&emetteur=Acme`,
	nostop: `${one}&emetteur=Acme&nostop=1`,
	numAzur: `${one}&numAzur=1`,
	tracker: `${one}&tracker=t1`,
	smslong: `${one}&smslong=999`,
	numX: 'sms=a&num1=0601020304&num500=0601020305',
	smsX: 'sms1=a&num1=0601020304&sms500=a&num500=0601020305',
	trackerX: 'sms=a&num1=0601020304&tracker1=a&num500=0601020305&tracker500=b',
	repertoireId: 'repertoireId=[directory]&sms=a',
	comptage: `${one}&comptage=1`,
	date_envoi: `${one}&date_envoi=2016-11-25%2016:30`,
	gmt_zone: `${one}&date_envoi=2016-11-25%2016:30&gmt_zone=America%2FHavana`,
	repertoireEdit: create,
	repertoireNom: create,
	champY: `${add}&num1=0601020306&champ1=a&champ27=b`,
	champY_X: `${add}&num1=0601020306&num2=0601020307&champ1_1=a&champ27_2=b`,
	rapportCampagne: report,
	date_deb: report,
	date_fin: report,
	getHLR: 'getHLR=1&num1=0601020304',
	setlisteNoire: 'setlisteNoire=1&num1=0601020304',
	delListeNoire: 'delListeNoire=1&num1=0601020304',
	getListeNoire: 'getListeNoire=1',
	ucs2: 'sms=a&num=0032470123456&ucs2=1',
	subAccountEdit: addAccount,
	subAccountLogin: addAccount,
	subAccountPassword: addAccount,
	subAccountKeyId: addCredit,
	subAccountPrice: setPrice,
	subAccountCountryCode: setPrice,
	subAccountAddCredit: addCredit,
	subAccountRestrictionStop:
		'subAccountEdit=setRestriction&subAccountKeyId=[key]&subAccountRestrictionStop=0',
	subAccountRestrictionTime:
		'subAccountEdit=setRestriction&subAccountKeyId=[key]&subAccountRestrictionTime=0',
	shortlink: 'shortlink=https%3A%2F%2Fwww.monsite.com%2Fnouveauproduit.php',
};

/** Copied by hand from the manual: the parameters of the calls to the customer. */
const parameters =
	'tel libelle statut code_erreur date heure id operateur tracker id_retour msg_sms'.split(' ');

useSimulator({ account: { noStopAllowed: true } });

describe('The table of fidelity', () => {
	it('names every section that documents a request or a call', () => {
		expect(Object.keys(coverage.requests)).toEqual(sections);
	});

	it('names every route, and no other kind of request', () => {
		const inTable = new Set(Object.values(coverage.requests).map(({ kind }) => kind));
		const routed = new Set(routes.map(({ kind }) => kind));
		routed.delete('unknown');
		expect([...inTable].sort()).toEqual([...routed, 'receipt', 'reply'].sort());
	});

	it('names every argument of the manual, and no other', () => {
		expect(Object.keys(coverage.arguments).sort()).toEqual(Object.keys(requestsByArgument).sort());
	});

	it('names every parameter of the calls to the customer, and no other', () => {
		expect(Object.keys(coverage.parameters).sort()).toEqual([...parameters].sort());
	});

	it('names every code of the manual, and no other', () => {
		expect(Object.keys(coverage.codes).map(Number)).toEqual([...CODE_MESSAGES.keys()]);
	});

	it('gives a reason for what is not exact', () => {
		const { requests, arguments: named, parameters: called, codes: numbered } = coverage;
		const degrees = [
			...Object.values(requests).map(({ degree }) => degree),
			...Object.values(named),
			...Object.values(called),
			...Object.values(numbered),
		];
		for (const degree of degrees) {
			if (degree !== 'exact') expect(Object.values(degree).join('').length).toBeGreaterThan(20);
		}
	});
});

describe('Each argument of the manual', () => {
	it.each(Object.entries(requestsByArgument))('has an effect: %s', async (name, form) => {
		const fill = await createPlaceholders();
		await post(fill(`${add}&num1=0601020304`));
		await post(fill(form));
		const request = simulator.requests.at(-1);
		const pattern = new RegExp(`^${name.replace(/[XY]/g, '\\d+')}$`);
		const given = Object.keys(request?.arguments ?? {});
		expect(given.some((argument) => pattern.test(argument))).toBe(true);
		expect(request?.ignoredArguments).toEqual([]);
	});
});
