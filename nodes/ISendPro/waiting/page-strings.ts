/** What the pages say of themselves; the question and its answers are the user's. */
export interface PageStrings {
	language: string;
	title: string;
	answer: string;
	send: string;
	thanks: string;
	recorded: string;
	late: string;
	nothingToDo: string;
	tryAgain: string;
	broken: string;
	askSender: string;
}

const english: PageStrings = {
	language: 'en',
	title: 'Your answer',
	answer: 'Your answer',
	send: 'Send',
	thanks: 'Thank you',
	recorded: 'Your answer has been recorded. You can close this page.',
	late: 'Too late',
	nothingToDo:
		'This question has been answered already, or its time has passed. There is nothing left to do.',
	tryAgain: 'Please give an answer.',
	broken: 'This page does not work',
	askSender:
		'The question cannot be shown, and no answer has been recorded. Try again later, or ask whoever sent you the message.',
};

const french: PageStrings = {
	language: 'fr',
	title: 'Votre réponse',
	answer: 'Votre réponse',
	send: 'Envoyer',
	thanks: 'Merci',
	recorded: 'Votre réponse est enregistrée. Vous pouvez fermer cette page.',
	late: 'Trop tard',
	nothingToDo: 'Quelqu’un a déjà répondu, ou le délai est passé. Il ne vous reste rien à faire.',
	tryAgain: 'Merci de donner une réponse.',
	broken: 'Cette page ne fonctionne pas',
	askSender:
		'La question ne peut pas être affichée et aucune réponse n’est enregistrée. Réessayez plus tard, ou adressez-vous à l’expéditeur du message.',
};

/**
 * The words in the language that a browser asks for first, of French and English.
 * @param acceptLanguage the header, as it came; English if it is none
 */
export function pageStringsFor(acceptLanguage: unknown): PageStrings {
	const header = typeof acceptLanguage === 'string' ? acceptLanguage : '';
	const [first] = /\b(?:fr|en)\b/i.exec(header) ?? [];
	return first?.toLowerCase() === 'fr' ? french : english;
}
