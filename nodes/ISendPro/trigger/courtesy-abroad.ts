import { normalizeReply, wordsOf } from './reply-words';

const wordsIn = (list: string) => new Set(wordsOf(normalizeReply(list)));

/** Greetings and courtesy of other languages: STOP may come after them. */
export const OPENINGS_ABROAD: ReadonlySet<string> = wordsIn(`
	bitte danke hallo moin servus guten tag
	aub alstublieft alsjeblieft bedankt dank graag goedendag
	hola gracias por favor quiero
	ciao buongiorno salve grazie favore voglio
	ola obrigado obrigada quero bom dia
	dzień dobry proszę dziękuję chcę
	здравствуйте добрый день пожалуйста спасибо прошу хочу
	добрий будь ласка дякую
	παρακαλώ ευχαριστώ
	lütfen teşekkürler merhaba
	mulţumesc mulțumim vă rog bună
	من فضلك شكرا السلام عليكم
`);

/** Words of other languages beside a counterpart of STOP that do not change its meaning. */
export const COMPANIONS_ABROAD: ReadonlySet<string> = wordsIn(`
	ich mich sie mir uns sofort von der liste will möchte wollen nachricht nachrichten werbung
	senden schicken schreiben erhalten bekommen zusenden
	ik mij ons wil meer berichten reclame ontvangen krijgen sturen van lijst
	mensaje mensajes publicidad lista sus mas
	messaggi messaggio pubblicita dalla vostra piu
	mensagem mensagens publicidade mais
	mnie więcej już wiadomości mi
	меня мне нам смс сообщения сообщений больше никогда от рассылки
	мене мені нам від розсилки більше повідомлення повідомлень
	again
	μου τα άλλα μηνύματα πια
	mesaj mesaje bana
	الرسائل رسائل لي ارجو
`);
