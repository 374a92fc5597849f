import type { Question } from '../../nodes/ISendPro/waiting/question';
import { answerIn, questionOf, readChoices } from '../../nodes/ISendPro/waiting/question';

describe('a question', () => {
	const asked: Parameters<typeof questionOf>[0] = {
		...{ message: ' Quand ?\n', responseType: 'approval', approvalOptions: {} },
		...{ choices: '8 h\n9 h', options: {} },
	};
	const labels = (approvalType: 'single' | 'double') => ({
		values: { approvalType, approveLabel: ' Oui ', disapproveLabel: ' ' },
	});

	it('has a button to approve and one to decline', () => {
		expect(questionOf(asked)).toEqual({
			message: 'Quand ?',
			buttons: [
				{ label: 'Approve', data: { approved: true } },
				{ label: 'Decline', data: { approved: false } },
			],
		});
	});

	it.each([
		['single', ['Oui']],
		['double', ['Oui', 'Decline']],
	] as const)('has the buttons of a %s approval, with the user’s labels', (type, expected) => {
		const { buttons } = questionOf({ ...asked, approvalOptions: labels(type) });
		expect(buttons.map(({ label }) => label)).toEqual(expected);
	});

	it('has a button for each choice, and none where the answer is a text', () => {
		expect(questionOf({ ...asked, responseType: 'choice' }).buttons).toEqual([
			{ label: '8 h', data: { choice: '8 h' } },
			{ label: '9 h', data: { choice: '9 h' } },
		]);
		expect(questionOf({ ...asked, responseType: 'freeText' }).buttons).toEqual([]);
	});

	it.each([
		[' Rendez-vous ', 'Rendez-vous'],
		[' ', undefined],
	])('has a title only where there is one: %j', (pageTitle, title) => {
		expect(questionOf({ ...asked, options: { pageTitle } }).title).toBe(title);
	});
});

describe('a form that comes back', () => {
	const buttons = [true, false].map((approved) => ({ label: `${approved}`, data: { approved } }));
	const approval: Question = { message: 'Livrer demain à 8 h ?', buttons };
	const freeText: Question = { message: 'Quand ?', buttons: [] };

	it('says which button was pressed', () => {
		expect(answerIn(approval, { answer: '0' })).toEqual({ approved: true });
		expect(answerIn(approval, { answer: '1' })).toEqual({ approved: false });
	});

	it.each(['2', '-1', '', '0x0', '00000', 'constructor', ['0'], 0, undefined, null])(
		'answers nothing with what is no button of this question: %j',
		(answer) => {
			expect(answerIn(approval, { answer, text: 'Oui' })).toBeUndefined();
		},
	);

	it('holds a text, without the blanks around it', () => {
		expect(answerIn(freeText, { text: '  À 9 h \r\n' })).toEqual({ text: 'À 9 h' });
		for (const text of ['', ' \n', 'x'.repeat(2001), ['a'], undefined]) {
			expect(answerIn(freeText, { text })).toBeUndefined();
		}
	});
});

describe('choices', () => {
	it('are one a line, or a list, each once', () => {
		expect(readChoices(' 8 h\r\n9 h\n\n8 h')).toEqual(['8 h', '9 h']);
		expect(readChoices(['8 h', 9, ''])).toEqual(['8 h', '9']);
	});

	it.each([
		[[], '"Choices" is empty'],
		[{ a: 1 }, '"Choices" must be text or a list of texts'],
		[['a', { b: 1 }], '"Choices" must be text or a list of texts'],
		['x'.repeat(101), '…" has 101 characters, and a button has room for 100'],
		[Array.from({ length: 21 }, (_, hour) => hour), 'has 21 choices, and the page has room for 20'],
	])('are refused: %j', (written, message) => {
		expect(() => readChoices(written)).toThrow(message);
	});
});
