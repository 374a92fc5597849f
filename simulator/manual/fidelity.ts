import { CODE_MESSAGES } from './codes';

/** How faithfully a part of the manual is simulated, and the reason when it is not exact. */
type Degree = 'exact' | { approximate: string } | { missing: string };

const approximate = (why: string): Degree => ({ approximate: why });

/** No request leads to such a code. */
const forcedOnly = (why: string): Degree => ({
	missing: `Only as a fault: ${why}`,
});

const all = (names: ReadonlyArray<string | number>, degree: Degree) =>
	Object.fromEntries(names.map((name) => [name, degree]));

const request = <Kind extends string>(kind: Kind, why?: string) => ({
	kind,
	degree: why === undefined ? 'exact' : approximate(why),
});

const EXACT_ARGUMENTS =
	'keyid credit sms num emetteur nostop numX smsX smslong comptage date_envoi repertoireId repertoireEdit repertoireNom champY champY_X rapportCampagne date_deb date_fin getHLR setlisteNoire delListeNoire getListeNoire ucs2 subAccountEdit subAccountLogin subAccountPassword subAccountKeyId subAccountPrice subAccountCountryCode subAccountAddCredit subAccountRestrictionStop subAccountRestrictionTime';
const EXACT_PARAMETERS = 'tel statut date heure id tracker id_retour msg_sms';

const KEYWORDS = [210, 211, 212, 213, 214, 215, 216, 217];
const SENDERS = [220, 221, 222, 223, 224, 225];

/** How faithfully each part of the manual is simulated, by its own name. */
export const coverage = {
	/** By section. `receipt` and `reply` are the calls that iSendPro makes. */
	requests: {
		'3.1': request('balance'),
		'3.2': request('send'),
		'3.3': request('send', 'Countries that share a calling code (United States, Canada) are one'),
		'3.3.4': request('sendToDirectory', 'No answer is shown; it is a code and its message'),
		'3.4': request('count', 'Whether characters include the STOP mention is not said; they do not'),
		'3.5': request('send'),
		'3.6': request('send'),
		'3.7.1': request('directoryCreate'),
		'3.7.2': request('directoryAdd'),
		'3.7.3': request('directoryAdd'),
		'3.7.4': request('directoryRemove'),
		'3.8': request(
			'report',
			'The text of the information columns and the end of the period are guesses',
		),
		'3.9': request('send'),
		'3.10': request('receipt', 'The operator of a number abroad is not named'),
		'3.11': request('reply'),
		'3.12': request('verify'),
		'3.13': request('blacklistAdd', 'A number that is already listed is not described; it is OK'),
		'3.14': request('blacklistRemove'),
		'3.15': request('blacklistDownload', 'An empty one is not described; it has only a header'),
		'3.16': request('send'),
		'3.17.1': request('subAccount'),
		'3.17.2': request('subAccount'),
		'3.17.3': request('subAccount', 'Whether the main account pays is not said; it does not'),
		'3.17.4': request('subAccount'),
		'3.17.5': request('subAccount'),
		'3.18': request('shortLink', 'An invalid URL has no code; it gets 999'),
	},
	/** Arguments of the requests. */
	arguments: {
		...all(EXACT_ARGUMENTS.split(' '), 'exact'),
		...all(['tracker', 'trackerX'], approximate('An invalid one has no code; it gets 999')),
		numAzur: approximate('The simulator chooses the number; it overrides emetteur'),
		gmt_zone: approximate('An unlisted zone has no code; it gets 999'),
		shortlink: approximate('An invalid URL has no code; it gets 999'),
	},
	/** Parameters of the calls to the customer's pages [3.10, 3.11]. */
	parameters: {
		...all(EXACT_PARAMETERS.split(' '), 'exact'),
		libelle: approximate('Worded like the example; the text of a failure is guessed'),
		code_erreur: approximate(
			'One usual value for each outcome and operator, or the one that was set',
		),
		operateur: approximate('Numbers abroad have INTERNATIONAL'),
	},
	codes: {
		...all([...CODE_MESSAGES.keys()], 'exact'),
		...all([1, 2], forcedOnly('keyid replaces login and password')),
		15: forcedOnly('no argument of the manual chooses a channel'),
		21: approximate('A property of a phone, or a number that is not a mobile number'),
		22: approximate('A property of a phone, not of its number'),
		...all([25, 26], approximate('A cost is a digit before a euro sign')),
		28: forcedOnly('the manual does not say what a qualification is'),
		29: forcedOnly('the manual gives no limit'),
		30: forcedOnly('the manual does not say which domain is meant'),
		31: approximate('Read as more than six parts with smslong=999'),
		38: approximate('Read as more than one part with ucs2 and without smslong'),
		39: approximate('Read as more than six parts with ucs2'),
		...all([...KEYWORDS, ...SENDERS], forcedOnly('the manual shows no request that gives it')),
		998: approximate('Also for a character that is in neither table of 4.2'),
		999: approximate('For an invalid tracker, zone or short link, or as a fault'),
	},
} satisfies Record<string, Record<string, Degree | { kind: string; degree: Degree }>>;

export type Coverage = typeof coverage;

/** The requests of the manual, and `unknown` for any other. */
export type RequestKind =
	| Exclude<Coverage['requests'][keyof Coverage['requests']]['kind'], 'receipt' | 'reply'>
	| 'unknown';
