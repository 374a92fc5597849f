import { wordsAsCompared } from './reply-words';

/**
 * What says STOP in one word elsewhere, and in French. They count alone or with words of courtesy:
 * in a sentence many of them mean something else. What may well be about an appointment, an order or a
 * contract (`CANCEL`, `ANNULER`, `FIN`, `RÉSILIER`, `KÜNDIGEN`), or answer a question (`ASSEZ`), is not
 * among them: a person reads it.
 */
export const COUNTERPARTS: ReadonlySet<string> = new Set(
	wordsAsCompared(`
		cessez cesser halte stopall optout end quit
		stoppen halt abmelden abmeldung abbestellen abbestellung austragen aufhören ofmellen
		stopt ophouden afmelden afmelding uitschrijven uitschrijving
		baja para pare paren parad parar alto basta detener baixa atura aturar prou
		fermare fermate fermatevi smettila smettetela cancellami cancellatemi
		disiscrivi disiscrivimi disiscrivetemi disiscrizione disdetta
		sair parem chega remover descadastrar
		wypisz wypiszcie rezygnuję rezygnacja zatrzymaj przestań przestańcie
		отписка отписаться отписатся отписать отпиши отпишите отпишись хватит прекратите остановите
		отпишете спри спрете
		відписка відписатися відписатись відпишіть досить припиніть зупинити зупиніть
		διακοπή διαγραφή σταματήστε σταμάτα απεγγραφή
		durdur durdurun iptal ret çıkış
		stopati dezabonare dezabonati dezaboneaza opriti opreste
		odjava odjavi prekini prestani zaustavi одјава odhlasit odhlásit leiratkozas leiratkozom
		stoj avmeld avregistrera afmeld frameld avslutt avsluta sluta slutt lopeta loobu lõpeta
		atteikties atsisakyti atsisakau çregjistrohu ndalo ndal avregistrer
		قف توقف توقفوا توقفي ايقاف أوقف أوقفوا الغاء ستوب كفى لغو
		הסר הסירו תפסיקו
		停止 请停止 停 不要再发 不要再发了 退订 退訂 取消订阅 取消訂閱 配信停止 やめて 중지 수신거부 그만 หยุด
		dừng ngừng berhenti रोकें बंद
		ajanony atsaharo simamisha paouez gelditu
	`),
);

/** Before STOP at the end of a sentence in another language: a stop in the street, or the opposite. */
export const NOT_BEFORE_LAST_ABROAD: ReadonlySet<string> = new Set(
	wordsAsCompared(`
		nicht kein keinen ohne ein einen einem der dem nächster nächsten
		niet geen zonder een volgende laatste
		el sin próximo último il prossimo ultimo senza uno sem não um nie bez nu fara
		не без ні χωρίς μην
	`),
);
