/*
 * All words are written as they are compared: in upper case and without accents, the forms of the
 * keywords also without doubled letters.
 */

const splitWords = (words: string) => words.split(' ');

/** Typing errors of STOP, beside doubled letters: two letters exchanged, or the key next to it. */
const STOP_SPELLINGS = splitWords('STOP SOTP STPO TSOP SYOP SROP STIP STOL STOM DTOP STOPE STOPS');

/** Words that people append to STOP: `STOPSMS`. */
const GLUED = splitWords('SMS MMS PUB SPAM SVP STP MERCI STOP TOUT');

/** STOP as a word of its own: with this word a reply may begin or end, whatever else it says. */
export const STOP_FORMS: ReadonlySet<string> = new Set([
	...STOP_SPELLINGS,
	...GLUED.map((end) => `STOP${end}`),
]);

/** The usual forms of each keyword that has some; the first is the keyword itself. */
export const KEYWORD_FORMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	[
		[...STOP_FORMS, ...splitWords('STOPER STOPEZ')],
		splitWords('ARET ARETS ARETE ARETER ARETEZ ARETES ARETSMS ARETPUB'),
		splitWords('DESABONEMENT DESABONEMENTS DESABONER DESABONEZ DESABONE DESABO DESABONT'),
		splitWords('DESINSCRIPTION DESINSCRIPTIONS DESINSCRIRE DESINSCRIVEZ DESINSCRIT DESINSCRIS'),
		splitWords('UNSUBSCRIBE UNSUBSCRIBED UNSUBSCRIBING UNSUBSCRIPTION UNSUB UNSUSCRIBE'),
	].map((forms) => [forms[0] ?? '', new Set(forms)]),
);

/** Words that may come before STOP at the beginning of a sentence: `Bonjour, stop`, `je vous dis stop`. */
export const OPENINGS: ReadonlySet<string> = new Set(
	splitWords(
		'BONJOUR BJR BONSOIR BSR SALUT SLT HELLO HI HEY OK OKAY OUI NON YES NO MERCI MRC THANKS SVP STP ' +
			'S IL VOUS PLAIT TE PLEASE PLS PLZ JUST MADAME MONSIEUR MESSIEURS MESDAMES ALORS DONC BON BAH ' +
			'BEN MAIS ET ALLEZ VEUILLEZ DESOLE SORRY JE J AI DEJA DIT DIS DEMANDE REPETE VEUX VOUDRAIS ' +
			'SOUHAITE JVEUX JVEU',
	),
);

/** What is to stop. Only beside it is `l'arrêt` a wish: `l'arrêt des SMS`, and no bus's. */
export const OBJECTS: ReadonlySet<string> = new Set(
	splitWords(
		'SMS MMS PUB PUBS PUBLICITE PUBLICITES SPAM SPAMS MESSAGE MESSAGES TEXTO TEXTOS ENVOI ENVOIS',
	),
);

/**
 * Companions only together: `désinscription de la soirée` is from an evening, `pour mon arrêt` for an
 * illness. No counterpart of STOP is seen within: `bon week-end`, `the end`, `no parar`.
 */
export const PHRASES = [
	...['BONNE JOURNEE', 'BONNE FIN DE JOURNEE', 'BONNE SOIREE', 'BONNE APRES MIDI'],
	...['BON WEEK END', 'BON WEEKEND', 'POUR ME', 'POUR SE'],
	...[
		'DE VOTRE PART',
		'NO OPT OUT',
		'THE END',
		'NO PARAR',
		'NO PARE',
		'NO PAREN',
		'NON FERMARE',
		'NON FERMATE',
		'NON FERMATEVI',
	],
	...['THANK YOU', 'VERY MUCH', 'A LOT', 'CAN YOU', 'COULD YOU', 'WOULD LIKE', 'HOW DO I'],
];

/** Words beside a keyword that do not change its meaning. */
export const COMPANIONS: ReadonlySet<string> = new Set([
	...OPENINGS,
	...OBJECTS,
	...splitWords(
		'TEXTS ENVOYER RECEVOIR LISTE A AU AUX CE CES DE D DES DU LA LE LES M ME MOI MON TOUS TOUT ' +
			'TOUTE TOUTES VOS VOTRE CORDIALEMENT CDT CDLT BIEN ETRE FAIRE POUVEZ COMMENT CA CELA RIEN ' +
			'IMMEDIAT IMMEDIATE IMMEDIATEMENT MAINTENANT DEFINITIVEMENT VITE ' +
			'AVANCE BEAUCOUP PRIE PRIERE REMERCIE VOULOIR DESIRE AIMERAIS SOUHAITERAIS POURRIEZ ' +
			'PROCEDER MA SE LISTES PUBLICITAIRES FICHIER FICHIERS BASE BASES NUMERO ' +
			'ECRIRE CONTACTER DERANGER HARCELER EMBETER IMPORTUNER SOLLICITER SPAMER SPAMMER ' +
			'MY FROM THE THIS YOUR LIST ALL TO WANT I NOW',
	),
]);

/**
 * Before STOP at the end of a sentence: a stop in the street, or the opposite (`sans stop`). Not LA:
 * the noun is masculine, and without accents `je suis pas là stop` has it.
 */
export const NOT_BEFORE_LAST: ReadonlySet<string> = new Set(
	splitWords(
		'A AU AUX UN UNE LE LES L DU DES CE CET CES DE D EN NE N SANS NON NI MON TON SON VOTRE ' +
			'NOTRE QUEL CHAQUE PREMIER DERNIER PROCHAIN PANNEAU AUTO BUS TRAM THE THIS THAT AN MY YOUR ' +
			'HIS HER OUR NEXT LAST FIRST EVERY EACH WHICH NONSTOP FULL PIT T DONT CANT WONT NOT NEVER ' +
			'WITHOUT',
	),
);

/** Before PAS where it negates STOP (`ne dites pas stop`); after any other word it negates that word. */
export const NOT_BEFORE_PAS: ReadonlySet<string> = new Set(
	splitWords(
		'NE N DE SURTOUT FAUT DOIT DEVEZ MAIS ET OUI NON OK MERCI SVP BONJOUR BONSOIR ' +
			'EST FAITES FAIS DITES DIS METTEZ METS ENVOYEZ ENVOIE TAPEZ TAPE REPONDEZ REPONDS ' +
			'ECRIVEZ ECRIS VAIS',
	),
);
