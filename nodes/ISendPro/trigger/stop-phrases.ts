import { wordsAsCompared } from './reply-words';

/**
 * Refusals of several words, alternatives with `|`; `#` is what is to stop. NE and JAMAIS may stand beside
 * them.
 */
const REFUSALS = [
	...['plus recevoir', 'plus rien recevoir', 'plus m|nous envoyer|ecrire', 'plus envoyer|ecrire'],
	'envoyez|envoie|ecrivez|ecris|contactez|appelez|derangez plus',
	'plus me|nous|m contacter|ecrire|envoyer|deranger|solliciter|harceler|appeler|importuner',
	...['plus contacter', 'plus de|ces|vos|aucun #', 'plus de vos #', 'plus d envoi|envois'],
	...['plus jamais de #', 'plus jamais m|me|nous ecrire|envoyer|contacter|deranger', 'fini les #'],
	...['marre de vos|ces|tous #', 'en ai marre de vos|ces #'],
	'plus etre contacte|contactee|sollicite|sollicitee|derange|derangee|importune|importunee',
];

const WISHES = [
	...['retirez|enlevez|supprimez|effacez|otez|rayez|retire|enleve|supprime|efface|raye moi'],
	...['oubliez|lachez|oublie|lache moi', 'me retirer|enlever|supprimer|effacer|rayer'],
	...['retirez|retirer|enlevez|enlever|supprimez|supprimer|effacez|effacer|rayez mon|ce numero'],
	...['laissez|laisse|fichez|foutez moi|nous la|en paix', 'laissez|laisse|foutez moi tranquille'],
	...['laissez|fichez|foutez|laisse moi la paix', 'ras le bol', 'm oppose'],
	...['opt out', 'opt me out', 'remove me', 'take me off', 'leave me alone', 'stop all'],
	...['no more #|text|texts', 'do not|never text|contact|message|sms me'],
	...['don t text|contact|message me', 'dont text|contact|message me', 'delete|remove my number'],
	...[
		'keine weiteren #',
		'von der liste streichen',
		'keine|kein # mehr',
		'nicht mehr schreiben|anschreiben|kontaktieren|senden',
		'hören sie auf',
	],
	...['streichen|löschen sie mich', 'löschen sie meine nummer|daten', 'meine nummer löschen'],
	...['lassen sie mich|uns in ruhe', 'lass|lasst mich in ruhe', 'hör|hört auf'],
	...['geen # meer', 'niet meer sturen|schrijven|contacteren|bellen', 'hou|houd op', 'stop ermee'],
	...['schrijf mij|me|ons uit', 'meld mij|me|ons af', 'laat mij|me|ons met rust'],
	...['dar|darme|denme|deme|darse de baja|baixa', 'no mas #', 'no quiero mas|recibir'],
	...['no me envien|manden|escriban|contacten|envie|mande|escriba', 'no envien|enviar mas'],
	...['dejen|deje|deja|dejad de enviar|enviarme|mandar|mandarme|escribir|escribirme'],
	...['dejenme|dejadme|dejeme en paz', 'non voglio|vogliamo piu #', 'non voglio piu ricevere'],
	...[
		'non inviatemi|scrivetemi|mandatemi|contattatemi|inviate|mandate piu',
		'niente piu #',
		'basta #',
	],
	...['lasciatemi|lasciami in pace', 'nao enviar|enviem|envie mais', 'nao quero receber|mais'],
	...['nao me enviem|envie|mandem|mande|contactem|escrevam', 'chega de #', 'deixem me em paz'],
	...['para|parar de enviar|enviarme|mandar', 'toglietemi|rimuovetemi dalla lista'],
	...['pare|parem|deixem de enviar', 'pare|parem|deixem de me enviar'],
	...[
		'nie wysyłać|wysyłajcie|pisać|piszcie|wysyłaj|pisz',
		'proszę wypisać',
		'mnie wypisać',
		'nie chcę #',
		'nie chcę więcej|już #',
	],
	...[
		'не пишите|пиши|присылайте|отправляйте|шлите|беспокойте',
		'не надо #',
		'удалите|уберите меня',
	],
	...[
		'прекратите|хватит слать|писать|присылать',
		'удалите мой номер',
		'не хочу получать',
		'не пишіть|надсилайте|турбуйте',
		'видаліть мене',
	],
	...['μην στέλνετε|στέλνεις|ξαναστείλετε', '# göndermeyin|gönderme|atmayın|istemiyorum'],
	...['nu mai trimiteti', 'nu mai vreau #', 'nu mai vreau sa primesc'],
	...['الغاء الاشتراك', 'لا ترسل|ترسلوا', 'لا أريد رسائل|الرسائل'],
];

const THINGS =
	'sms|mms|pub|pubs|publicite|publicites|spam|spams|message|messages|texto|textos|envois|' +
	'nachricht|nachrichten|werbung|bericht|berichten|reclame|mensaje|mensajes|publicidad|' +
	'messaggio|messaggi|pubblicita|mensagem|mensagens|publicidade|wiadomości|mesaj|mesaje|' +
	'смс|сообщений|сообщения|повідомлень';

/** The phrases: for each word what it may be, and whether NE may stand beside them. */
export const PHRASE_COUNTERPARTS: ReadonlyArray<{
	words: ReadonlyArray<ReadonlySet<string>>;
	isRefusal: boolean;
}> = [
	...REFUSALS.map((phrase) => ({ words: readPhrase(phrase), isRefusal: true })),
	...WISHES.map((phrase) => ({ words: readPhrase(phrase), isRefusal: false })),
];

function readPhrase(phrase: string): Array<ReadonlySet<string>> {
	return phrase
		.replaceAll('#', THINGS)
		.split(' ')
		.map((word) => new Set(wordsAsCompared(word)));
}
