import { InvalidInputError } from '../api/errors';
import { startOf } from '../api/text/character';
import { ownMember } from './own-member';

/** What an answer says, besides when it came and from whom. */
export type AnswerData = { approved: boolean } | { choice: string } | { text: string };

/** A question, as the user asks it. */
export interface Asked {
	message: string;
	responseType: 'approval' | 'choice' | 'freeText';
	approvalOptions: {
		values?: { approvalType: 'single' | 'double'; approveLabel: string; disapproveLabel: string };
	};
	choices: unknown;
	options: { pageTitle?: string };
}

/** What is asked, as it stays while it is open: plain data, kept with the execution. */
export type Question = {
	/** Title of the page; without it, the page has a default. */
	title?: string;
	/** As it was written, however much of it fitted into the SMS. */
	message: string;
	/** The buttons, in order; without any, the answer is a text. */
	buttons: Array<{ label: string; data: AnswerData }>;
};

/** The longest text that is taken for an answer, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 2_000;
/** The most choices that fit on a small screen. */
export const MAX_CHOICES = 20;
export const MAX_LABEL_LENGTH = 100;

function isListed(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

/**
 * Reads the choices: one a line, or a list.
 * @returns their labels, each once
 * @throws InvalidInputError if there are none, too many, or something that is no text
 */
export function readChoices(written: unknown): string[] {
	const lines: unknown[] = Array.isArray(written)
		? written
		: isListed(written)
			? String(written).split(/[\r\n]+/)
			: [written];
	if (!lines.every(isListed)) {
		throw new InvalidInputError(
			'"Choices" must be text or a list of texts',
			'Write one choice a line, or check that the expression gives a list of texts.',
		);
	}
	const labels = [...new Set(lines.map((line) => String(line).trim()))].filter(Boolean);
	if (labels.length === 0) {
		throw new InvalidInputError('"Choices" is empty', 'Write one choice a line.');
	}
	if (labels.length > MAX_CHOICES) {
		throw new InvalidInputError(
			`"Choices" has ${labels.length} choices, and the page has room for ${MAX_CHOICES}`,
			'Leave some of them out.',
		);
	}
	const tooLong = labels.find(({ length }) => length > MAX_LABEL_LENGTH);
	if (tooLong !== undefined) {
		throw new InvalidInputError(
			`The choice "${startOf(tooLong, 40)}" has ${tooLong.length} characters, and a button has room for ${MAX_LABEL_LENGTH}`,
			'Shorten it.',
		);
	}
	return labels;
}

function buttonsOf({ responseType, approvalOptions, choices }: Asked): Question['buttons'] {
	if (responseType === 'freeText') return [];
	if (responseType === 'choice') {
		return readChoices(choices).map((choice) => ({ label: choice, data: { choice } }));
	}
	const { approvalType = 'double', approveLabel, disapproveLabel } = approvalOptions.values ?? {};
	const approve = { label: approveLabel?.trim() || 'Approve', data: { approved: true } };
	const decline = { label: disapproveLabel?.trim() || 'Decline', data: { approved: false } };
	return approvalType === 'single' ? [approve] : [approve, decline];
}

/**
 * What the page asks, from what the user wrote.
 * @throws InvalidInputError if the choices are not valid
 */
export function questionOf(asked: Asked): Question {
	const title = asked.options.pageTitle?.trim();
	return {
		...(title ? { title } : {}),
		message: asked.message.trim(),
		buttons: buttonsOf(asked),
	};
}

/**
 * What a form that came back says.
 * @param form its fields, from anybody: whatever n8n made of what was sent
 * @returns undefined if it answers nothing: no button of this question, no text, or one too long
 */
export function answerIn({ buttons }: Question, form: unknown): AnswerData | undefined {
	if (buttons.length > 0) {
		const answer = ownMember(form, 'answer');
		return typeof answer === 'string' && /^\d{1,2}$/.test(answer)
			? buttons[Number(answer)]?.data
			: undefined;
	}
	const written = ownMember(form, 'text');
	const text = typeof written === 'string' ? written.trim() : '';
	return text && text.length <= MAX_TEXT_LENGTH ? { text } : undefined;
}
