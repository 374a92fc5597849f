import { isCompanion, withPhrasesAsOne } from './companions';
import { normalizeReply, single, wordsOf } from './reply-words';

/** Words that ask for messages again, as {@link single} leaves them. */
const START_FORMS: ReadonlySet<string> = new Set(
	wordsOf(
		normalizeReply(`
			start restart unstop resubscribe subscribe optin
			reprise reprendre reprenez recommencer recommencez
			reabonnement reabonner reabonnez reabonne reinscription reinscrire reinscrivez reinscris
			anmelden anmeldung aanmelden inschrijven alta reactivar riprendere riprendi retomar
			старт подписаться підписатися wznow reia reluati ابدأ استئناف
		`),
	).map(single),
);

/** Courtesy beside STOP, but a refusal here. */
const REFUSING: ReadonlySet<string> = new Set(['NON', 'NO', 'RIEN', 'MAIS', 'SPAM', 'SPAMS']);

/**
 * Whether a reply asks to be written to again, e.g. `START` or `Merci de reprendre les SMS`. In doubt it
 * does not: a consent has to be clear, so only such a word alone, or with words of courtesy, is one, and a
 * question or a quoted text is none. A person decides what follows from it.
 */
export function isStart(text: string): boolean {
	const plain = normalizeReply(text).replace(/(?<!\p{L})OPT[ -]IN(?!\p{L})/gu, 'OPTIN');
	if (/[?؟\u037e]|(?:^|\n)>/.test(plain)) return false;
	const words = withPhrasesAsOne(wordsOf(plain));
	const isForm = (word: string) => START_FORMS.has(single(word));
	return (
		words.some(isForm) &&
		words.every((word) => isForm(word) || (isCompanion(word) && !REFUSING.has(word)))
	);
}
