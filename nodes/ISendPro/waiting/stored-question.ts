import { ownMember } from './own-member';
import type { AnswerData, Question } from './question';

/** Where the execution's data keep the question that is open. */
export const OPEN_QUESTION = 'openQuestion';

/** A question that n8n waits for. */
export interface OpenQuestion {
	/** Tells it from those that the same node asks before and after, in a loop. */
	round: string;
	/** Milliseconds since 1970; absent if it is open until it is answered. */
	until?: number;
	/** Who is asked; version 0.1.0 kept no list. */
	people: readonly string[];
	question: Question;
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function readAnswer(value: unknown): AnswerData | undefined {
	const approved = ownMember(value, 'approved');
	if (typeof approved === 'boolean') return { approved };
	const choice = ownMember(value, 'choice');
	return isText(choice) ? { choice } : undefined;
}

function readButton(value: unknown): Question['buttons'] {
	const label = ownMember(value, 'label');
	const data = readAnswer(ownMember(value, 'data'));
	return isText(label) && data ? [{ label, data }] : [];
}

function readQuestion(value: unknown): Question | undefined {
	const [title, message, written] = ['title', 'message', 'buttons'].map((name) =>
		ownMember(value, name),
	);
	if (!isText(message) || !Array.isArray(written)) return undefined;
	const buttons = written.flatMap(readButton);
	// With a button less, another would have its number.
	if (buttons.length !== written.length) return undefined;
	return { ...(isText(title) ? { title } : {}), message, buttons };
}

/**
 * Reads a question as an execution keeps it.
 * @param kept anything: it may be damaged, or of a version to come
 * @returns undefined where nobody can be asked with it
 */
export function readOpenQuestion(kept: unknown): OpenQuestion | undefined {
	const [round, until, people = []] = ['round', 'until', 'people'].map((name) =>
		ownMember(kept, name),
	);
	const question = readQuestion(ownMember(kept, 'question'));
	if (!question || !isText(round) || !Array.isArray(people) || !people.every(isText)) {
		return undefined;
	}
	if (until === undefined) return { round, people, question };
	const limit = isText(until) ? Date.parse(until) : Number.NaN;
	return Number.isNaN(limit) ? undefined : { round, until: limit, people, question };
}
