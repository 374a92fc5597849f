import fc from 'fast-check';
import type { IWebhookFunctions } from 'n8n-workflow';
import { pageHeaders } from '../../nodes/ISendPro/waiting/page';
import type { Question } from '../../nodes/ISendPro/waiting/question';
import { answer } from '../../nodes/ISendPro/waiting/webhook';

const anna = '0601020304';
const approval: Question = {
	message: 'Livrer demain ?',
	buttons: [{ label: 'Oui', data: { approved: true } }],
};
const open = { round: 'r1', people: ['0601020305', anna], question: approval };
const freeText = { ...open, question: { message: 'Quand ?', buttons: [] } };

/** What a call has, and what n8n's functions give to the node. */
interface Call {
	stored?: unknown;
	method?: unknown;
	body?: unknown;
	query?: unknown;
	language?: unknown;
	node?: string;
	/** Functions of n8n that differ. */
	n8n?: Record<string, unknown>;
}

const withoutName = () => {
	throw new Error('n8n is not what it was');
};

/** Calls the webhook of an execution that waits for a question. */
function call({
	stored = open,
	method = 'GET',
	body,
	query = { person: '1', round: 'r1' },
	language = 'en',
	node = 'Ask',
	n8n = {},
}: Call = {}) {
	const headers: Record<string, string> = {};
	const expressions: string[] = [];
	const context: IWebhookFunctions = Object.create({
		getRequestObject: () => ({ method, headers: { 'accept-language': language } }),
		getResponseObject: () => ({
			setHeader: (name: string, value: string) => (headers[name] = value),
		}),
		getQueryData: () => query,
		getBodyData: () => body,
		getNode: () => ({ name: node }),
		evaluateExpression: (expression: string) => {
			expressions.push(expression);
			return stored;
		},
		...n8n,
	});
	const { webhookResponse, workflowData } = answer(context);
	return { page: String(webhookResponse), workflowData, headers, expressions };
}

describe('the webhook of a question', () => {
	it.each(['GET', 'POST'] as const)('sends the headers of the page with a %s', (method) => {
		expect(call({ method, body: {} }).headers).toEqual(pageHeaders);
	});

	it('answers nothing when the page is opened', () => {
		const { page, workflowData } = call({ body: { answer: '0' } });
		expect(page).toContain('>Livrer demain ?</p>');
		expect(workflowData).toBeUndefined();
	});

	it('takes an answer, with when it came and from whom', () => {
		const stored = { ...open, until: '2126-11-25T15:30:00.000Z' };
		const { page, workflowData } = call({ stored, method: 'POST', body: { answer: '0' } });
		expect(page).toContain('Your answer has been recorded.');
		const data = { approved: true, respondedAt: expect.any(String), respondedBy: anna };
		expect(workflowData).toEqual([[{ json: { data } }]]);
	});

	it('takes an answer by a link of version 0.1.0, which names who was asked', () => {
		const stored = { round: 'r1', question: approval };
		const query = { to: '0601020306', round: 'r1' };
		const { workflowData } = call({ stored, query, method: 'POST', body: { answer: '0' } });
		expect(workflowData?.[0]?.[0]?.json.data).toMatchObject({ respondedBy: '0601020306' });
	});

	it.each<[string, Call]>([
		['that is not there', { n8n: { evaluateExpression: () => undefined } }],
		['whose time has passed', { stored: { ...open, until: '2016-11-25T15:30:00.000Z' } }],
		['of another round of a loop', { query: { person: '1', round: 'r0' } }],
		['from a place that nobody has', { query: { person: '2', round: 'r1' } }],
		['from two places', { query: { person: ['0', '1'], round: 'r1' } }],
		['from nobody', { query: { round: 'r1' } }],
		['from a number, though it has a list', { query: { to: anna, round: 'r1' } }],
		['without a query', { query: null }],
	])('takes no answer to a question %s', (_, more) => {
		const { page, workflowData } = call({ ...more, method: 'POST', body: { answer: '0' } });
		expect(page).toContain('Too late');
		expect(workflowData).toBeUndefined();
	});

	it('finds the question of a node whose name holds quotes and braces', () => {
		const [expression = ''] = call({ node: 'Ask "{{ her }}"' }).expressions;
		expect(expression).toContain(String.raw`$node["Ask \"\u007b\u007b her \u007d\u007d\""]`);
	});

	it.each(['constructor', '__proto__', 'prototype', 'toString'])(
		'finds the question of a node that is called %s, which no expression may name',
		(node) => {
			for (const evaluateExpression of [withoutName, () => undefined]) {
				const contextData = { [`node:${node}`]: { openQuestion: open } };
				const runExecutionData = { executionData: { contextData } };
				const { page } = call({ node, n8n: { evaluateExpression, runExecutionData } });
				expect(page).toContain('>Livrer demain ?</p>');
			}
		},
	);

	describe('asks again, and n8n goes on waiting,', () => {
		it.each<[string, unknown]>([
			['without a body', undefined],
			['with an empty form', {}],
			['with null', null],
			['with false', false],
			['with a number', 0],
			['with a text', 'answer=0'],
			['with octets', Buffer.from('answer=0')],
			['with a list', [{ answer: '0' }]],
			['with a list that has the field', Object.assign([], { answer: ['0'] })],
			['with a field that comes twice', { answer: ['0', '0'], text: ['a', 'b'] }],
			['with a button that is not there', { answer: '1' }],
			['with a multipart form', { data: { answer: '0' }, files: {} }],
			['with an object for an answer', { answer: { toString: '0' }, text: {} }],
			['with an answer in the prototype', JSON.parse('{"__proto__":{"answer":"0","text":"a"}}')],
			['with an inherited answer', Object.create({ answer: '0', text: 'a' })],
			['with names of prototypes', { constructor: '0', prototype: '0', hasOwnProperty: '0' }],
			['with the name of a prototype for an answer', { answer: 'constructor' }],
			['with a huge answer', { answer: '0'.repeat(1e6), text: 'a'.repeat(1e6) }],
			['with a field whose getter throws', Object.defineProperty({}, 'x', { get: withoutName })],
		])('%s', (_, body) => {
			for (const stored of [open, freeText]) {
				const { page, workflowData } = call({ stored, method: 'POST', body });
				expect(page).toContain('Please give an answer.');
				expect(workflowData).toBeUndefined();
			}
		});
	});

	it.each<[string, unknown]>([
		['a list', ['fr']],
		['a number', 1],
		['an object without a text', Object.create(null)],
		['nothing', undefined],
		['a text of 1 MB', 'x'.repeat(1e6)],
	])('shows the page in English for a language that is %s', (_, language) => {
		expect(call({ language }).page).toContain('<html lang="en">');
	});

	describe('says that the page does not work, and n8n goes on waiting, for', () => {
		it.each<[string, unknown]>([
			['null', null],
			['a text', 'x'],
			['a number', 7],
			['a list', [open]],
			['no question', { round: 'r1' }],
			['a question that is null', { ...open, question: null }],
			['a question that is a text', { ...open, question: 'Livrer ?' }],
			['a message that is null', { ...open, question: { ...approval, message: null } }],
			['buttons that are no list', { ...open, question: { ...approval, buttons: { 0: 'Oui' } } }],
			['a button that is null', { ...open, question: { ...approval, buttons: [null] } }],
			[
				'a button without an answer',
				{ ...open, question: { ...approval, buttons: [{ label: '' }] } },
			],
			['people that are no list', { ...open, people: anna }],
			['people without a number', { ...open, people: [null, null] }],
			['a round that is a number', { ...open, round: 1 }],
			['a time limit that is no time', { ...open, until: 'soon' }],
			['a time limit that is null', { ...open, until: null }],
		])('%s in the place of the question', (_, stored) => {
			const n8n = { evaluateExpression: () => stored };
			for (const method of ['GET', 'POST']) {
				const { page, workflowData } = call({ n8n, method, body: { answer: '0', text: 'a' } });
				expect(page).toMatch(/does not work|Too late/);
				expect(workflowData).toBeUndefined();
			}
		});

		const functions = ['getRequestObject', 'getResponseObject', 'getQueryData', 'getNode'];
		const oddities: Array<[string, unknown]> = [
			['throws', withoutName],
			['gives nothing', () => undefined],
			['gives null', () => null],
			['gives an empty object', () => ({})],
			['is not there', undefined],
		];
		it.each(
			[...functions, 'getBodyData', 'evaluateExpression'].flatMap((name) =>
				oddities.map(([oddity, value]) => [name, oddity, value] as const),
			),
		)('an n8n whose %s %s', (name, _, value) => {
			for (const method of ['GET', 'POST']) {
				const { workflowData, page } = call({ method, body: {}, n8n: { [name]: value } });
				expect(workflowData).toBeUndefined();
				expect(page).toMatch(/^<!doctype html>/);
			}
		});
	});

	/** Anything, and often enough what nearly is an answer or a question. */
	const anything = fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true });
	const partly = (whole: object, missing = anything) =>
		fc
			.record(
				Object.fromEntries(
					Object.entries(whole).map(([name, value]) => [
						name,
						fc.oneof(fc.constant(value), missing),
					]),
				),
				{ requiredKeys: [] },
			)
			.map((record) => record as unknown);
	const questions = fc.oneof(
		anything,
		partly(open),
		partly({ ...open, question: { message: 'Quand ?' } }),
		partly(approval).map((question) => ({ ...open, question })),
	);

	it('never throws, and goes on with an answer of the question only, whatever comes', () => {
		fc.assert(
			fc.property(
				questions,
				fc.oneof(anything, partly({ answer: '0', text: 'Oui' })),
				fc.oneof(anything, partly({ person: '1', round: 'r1', to: anna })),
				fc.oneof(fc.constantFrom('GET', 'POST', 'HEAD'), anything),
				anything,
				(stored, body, query, method, language) => {
					const n8n = { evaluateExpression: () => stored };
					const { page, workflowData } = call({ n8n, body, query, method, language });
					expect(page).toMatch(/^<!doctype html>/);
					if (!workflowData) return;
					expect(method).toBe('POST');
					expect(workflowData).toEqual([
						[
							{
								json: {
									data: expect.objectContaining({
										respondedBy: expect.any(String),
										respondedAt: expect.any(String),
									}),
								},
							},
						],
					]);
				},
			),
			{ numRuns: 2_000 },
		);
	});
});
