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
};

/**
 * The words in the language that a browser asks for first, of French and English.
 * @param acceptLanguage the header, as it came
 */
export function pageStringsFor(acceptLanguage: string | undefined): PageStrings {
	const [first] = /\b(?:fr|en)\b/i.exec(acceptLanguage ?? '') ?? [];
	return first?.toLowerCase() === 'fr' ? french : english;
}
