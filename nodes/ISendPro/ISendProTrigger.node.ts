import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { acceptSettings, emitEvent, receiveCall } from './trigger/webhook';

/**
 * n8n's own mode for an immediate answer gives it before the execution is stored, in 1.x. So the
 * answer "when received" is sent by the execution itself, with its first node: this one.
 */
const RESPONSE_MODE =
	'={{ $parameter["acknowledge"] === "onReceived" ? "responseNode" : "lastNode" }}';

const CALL = { name: 'default', responseMode: RESPONSE_MODE, responseData: 'noData' } as const;

/** What the panel says of a test, whether the workflow is published or not. */
const HOW_TO_TEST =
	'<b>To test:</b> open <b>Webhook URLs</b>, choose <b>Test URL</b>, copy both, and give them to the iSendPro simulator. Click <b>Execute step</b> here, then reply as a phone on the simulator’s page. Or, without a simulator, open one of the two in another browser tab, with <code>?tel=0601020304&amp;msg_sms=Yes</code> after it for a reply, <code>?tel=0601020304&amp;msg_sms=STOP</code> for a STOP, or <code>?tel=0601020304&amp;statut=0</code> for a delivery receipt. n8n listens for one event, for two minutes.<br /><br />';

export class ISendProTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iSendPro Trigger',
		name: 'iSendProTrigger',
		icon: { light: 'file:../../icons/isendpro.svg', dark: 'file:../../icons/isendpro.dark.svg' },
		group: ['trigger'],
		version: 1,
		description:
			'Send SMS, or start a workflow when a delivery receipt, a reply or a STOP comes back from iSendPro',
		subtitle:
			'={{ $parameter["events"].map((event) => ({ deliveryReceipt: "Receipt", reply: "Reply", stop: "STOP" })[event]).join(", ") }}',
		defaults: { name: 'iSendPro Trigger' },
		inputs: [],
		outputs: `={{
			[
				{ event: 'deliveryReceipt', type: 'main', displayName: 'Receipt' },
				{ event: 'reply', type: 'main', displayName: 'Reply' },
				{ event: 'stop', type: 'main', displayName: 'STOP' },
			].filter((output) => $parameter['events'].includes(output.event))
		}}`,
		// The editor shows one address for each of the two, whatever the method.
		webhooks: [
			{ ...CALL, httpMethod: 'GET', path: 'delivery-receipts', ndvHideMethod: true },
			{ ...CALL, httpMethod: 'GET', path: 'replies', ndvHideMethod: true },
			{ ...CALL, httpMethod: 'POST', path: 'delivery-receipts', ndvHideUrl: true },
			{ ...CALL, httpMethod: 'POST', path: 'replies', ndvHideUrl: true },
		],
		eventTriggerDescription:
			'Waiting for a call to one of the two test URLs: open Webhook URLs and choose Test URL to copy them',
		activationMessage:
			'Open the trigger, then Webhook URLs, choose Production URL, copy both and give them to iSendPro.',
		triggerPanel: {
			header: 'Receive delivery receipts and replies from iSendPro',
			executionsHelp: {
				inactive: `${HOW_TO_TEST}<b>To receive real receipts and replies:</b> publish the workflow (in n8n 1.x, activate it), choose <b>Production URL</b>, copy both, and give them to iSendPro. A URL on localhost or in a private network is of no use there: set n8n’s environment variable <b>WEBHOOK_URL</b> first.`,
				active: `${HOW_TO_TEST}<b>Real receipts and replies</b> start the published workflow. They show up in the executions list.`,
			},
			activationHint: {
				inactive:
					'Once you have tried it, publish the workflow (in n8n 1.x, activate it) and give iSendPro both production URLs.',
				active:
					'Real receipts and replies start the workflow. They show up in the executions list.',
			},
		},
		properties: [
			{
				displayName:
					'Open "Webhook URLs" above, choose "Production URL", copy both and give them to iSendPro:<ul><li>the one ending in /delivery-receipts for delivery receipts</li><li>the one ending in /replies for replies, STOP included</li></ul>If your account takes a single URL for both, give either of them. iSendPro cannot call a URL that begins with http://localhost, http://127., http://10., http://172.16. to http://172.31., http://192.168. or a name without a dot: set n8n’s environment variable WEBHOOK_URL to the address at which the internet reaches n8n, and restart n8n. To test, choose "Test URL" there, then click "Execute step". "More info" on the left says how to make an event, with or without the simulator.',
				name: 'addressNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				noDataExpression: true,
				required: true,
				options: [
					{
						name: 'Delivery Receipt',
						value: 'deliveryReceipt',
						description: 'A message was delivered, or could not be',
					},
					{
						name: 'Reply',
						value: 'reply',
						description: 'Someone replied to a message',
					},
					{
						name: 'STOP',
						value: 'stop',
						description: 'Someone replied STOP to get no more messages',
					},
				],
				default: ['deliveryReceipt', 'reply', 'stop'],
				description:
					'Each selected event gets an output of its own. iSendPro is told that all others have arrived, so that it does not repeat them, and they start nothing.',
			},
			{
				displayName:
					'Whoever replies STOP must get no more commercial messages. Connect the STOP output, for example to an iSendPro node that adds the number to the blacklist. Select Reply as well, and have a person read what leaves there: no rule knows every way to ask.',
				name: 'stopNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { events: ['stop'] } },
			},
			{
				displayName:
					'STOP is not selected: such replies leave by the Reply output, if that is selected, with isStop true. Whoever replies STOP must get no more commercial messages.',
				name: 'noStopNotice',
				type: 'notice',
				default: '',
				displayOptions: { hide: { events: ['stop'] } },
			},
			{
				displayName:
					'Reply is not selected: iSendPro is told that replies have arrived, and they are gone. With STOP selected, those with a STOP keyword anywhere leave by the STOP output.',
				name: 'noReplyNotice',
				type: 'notice',
				default: '',
				displayOptions: { hide: { events: ['reply'] } },
			},
			{
				displayName: 'Acknowledge',
				name: 'acknowledge',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'When Received',
						value: 'onReceived',
						description:
							'As soon as n8n has stored the execution and started it. If the workflow then fails, iSendPro does not repeat the event.',
					},
					{
						name: 'When Workflow Succeeds',
						value: 'lastNode',
						description:
							'If the workflow fails, iSendPro repeats the event: up to three times, at 02:00 on the following days',
					},
				],
				default: 'onReceived',
				description: 'When to tell iSendPro that an event has arrived and need not be repeated',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Allowed IP Addresses',
						name: 'allowedIps',
						type: 'string',
						default: '',
						placeholder: 'e.g. 192.0.2.10, 198.51.100.0/24',
						description:
							'The only IP addresses or ranges that may call, with commas between them. All others are refused and start nothing. Ask iSendPro’s support for its addresses. If n8n runs behind a proxy, set its variable N8N_PROXY_HOPS first, or all calls seem to come from the proxy.',
					},
					{
						displayName: 'STOP Detection',
						name: 'stopMatch',
						type: 'options',
						options: [
							{
								name: 'Reply Begins With STOP',
								value: 'begins',
								description:
									'STOP with whatever follows, also after a greeting or at the end of a sentence. The other keywords count alone or with words of courtesy.',
							},
							{
								name: 'Keyword Alone',
								value: 'alone',
								description:
									'Nothing but a keyword, words of courtesy and the short number. Other replies need a person who reads them: some of them ask for no more messages too.',
							},
							{
								name: 'Keyword Anywhere',
								value: 'anywhere',
								description:
									'A keyword wherever it stands, so that “I am at the bus stop” is a STOP too',
							},
						],
						default: 'begins',
						description:
							'What makes a reply a STOP. Case, accents, punctuation and typing errors such as STOPP or S.T.O.P do not matter. Without the Reply output, a keyword anywhere makes a reply a STOP.',
					},
					{
						displayName: 'STOP Keywords',
						name: 'stopKeywords',
						type: 'string',
						default: 'STOP, ARRET, DESABONNEMENT, DESINSCRIPTION, UNSUBSCRIBE',
						description:
							'Words that make a reply a STOP, with commas between them. Usual forms of the default ones, such as “arrêtez”, count too. Keep STOP among them if your messages say “STOP 36180” or the like.',
					},
				],
			},
		],
	};

	webhookMethods = {
		default: {
			checkExists: async () => false,
			async create(this: IHookFunctions): Promise<boolean> {
				return acceptSettings(this);
			},
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return receiveCall(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await emitEvent(this);
	}
}
