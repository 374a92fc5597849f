import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { pageHeaders } from '../../nodes/ISendPro/waiting/page';
import type { Question } from '../../nodes/ISendPro/waiting/question';
import { answer } from '../../nodes/ISendPro/waiting/webhook';

const approval: Question = {
	message: 'Livrer demain ?',
	buttons: [{ label: 'Oui', data: { approved: true } }],
};
const open = { round: 'r1', question: approval };

/** Calls the webhook of an execution that waits for a question. */
function call(stored: unknown, method: 'GET' | 'POST', body?: IDataObject, round = 'r1') {
	const headers: Record<string, string> = {};
	const expressions: string[] = [];
	const context: IWebhookFunctions = Object.create({
		getRequestObject: () => ({ method, headers: { 'accept-language': 'en' } }),
		getResponseObject: () => ({
			setHeader: (name: string, value: string) => (headers[name] = value),
		}),
		getQueryData: () => ({ to: '0601020304', round }),
		getBodyData: () => body,
		getNode: () => ({ name: 'Ask "{{ her }}"' }),
		evaluateExpression: (expression: string) => {
			expressions.push(expression);
			return stored;
		},
	});
	const { webhookResponse, workflowData } = answer(context);
	return { page: String(webhookResponse), workflowData, headers, expressions };
}

describe('the webhook of a question', () => {
	it.each(['GET', 'POST'] as const)('sends the headers of the page with a %s', (method) => {
		expect(call(open, method, {}).headers).toEqual(pageHeaders);
	});

	it('answers nothing when the page is opened', () => {
		const { page, workflowData } = call(open, 'GET', { answer: '0' });
		expect(page).toContain('>Livrer demain ?</p>');
		expect(workflowData).toBeUndefined();
	});

	it('takes an answer, with when it came and from whom', () => {
		const stored = { ...open, until: '2126-11-25T15:30:00.000Z' };
		const { page, workflowData } = call(stored, 'POST', { answer: '0' });
		expect(page).toContain('Your answer has been recorded.');
		const data = { approved: true, respondedAt: expect.any(String), respondedBy: '0601020304' };
		expect(workflowData).toEqual([[{ json: { data } }]]);
	});

	it('asks again for a form without an answer', () => {
		const { page, workflowData } = call(open, 'POST', { answer: '7' });
		expect(page).toContain('<p role="alert">Please give an answer.</p>');
		expect(workflowData).toBeUndefined();
	});

	it.each<[string, unknown, string?]>([
		['that is not there', undefined],
		['that is no object', 'x'],
		['whose time has passed', { ...open, until: '2016-11-25T15:30:00.000Z' }],
		['of another round of a loop', open, 'r0'],
	])('takes no answer to a question %s', (...[, stored, round]) => {
		const { page, workflowData } = call(stored, 'POST', { answer: '0' }, round);
		expect(page).toContain('Too late');
		expect(workflowData).toBeUndefined();
	});

	it('finds the question of a node whose name holds quotes and braces', () => {
		const [expression = ''] = call(open, 'GET').expressions;
		expect(expression).toContain(String.raw`$node["Ask \"\u007b\u007b her \u007d\u007d\""]`);
	});

	it('asks again for a form that n8n cannot read', () => {
		expect(call(open, 'POST').page).toContain('Please give an answer.');
	});
});
