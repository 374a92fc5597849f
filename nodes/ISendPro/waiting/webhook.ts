import type { IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { storedQuestion } from './execution';
import { ownMember } from './own-member';
import { brokenPage, closedPage, pageHeaders, questionPage, thanksPage } from './page';
import { answerIn } from './question';
import { pageStringsFor } from './page-strings';
import type { OpenQuestion } from './stored-question';
import { readOpenQuestion } from './stored-question';

const resumes = {
	name: 'default',
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/** They belong to an execution that waits, so there is nothing to register anywhere. */
export const webhooks: IWebhookDescription[] = [
	{ ...resumes, httpMethod: 'GET' },
	{ ...resumes, httpMethod: 'POST' },
];

/** Who answers: whoever has that place in the list. Without a list, the link names who was asked. */
function respondent({ people }: OpenQuestion, query: unknown): string | undefined {
	const place = ownMember(query, 'person');
	if (typeof place === 'string' && /^\d+$/.test(place)) return people[Number(place)];
	const named = ownMember(query, 'to');
	return people.length === 0 && typeof named === 'string' ? named : undefined;
}

function respond(context: IWebhookFunctions): IWebhookResponseData {
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
	const { method, headers } = context.getRequestObject();
	const strings = pageStringsFor(headers['accept-language']);

	const stored = storedQuestion(context);
	if (stored === undefined) return { webhookResponse: closedPage(strings) };
	const open = readOpenQuestion(stored);
	if (!open) return { webhookResponse: brokenPage(strings) };
	const { round, until = Infinity, question } = open;
	const query: unknown = context.getQueryData();
	const respondedBy = respondent(open, query);
	if (until <= Date.now() || ownMember(query, 'round') !== round || respondedBy === undefined) {
		return { webhookResponse: closedPage(strings) };
	}

	if (method !== 'POST') return { webhookResponse: questionPage(question, strings) };
	const given = answerIn(question, context.getBodyData());
	if (!given) return { webhookResponse: questionPage(question, strings, true) };
	const data = { ...given, respondedAt: new Date().toISOString(), respondedBy };
	return { webhookResponse: thanksPage(strings), workflowData: [[{ json: { data } }]] };
}

/** Shown where not even the language is known. */
const inDoubt = brokenPage(pageStringsFor(undefined));

/**
 * Shows the page of a question, and takes the answer: the `webhook` of an execution that waits. Opening
 * the page answers nothing, since phones, scanners and previews open links by themselves.
 * @returns and never throws: n8n takes an exception for an answer, and goes on
 */
export function answer(context: IWebhookFunctions): IWebhookResponseData {
	try {
		return respond(context);
	} catch {
		return { webhookResponse: inDoubt };
	}
}
