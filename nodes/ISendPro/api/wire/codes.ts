import { startOf } from '../text/character';
import { GSM_ALONE, STOP_MENTION_CHARACTERS } from '../text/message-text';
import { SENDER_LENGTHS } from '../text/sender';
import { MAX_NUMBERS, MAX_ROWS_TEXT } from './limits';

/** What an answer's code means [4.1]. */
export interface ResultCode {
	code: number;
	/** `empty`: there are no results. */
	kind: 'success' | 'empty' | 'failure';
	/** The manual's French. iSendPro's own wording varies: never match on it. */
	message: string;
	/** What happened, in English. */
	meaning: string;
	/** What a user can do about a failure; empty otherwise. */
	advice: string;
	/** What fails for the same reason: every later request of the run, or those with the same sender. */
	stops?: 'run' | 'sender';
	/**
	 * Nothing was done, and the reason is not in the request (credit, permission, hour, load): once
	 * it is gone, the same request succeeds.
	 */
	repeatSafe: boolean;
	/** The reason is gone in a moment: worth another try at once. */
	isTransient: boolean;
	/** It may have been done all the same. */
	ambiguous: boolean;
}

/** A row of the table; what it leaves out is as in {@link DEFAULTS}. */
type Row = Pick<ResultCode, 'message' | 'meaning'> & Partial<Omit<ResultCode, 'code'>>;

const COPY_KEY =
	'Copy the key from the iSendPro customer area (Mon compte > Mon API) into the credential.';

/** A file would have more than 200,000 rows. */
export const TOO_MANY_ROWS = 205;

/** What stops the whole run, and passes once somebody has changed the account or the service is back. */
const UNTIL_MENDED = { stops: 'run', repeatSafe: true } as const;

const success = (message: string, meaning: string): Row => ({ message, meaning, kind: 'success' });

/** The rows of the manual [4.1], in its order. */
const rows: Readonly<Record<number, Row>> = {
	0: success('Votre message a bien été envoyé', 'iSendPro accepted the message'),
	1: {
		message: 'Le champ Login est vide',
		meaning: 'The key is missing',
		advice: COPY_KEY,
		...UNTIL_MENDED,
	},
	2: {
		message: 'Le champ PWD est vide',
		meaning: 'The password is missing',
		advice: COPY_KEY,
		...UNTIL_MENDED,
	},
	3: {
		message: 'Vos identifiants sont incorrects',
		meaning: 'The key is wrong',
		advice: COPY_KEY,
		...UNTIL_MENDED,
	},
	4: {
		message: 'Vous devez saisir un message',
		meaning: 'The message is empty',
		advice: 'Fill in Message. If it comes from an earlier node, check that this node gave a text.',
	},
	5: {
		message: 'Le message ne doit pas dépasser 160 caractères',
		meaning: `The message is longer than one SMS of ${GSM_ALONE} characters`,
		advice: 'Shorten the message, or set Message Maximum Parts to As Many as Needed.',
	},
	6: {
		message: 'Vous devez saisir un numéro de téléphone',
		meaning: 'The phone number is missing',
		advice:
			'Fill in the number. If it comes from an earlier node, check that this node gave a number.',
	},
	7: {
		message: 'Un numéro de téléphone est sur 10 chiffres',
		meaning: 'The phone number does not have 10 digits',
		advice: 'Correct the number: 10 digits in France, + and the country code abroad.',
	},
	11: {
		message: 'Le numéro de téléphone est dans la liste noire',
		meaning: 'The recipient is on the blacklist',
		advice:
			'Do not write to this number: its owner, or the operator, has asked for no more messages. After a new consent, take it off the blacklist with Blacklist: Remove.',
	},
	12: {
		message: 'Votre crédit de MT est épuisé',
		meaning: 'The SMS credit is used up',
		advice: 'Buy credit in the iSendPro customer area, then run the workflow again.',
		...UNTIL_MENDED,
	},
	14: {
		message: 'L’adresse IP n’est pas autorisée',
		meaning: 'iSendPro does not accept requests from this IP address',
		advice:
			'Have the public IP address of the server that runs your workflows allowed in the iSendPro customer area (Mon compte > Mon API), or switch access by IP address off there: then the key alone protects the account. Where you see neither, ask support@isendpro.com.',
		...UNTIL_MENDED,
	},
	15: {
		message: 'Vous devez indiquer un canal d’envoi',
		meaning: 'The account has no channel to send by',
		advice: 'Ask support@isendpro.com to set up a channel for your account.',
		...UNTIL_MENDED,
	},
	16: {
		message: 'L’émetteur ne peut pas être vide',
		meaning: 'The sender is empty',
		advice: `Write a sender of ${SENDER_LENGTHS} characters, or remove the option Sender.`,
		stops: 'sender',
	},
	17: {
		message: 'L’émetteur doit être sur plus de 3 caractères et 11 caractères maximum',
		meaning: 'The sender is too short or too long',
		advice: `Write a sender of ${SENDER_LENGTHS} characters.`,
		stops: 'sender',
	},
	18: {
		message: 'L’émetteur ne peut pas comporter que des chiffres',
		meaning: 'The sender has digits only',
		advice: 'Put at least one letter into the sender.',
		stops: 'sender',
	},
	19: {
		message: 'Si un émetteur est indiqué, le message ne peut pas dépasser 148 caractères',
		meaning: `The message and the STOP mention are longer than one SMS: ${GSM_ALONE - STOP_MENTION_CHARACTERS} characters are left with a sender`,
		advice: 'Shorten the message, or set Message Maximum Parts to As Many as Needed.',
	},
	21: {
		message: 'Le numéro de téléphone n’est pas attribué',
		meaning: 'The phone number is not in use',
		advice: 'Check the number with the recipient.',
	},
	22: {
		message: 'Le téléphone est attribué à un Full MVNO',
		meaning: 'The phone number belongs to a virtual operator that iSendPro does not reach',
		advice: 'Reach this recipient another way, or ask support@isendpro.com about this operator.',
	},
	23: {
		message: 'Le nombre maximum de téléphones par requête est de 500',
		meaning: `The request has more than ${MAX_NUMBERS} phone numbers`,
		advice: `Set Technical: Batch Size to ${MAX_NUMBERS} or less.`,
	},
	24: {
		message: 'Pas d’envoi commercial entre 20h et 08h, ni les dimanches et jours fériés',
		meaning:
			'Commercial messages are not sent between 20:00 and 8:00, on Sundays and on public holidays',
		advice:
			'Set Send in Quiet Hours to Postpone to the Next Allowed 8:00, or Send At to an allowed time. If your messages are not commercial, ask contact@isendpro.com to lift the restriction.',
		repeatSafe: true,
	},
	25: {
		message: 'Il est obligatoire d’indiquer le cout vers les numéros en 0899.',
		meaning: 'The message names an 0899 number without its price',
		advice: 'Add the price of the call, for example: 0899 XX XX XX (1.35€ / apl + 0.34€ / min).',
	},
	26: {
		message: 'Il est obligatoire d’indiquer le cout vers les numéros en 0892.',
		meaning: 'The message names an 0892 number without its price',
		advice: 'Add the price of the call, for example: 0892 XX XX XX (0.34€ / min).',
	},
	27: {
		message: 'L’indicatif pays du téléphone n’est pas autorisé !',
		meaning: 'The account may not send to the country of this number',
		advice:
			'Check the country code of the number, or ask support@isendpro.com to open this country for your account.',
		repeatSafe: true,
	},
	28: {
		message: 'Votre crédit de qualification est épuisé !',
		meaning: 'The credit for qualifications (getOperateur) is used up',
		advice:
			'Buy credit for this service in the iSendPro customer area, then run the workflow again. The credits for SMS and for other services do not count for it.',
		...UNTIL_MENDED,
	},
	29: {
		message: 'Nous ne pouvons donner suite à votre demande (overflow)',
		meaning: 'iSendPro has too many requests at the moment',
		advice:
			'Run the workflow again later. If it happens often, set a longer Technical: Batch Interval in Send.',
		repeatSafe: true,
		isTransient: true,
	},
	30: {
		message: 'Erreur sur le domaine de connexion',
		meaning: 'The account does not belong to the address that was asked',
		advice:
			'Check the Base URL in the credential: it must be the one of the service where the account was opened.',
		...UNTIL_MENDED,
	},
	31: {
		message: 'Le message ne doit pas dépasser [X] caractères !',
		meaning: 'The message is too long',
		advice: 'Shorten the message, or set Message Maximum Parts to As Many as Needed.',
	},
	32: {
		message: 'Le message est sur [X] SMS ([Z] caractères) alors que la demande est sur [Y] SMS',
		meaning: 'The message takes more SMS than were asked for',
		advice: 'Shorten the message, or set Message Maximum Parts to As Many as Needed.',
	},
	33: {
		message: 'Cet émetteur n’est pas autorisé !',
		meaning: 'The account may not use this sender',
		advice:
			'Use a sender that is registered for your account, or ask support@isendpro.com to register this one.',
		stops: 'sender',
		repeatSafe: true,
	},
	34: {
		message: 'La valeur de smslong doit etre un entier !',
		meaning: 'The number of SMS for a long message is not a whole number',
		advice: 'Set Message Maximum Parts to As Many as Needed or to a number from 1 to 6.',
	},
	35: {
		message: 'Votre crédit de HLR est épuisé !',
		meaning: 'The credit for verifying numbers with the operators (HLR) is used up',
		advice: 'Buy credit in the iSendPro customer area, then run the workflow again.',
		...UNTIL_MENDED,
	},
	36: {
		message: 'Vous n’etes pas autorisé à retirer le STOP SMS !',
		meaning: 'The account may not leave out the STOP mention',
		advice:
			'Switch Sender Without STOP Mention off. If your messages are not commercial, ask support@isendpro.com for the permission.',
		stops: 'sender',
		repeatSafe: true,
	},
	37: {
		message: 'Les numéros de téléphone ne sont pas tous à destination du meme pays !',
		meaning: 'The phone numbers of the request are not all of one country',
		advice: 'Check the country codes of the numbers, and send to each country by itself.',
	},
	38: {
		message: 'Le message ne doit pas dépasser [X] caractères !',
		meaning: 'The message is too long',
		advice: 'Shorten the message, or set Message Maximum Parts to As Many as Needed.',
	},
	39: {
		message: 'Le message ne doit pas dépasser [Y] caractères !',
		meaning: 'The message is too long',
		advice: 'Shorten the message, or set Message Maximum Parts to As Many as Needed.',
	},
	40: {
		message:
			'Le format de message ucs2 n’est pas autorisé pour les numéros en France métropolitaine !',
		meaning: 'Unicode messages cannot go to numbers in metropolitan France',
		advice:
			'Set Message Encoding to Automatic or Ordinary Text, or leave out the recipients in metropolitan France.',
	},
	41: {
		message: 'Vous n’etes pas autorisé aux requetes HLR !',
		meaning: 'The account may not verify numbers with the operators (HLR)',
		advice: 'Ask support@isendpro.com to open this paid service for your account.',
		...UNTIL_MENDED,
	},
	42: {
		message: 'L’émetteur ne peut pas comporter de caractères spéciaux !',
		meaning: 'The sender has special characters',
		advice: 'Use only letters without accents, digits and spaces in the sender.',
		stops: 'sender',
	},
	43: {
		message: "La date d'envoi n'est pas au bon format (AAAA-MM-JJ HH:MM)!",
		meaning: 'The date to send at is not written as iSendPro wants it (YYYY-MM-DD HH:MM)',
		advice: 'Set Send At to a date and time.',
	},
	100: success('Votre répertoire a été créé !', 'The directory was created'),
	101: {
		message: 'Vous devez saisir un nom de répertoire !',
		meaning: 'The name of the directory is missing',
		advice: 'Fill in the name of the directory.',
	},
	102: {
		message: 'Votre identifiant de répertoire ne correspond a aucune donnée!',
		meaning: 'There is no directory with this ID',
		advice:
			'Check the directory ID in the iSendPro customer area, or take it from the node that created the directory.',
		repeatSafe: true,
	},
	103: success(
		'Votre donnee a ete ajoutee dans le repertoire!',
		'The contact was added to the directory',
	),
	104: {
		message: 'Ce repertoire ne peut pas etre modifie car une campagne est programme dessus!',
		meaning: 'The directory cannot be changed while a campaign is scheduled for it',
		advice: 'Wait until the campaign has been sent, or cancel it in the iSendPro customer area.',
		repeatSafe: true,
	},
	105: {
		message: 'La donnee est deja presente dans le repertoire!',
		meaning: 'The contact is already in the directory',
		advice: 'Nothing has to be done. To change the fields of the contact, remove it first.',
	},
	106: success(
		'Votre donnee a ete supprimee du repertoire',
		'The contact was removed from the directory',
	),
	107: {
		message: "La donnee n'est pas presente dans le repertoire!",
		meaning: 'The contact is not in the directory',
		advice:
			'Nothing has to be done. If the contact should be there, check the number and the directory ID.',
	},
	201: {
		message: 'Vous devez saisir une date de debut de selection!',
		meaning: 'The start date is missing',
		advice: 'Fill in the start date.',
	},
	202: {
		message: 'Vous devez saisir une date de fin de selection!',
		meaning: 'The end date is missing',
		advice: 'Fill in the end date.',
	},
	203: {
		message: "La date de debut de selection n'est pas au bon format (AAAA-MM-JJ)",
		meaning: 'The start date is not written as iSendPro wants it (YYYY-MM-DD)',
		advice: 'Set the start date to a date and time.',
	},
	204: {
		message: "La date de fin de selection n'est pas au bon format (AAAA-MM-JJ)",
		meaning: 'The end date is not written as iSendPro wants it (YYYY-MM-DD)',
		advice: 'Set the end date to a date and time.',
	},
	[TOO_MANY_ROWS]: {
		message: 'La selection depasse 200 000 donnees! Merci de la reduire!',
		meaning: `The selection has more than ${MAX_ROWS_TEXT} rows`,
		advice: 'Choose a shorter period.',
	},
	206: {
		message: 'La selection ne correspond a aucune donnee!',
		meaning: 'The selection has no rows',
		kind: 'empty',
	},
	210: success('Le mot cle a ete ajoute', 'The keyword was added'),
	211: success('Le mot cle a ete supprime', 'The keyword was removed'),
	212: success('Liste des mot cles pour ce compte', 'The keywords of the account'),
	213: {
		message: "Le mot cle n'est pas disponible",
		meaning: 'The keyword is not available',
		advice: 'Choose another keyword.',
	},
	214: {
		message: "Le mot cle n'existe pas pour ce compte",
		meaning: 'The account does not have this keyword',
		advice: 'Check the spelling against the list of the keywords of the account.',
	},
	215: {
		message: 'Aucun mot cle pour ce compte',
		meaning: 'The account has no keywords',
		kind: 'empty',
	},
	216: {
		message: 'Le mot cle ne doit contenir ni espace ni caractere speciaux',
		meaning: 'The keyword has spaces or special characters',
		advice: 'Use only letters and digits in the keyword.',
	},
	217: {
		message: 'Le mot cle doit etre entre 3 et 20 caracteres',
		meaning: 'The keyword does not have 3 to 20 characters',
		advice: 'Choose a keyword of 3 to 20 characters.',
	},
	220: success('L emetteur a ete ajoute', 'The sender was added'),
	221: success('L emetteur a ete supprime', 'The sender was removed'),
	222: success('Liste des emetteurs pour ce compte', 'The senders of the account'),
	223: {
		message: "L emetteur n'est pas disponible",
		meaning: 'The sender is not available',
		advice: 'Choose another sender.',
	},
	224: {
		message: "L emetteur n'existe pas pour ce compte",
		meaning: 'The account does not have this sender',
		advice: 'Check the spelling against the list of the senders of the account.',
	},
	225: {
		message: 'Aucun emetteur pour ce compte',
		meaning: 'The account has no senders',
		kind: 'empty',
	},
	230: success('Le sous compte a ete ajoute', 'The sub-account was created'),
	231: {
		message: 'Vous devez saisir un identifiant/login pour la creation du sous-compte',
		meaning: 'The login of the sub-account is missing',
		advice: 'Fill in the login.',
	},
	232: {
		message: 'Vous devez saisir un mot de passe pour la creation du sous compte',
		meaning: 'The password of the sub-account is missing',
		advice: 'Fill in the password.',
	},
	233: {
		message: 'Un sous compte existe deja avec cet identifiant',
		meaning: 'There is a sub-account with this login already',
		advice: 'Choose another login, or use the sub-account that is there.',
	},
	234: {
		message: 'Aucun sous compte avec ces identifiants',
		meaning: 'There is no sub-account with this key',
		advice: 'Check the key of the sub-account: it came out when the sub-account was created.',
		repeatSafe: true,
	},
	235: {
		message: 'Vous devez renseigner l indicatif du pays associe au prix',
		meaning: 'The country code of the price is missing',
		advice: 'Fill in the country code, for example 33 for France.',
	},
	236: {
		message: 'Vous devez renseigner un prix',
		meaning: 'The price is missing',
		advice: 'Fill in the price, for example 0.049.',
	},
	237: success('Le prix a ete cree', 'The price was created'),
	238: {
		message: 'Vous devez renseigner le montant du credit a ajouter',
		meaning: 'The amount of the credit is missing',
		advice: 'Fill in the amount, for example 150.',
	},
	239: success('Le credit a ete ajoute au sous compte', 'The credit was added to the sub-account'),
	240: {
		message: 'La commande saisie ne correspond a aucune fonctionnalite',
		meaning: 'iSendPro does not know this command',
		advice: 'Check the names and values of the parameters against the manual of iSendPro.',
	},
	241: success('Le prix a ete mis a jour', 'The price was changed'),
	242: {
		message: 'Vous devez saisir la cle d identifcation du sous compte',
		meaning: 'The key of the sub-account is missing',
		advice: 'Fill in the key of the sub-account: it came out when the sub-account was created.',
	},
	243: {
		message: 'Un sous compte ne peut pas avoir de sous compte',
		meaning: 'A sub-account cannot have sub-accounts',
		advice: 'Use the credential of the main account.',
		repeatSafe: true,
	},
	244: success('La restriction STOP a ete desactivee', 'The STOP restriction was switched off'),
	245: success('La restriction STOP a ete activee', 'The STOP restriction was switched on'),
	246: success('La restriction horaire a ete desactivee', 'The time restriction was switched off'),
	247: success('La restriction horaire a ete activee', 'The time restriction was switched on'),
	248: {
		message: 'Les donnees de restriction ne sont pas correctes',
		meaning: 'The restriction is not written as iSendPro wants it (0 or 1)',
		advice: 'Choose the restriction and whether it is on or off.',
	},
	250: success('Le lien court a ete genere', 'The short link was created'),
	777: {
		message: 'Le service est en maintenance',
		meaning: 'iSendPro is down for maintenance',
		advice: 'Run the workflow again later.',
		...UNTIL_MENDED,
	},
	998: {
		message: 'L encodage du message est incorrect',
		meaning: 'The text is not encoded as the account expects it',
		advice: 'Set Text Encoding in the credential to the other value.',
		repeatSafe: true,
	},
	999: {
		message: 'Une erreur est survenue. Merci de contacter le service technique',
		meaning: 'An error happened at iSendPro',
		advice:
			'Check in the iSendPro customer area whether it was done before you repeat it, and contact support@isendpro.com.',
		ambiguous: true,
	},
};

/** A failure that stops nothing and is not repeated. */
const DEFAULTS = {
	kind: 'failure',
	advice: '',
	repeatSafe: false,
	isTransient: false,
	ambiguous: false,
} as const;

/** Every code of the manual's table [4.1], by its number. */
export const resultCodes: ReadonlyMap<number, ResultCode> = new Map(
	Object.entries(rows).map(([code, row]) => [
		Number(code),
		{ ...DEFAULTS, ...row, code: Number(code) },
	]),
);

/**
 * Looks up the code of an answer [4.1].
 * @param code the text of a `code` element
 * @returns its row of the table; for any other text a failure that is not safe to repeat, whose `code`
 * is NaN where the text is not a number
 */
export function describeCode(code = ''): ResultCode {
	// iSendPro writes no zeros in front: a text that has some is no known code.
	const number = /^(?:0|[1-9]\d*)$/.test(code) ? Number(code) : Number.NaN;
	return (
		resultCodes.get(number) ?? {
			...DEFAULTS,
			code: number,
			ambiguous: true,
			message: '',
			meaning:
				code === ''
					? 'iSendPro answered without a code'
					: `iSendPro answered with the unknown code ${startOf(code, 20)}`,
			advice:
				'Check in the iSendPro customer area whether it was done before you repeat it, and ask support@isendpro.com what the code means.',
		}
	);
}
