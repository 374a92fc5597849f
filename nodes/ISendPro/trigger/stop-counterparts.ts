import { normalizeReply, single, wordsOf } from './reply-words';

/** The words of a list as they are compared. */
const wordsAsCompared = (list: string) => wordsOf(normalizeReply(list)).map(single);

/**
 * What says STOP in one word elsewhere, and in French. They count alone or with words of courtesy:
 * in a sentence many of them mean something else. What may well be about an appointment or an order
 * (`CANCEL`, `ANNULER`, `FIN`) is not among them: a person reads it.
 */
export const COUNTERPARTS: ReadonlySet<string> = new Set(
	wordsAsCompared(`
		cessez cesser halte stopall optout end quit
		stoppen halt abmelden abmeldung abbestellen abbestellung austragen
		stoppen stopt ophouden afmelden afmelding uitschrijven uitschrijving
		baja parar pare paren alto basta detener
		basta fermare fermate cancellami cancellatemi disiscrivi disiscrivimi disiscrizione disdetta
		sair pare parem parar remover descadastrar
		wypisz rezygnuje rezygnacja zatrzymaj
		отписка отписаться отпишите отпишись хватит прекратите остановите
		відписка відписатися відпишіть досить припиніть зупинити зупиніть
		διακοπη διαγραφη σταματηστε σταματα
		durdur durdurun iptal ret
		stopati dezabonare dezabonati dezaboneaza opriti opreste
		odjava odhlasit stoj avmeld afmeld avsluta slutt lopeta leiratkozas
		قف توقف توقفوا ايقاف أوقف أوقفوا الغاء ستوب كفى
		停止 退订 退訂 הסר הסירו
	`),
);

/** STOP itself in an alphabet of its own: a reply may begin with it, whatever follows. */
export const STOP_ABROAD = wordsAsCompared('توقف توقفوا أوقف أوقفوا ايقاف ستوب');

/**
 * Refusals of several words, alternatives with `|`; `#` is what is to stop. NE may stand beside them.
 */
const REFUSALS = [
	...['plus recevoir', 'plus rien recevoir', 'plus m|nous envoyer|ecrire', 'plus envoyer|ecrire'],
	...['envoyez|envoie|ecrivez|contactez plus', 'plus me|nous contacter|ecrire|envoyer|deranger'],
	...[
		'plus contacter',
		'plus de #',
		'plus de vos #',
		'plus vos|ces|aucun #',
		'plus d envoi|envois',
	],
	...['plus etre contacte|contactee|sollicite|sollicitee|derange|derangee'],
];

const WISHES = [
	...['retirez|enlevez|supprimez|effacez|otez|rayez|retire|enleve|supprime|efface|raye moi'],
	...['me retirer|enlever|supprimer|effacer|rayer'],
	...['retirez|retirer|enlevez|enlever|supprimez|supprimer|effacez|effacer|rayez mon|ce numero'],
	...['laissez|laisse|fichez|foutez moi la paix', 'laissez|laisse moi tranquille'],
	...[
		'opt out',
		'opt me out',
		'remove me',
		'take me off',
		'leave me alone',
		'no more #|text|texts',
	],
	...['do not|never text|contact|message|sms me', 'don t text|contact|message me'],
	...['dont text|contact|message me', 'stop all'],
	...['keine|kein #|nachrichten|werbung mehr', 'nicht mehr schreiben', 'streichen sie mich'],
	...['geen #|berichten|reclame meer', 'schrijf mij|me|ons uit', 'meld mij|me|ons af'],
	...['dar|darme|denme|deme|darse de baja', 'no mas #|mensajes|publicidad', 'no envien|enviar mas'],
	...['non inviatemi|scrivetemi piu', 'niente piu #|messaggi', 'basta #|messaggi|pubblicita'],
	...['nao enviar|enviem|envie mais', 'nao quero receber', 'chega de #|mensagens'],
	...['nie wysylac|wysylajcie', 'prosze wypisac'],
	...['не пишите|присылайте|отправляйте|шлите|беспокойте', 'не пишіть|надсилайте|турбуйте'],
	...['nu mai trimiteti', 'الغاء الاشتراك', 'لا ترسل|ترسلوا'],
];

/** The phrases: for each word what it may be, and whether NE may stand beside them. */
export const PHRASE_COUNTERPARTS: ReadonlyArray<{
	words: ReadonlyArray<ReadonlySet<string>>;
	isRefusal: boolean;
}> = [
	...REFUSALS.map((phrase) => ({ words: readPhrase(phrase), isRefusal: true })),
	...WISHES.map((phrase) => ({ words: readPhrase(phrase), isRefusal: false })),
];

function readPhrase(phrase: string): Array<ReadonlySet<string>> {
	const things = 'sms|mms|pub|pubs|publicite|publicites|spam|spams|message|messages|texto|textos';
	return phrase
		.replaceAll('#', things)
		.split(' ')
		.map((word) => new Set(wordsAsCompared(word)));
}

/** Courtesy in other languages. */
export const COURTESY_ABROAD: ReadonlySet<string> = new Set(
	wordsOf(
		normalizeReply(`
			bitte danke hallo moin servus guten tag ich mich sie mir sofort von liste
			aub alstublieft alsjeblieft bedankt dank graag mij ons goedendag
			hola gracias por favor quiero
			ciao buongiorno salve grazie favore voglio
			ola obrigado obrigada quero bom dia
			dzien dobry prosze dziekuje mnie chce
			здравствуйте добрый день пожалуйста спасибо меня мне нам прошу хочу смс сообщения
			добрий будь ласка дякую мене мені від розсилки рассылки от
			παρακαλω ευχαριστω
			lutfen tesekkurler merhaba
			multumesc multumim rog buna
			من فضلك شكرا السلام عليكم الرسائل رسائل
		`),
	),
);

/** What begins like STOP and is another word. */
export const OTHER_WORDS: ReadonlySet<string> = new Set(
	wordsAsCompared('stopover stopovers stopwatch stoplight stopgap stopcontact stoppeur stoppeuse'),
);

/** What differs from STOP by one letter and is a word of its own, or short for one. */
const NEAR_WORDS = new Set(
	'TOP STP SHOP STEP SLOP STAP STOF STOK STOW STOA STOR STOT SWOP'.split(' '),
);

/** A word that differs from STOP by one letter: `SFTOP`, `STO`, `SGOP`. Only alone is it one. */
export function isStopMisspelt(word: string): boolean {
	if (word.length < 3 || word.length > 5) return false;
	const written = single(word);
	return !NEAR_WORDS.has(written) && isOneLetterFrom('STOP', written);
}

/** Whether one letter less, more or another makes one word of the other. */
function isOneLetterFrom(word: string, other: string): boolean {
	const start = [...word].findIndex((letter, index) => letter !== other[index]);
	const from = start < 0 ? word.length : start;
	const rests = [
		[1, 1],
		[1, 0],
		[0, 1],
	] as const;
	return rests.some(
		([here, there]) =>
			word.slice(from + here) === other.slice(from + there) && word.length + there > from,
	);
}
