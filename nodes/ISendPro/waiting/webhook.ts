import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { openQuestion } from './execution';
import { closedPage, pageHeaders, questionPage, thanksPage } from './page';
import type { Question } from './question';
import { answerIn } from './question';
import { pageStringsFor } from './page-strings';

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

/**
 * Shows the page of a question, and takes the answer: the `webhook` of an execution that waits. Opening
 * the page answers nothing, since phones, scanners and previews open links by themselves.
 */
export function answer(context: IWebhookFunctions): IWebhookResponseData {
	const { method, headers } = context.getRequestObject();
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
	const strings = pageStringsFor(headers['accept-language']);

	const open = openQuestion(context);
	const { to, round } = context.getQueryData() as IDataObject;
	const isLate = open?.until !== undefined && Date.parse(open.until) <= Date.now();
	if (!open || isLate || open.round !== round) return { webhookResponse: closedPage(strings) };

	const question = open.question as Question;
	if (method !== 'POST') return { webhookResponse: questionPage(question, strings) };
	const given = answerIn(question, context.getBodyData());
	if (!given) return { webhookResponse: questionPage(question, strings, true) };
	const data = { ...given, respondedAt: new Date().toISOString(), respondedBy: to };
	return { webhookResponse: thanksPage(strings), workflowData: [[{ json: { data } }]] };
}
