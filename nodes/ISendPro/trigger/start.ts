import { isCompanion, withPhrasesAsOne } from './companions';
import { normalizeReply, single, wordsAsCompared, wordsOf } from './reply-words';

/** Words that ask for messages again, as {@link single} leaves them. */
const START_FORMS: ReadonlySet<string> = new Set(
	wordsAsCompared(`
		start restart unstop resubscribe subscribe optin
		reprise reprendre reprenez recommencer recommencez réactiver réactivez réactivation
		réabonnement réabonner réabonnez réabonne réinscription réinscrire réinscrivez réinscris
		anmelden anmeldung aanmelden inschrijven alta reanudar reactivar
		riprendere riprendi riattivare iscrivimi iscrivetemi retomar
		старт подписаться возобновить підписатися відновити
		wznów reia reluați başlat ابدأ استئناف
	`),
);

/** Courtesy beside STOP, but a refusal here, or what makes the word one about a job: `ma reprise`. */
const REFUSING: ReadonlySet<string> = new Set(
	wordsOf('NON NO RIEN MAIS SPAM SPAMS LA MA MON CE THE'),
);

const AGAIN: ReadonlySet<string> = new Set(
	wordsOf('WIEDER WEER OPNIEUW AGAIN NUOVO NUEVO NOUVEAU'),
);

/**
 * Whether a reply asks to be written to again, e.g. `START` or `Merci de reprendre les SMS`. In doubt it
 * does not: a consent has to be clear, so only such a word alone, or with words of courtesy, is one, and a
 * question or a quoted text is none. A person decides what follows from it.
 */
export function isStart(text: string): boolean {
	const plain = normalizeReply(text)
		.replace(/(?<!\p{L})OPT[ -]IN(?!\p{L})/gu, 'OPTIN')
		.replace(/(?<![\p{L}\p{N}])S[ .-]T[ .-]A[ .-]R[ .-]T(?![\p{L}\p{N}])/gu, 'START');
	if (/[?؟\u037e]|(?:^|\n)>/.test(plain)) return false;
	const words = withPhrasesAsOne(wordsOf(plain));
	const isForm = (word: string) => START_FORMS.has(single(word));
	return (
		words.some(isForm) &&
		words.every(
			(word) => isForm(word) || AGAIN.has(word) || (isCompanion(word) && !REFUSING.has(word)),
		)
	);
}
