import { codeMessages } from './codes';
import type { RequestKind } from './types/request-kind';

/** How faithfully something of the manual is simulated; the last two say why. */
export type Degree = 'exact' | { approximate: string } | { missing: string };

export interface CoveredRequest {
	/** What the gateway takes it for; the last two are the calls that it makes itself. */
	kind: RequestKind | 'receipt' | 'reply';
	degree: Degree;
}

/** Everything the manual names, by its own name. */
export interface Coverage {
	/** By section. */
	requests: Record<string, CoveredRequest>;
	/** Arguments of the requests. */
	arguments: Record<string, Degree>;
	/** Parameters of the calls to the customer's pages [3.10, 3.11]. */
	parameters: Record<string, Degree>;
	codes: Record<number, Degree>;
}

const approximate = (why: string): Degree => ({ approximate: why });

const forcedOnly = (why: string) => approximate(`Only as a fault that was asked for: ${why}`);

const undocumented = approximate(
	'The manual lists the codes but no request; its arguments are modelled on repertoireEdit',
);

const requests: Coverage['requests'] = {
	'3.1': { kind: 'balance', degree: 'exact' },
	'3.2': { kind: 'send', degree: 'exact' },
	'3.3': {
		kind: 'send',
		degree: approximate(
			'Two countries with one calling code, such as the United States and Canada, count as the same',
		),
	},
	'3.3.4': {
		kind: 'sendToDirectory',
		degree: approximate('The manual shows no answer; a code and its message are given'),
	},
	'3.4': {
		kind: 'count',
		degree: approximate('The manual does not say whether the STOP mention is counted; it is not'),
	},
	'3.5': { kind: 'send', degree: 'exact' },
	'3.6': { kind: 'send', degree: 'exact' },
	'3.7.1': { kind: 'directoryCreate', degree: 'exact' },
	'3.7.2': { kind: 'directoryAdd', degree: 'exact' },
	'3.7.3': { kind: 'directoryAdd', degree: 'exact' },
	'3.7.4': { kind: 'directoryRemove', degree: 'exact' },
	'3.8': {
		kind: 'report',
		degree: approximate(
			'The wording of the information columns and the end of the period are guessed',
		),
	},
	'3.9': { kind: 'send', degree: 'exact' },
	'3.10': { kind: 'receipt', degree: approximate('The operator of a number abroad is not named') },
	'3.11': { kind: 'reply', degree: 'exact' },
	'3.12': { kind: 'verify', degree: 'exact' },
	'3.13': {
		kind: 'blacklistAdd',
		degree: approximate('Adding a number that is there already is not described; it is OK'),
	},
	'3.14': { kind: 'blacklistRemove', degree: 'exact' },
	'3.15': {
		kind: 'blacklistDownload',
		degree: approximate('An empty blacklist is not described; it is a file with its header alone'),
	},
	'3.16': { kind: 'send', degree: 'exact' },
	'3.17.1': { kind: 'subAccount', degree: 'exact' },
	'3.17.2': { kind: 'subAccount', degree: 'exact' },
	'3.17.3': {
		kind: 'subAccount',
		degree: approximate('Whether the credit is taken from the main account is not said; it is not'),
	},
	'3.17.4': { kind: 'subAccount', degree: 'exact' },
	'3.17.5': { kind: 'subAccount', degree: 'exact' },
	'3.18': {
		kind: 'shortLink',
		degree: approximate('No code is given for a bad address; it is 999'),
	},
	'4.1 keywords': { kind: 'keyword', degree: undocumented },
	'4.1 senders': { kind: 'sender', degree: undocumented },
};

const exactArguments =
	'keyid credit sms num emetteur nostop numX smsX smslong comptage date_envoi repertoireId repertoireEdit repertoireNom champY champY_X rapportCampagne date_deb date_fin getHLR setlisteNoire delListeNoire getListeNoire ucs2 subAccountEdit subAccountLogin subAccountPassword subAccountKeyId subAccountPrice subAccountCountryCode subAccountAddCredit subAccountRestrictionStop subAccountRestrictionTime'.split(
		' ',
	);

const badTracker = approximate('A tracker that is none has no code of its own; it is 999');

const argumentDegrees: Coverage['arguments'] = {
	...Object.fromEntries(exactArguments.map((name) => [name, 'exact' as const])),
	tracker: badTracker,
	trackerX: badTracker,
	numAzur: approximate(
		'The number of SMS Azur is one that the simulator chose; it wins over emetteur',
	),
	gmt_zone: approximate('A zone that is not listed has no code of its own; it is 999'),
	shortlink: approximate('A bad address has no code of its own; it is 999'),
};

const parameters: Coverage['parameters'] = {
	...Object.fromEntries(
		'tel statut date heure id tracker id_retour msg_sms'
			.split(' ')
			.map((name) => [name, 'exact' as const]),
	),
	libelle: approximate('Worded like the example; the text of a failure is guessed'),
	code_erreur: approximate('One usual value for each outcome and operator, or the one asked for'),
	operateur: approximate('Numbers abroad have INTERNATIONAL'),
};

const otherLogin = forcedOnly('keyid took the place of log-in and password');

const codeDegrees: Coverage['codes'] = {
	...Object.fromEntries([...codeMessages.keys()].map((code) => [code, 'exact' as const])),
	1: otherLogin,
	2: otherLogin,
	15: forcedOnly('no argument of the manual chooses a channel'),
	21: approximate('Known of a phone, or of a number that no mobile phone has'),
	22: approximate('Known of a phone, not of its number'),
	25: approximate('A cost is a digit before a euro sign'),
	26: approximate('A cost is a digit before a euro sign'),
	28: forcedOnly('the manual does not say what a qualification is'),
	29: forcedOnly('the manual gives no limit'),
	30: forcedOnly('the manual does not say which domain is meant'),
	31: approximate('Taken as more than six parts with smslong=999'),
	38: approximate('Taken as more than one part with ucs2 and without smslong'),
	39: approximate('Taken as more than six parts with ucs2'),
	...Object.fromEntries(
		[210, 211, 212, 213, 214, 215, 216, 217, 220, 221, 222, 223, 224, 225].map((code) => [
			code,
			undocumented,
		]),
	),
	998: approximate('Also for a character that is in neither table of 4.2'),
	999: approximate('For a bad tracker, zone or short link, or when it is asked for'),
};

/** What of the manual is simulated, and how faithfully. */
export const coverage: Coverage = {
	requests,
	arguments: argumentDegrees,
	parameters,
	codes: codeDegrees,
};
