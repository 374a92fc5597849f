import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { cronNodeOptions } from 'n8n-workflow';
import { emitPolled, poll } from './polling/poll';
import { testConnection } from './transport/credential-test';

export class ISendProPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iSendPro Polling Trigger',
		name: 'iSendProPollingTrigger',
		icon: { light: 'file:../../icons/isendpro.svg', dark: 'file:../../icons/isendpro.dark.svg' },
		group: ['trigger'],
		version: 1,
		description:
			'Start a workflow when the campaign report or the blacklist of iSendPro has something new: for an n8n without a public address',
		subtitle:
			'={{ $parameter["events"].map((event) => ({ deliveryReceipt: "Receipt", reply: "Reply", stop: "STOP", blacklisted: "Blacklisted", unblacklisted: "Unblacklisted" })[event]).join(", ") }}',
		defaults: { name: 'iSendPro Polling Trigger' },
		inputs: [],
		outputs: `={{
			[
				{ event: 'deliveryReceipt', type: 'main', displayName: 'Receipt' },
				{ event: 'reply', type: 'main', displayName: 'Reply' },
				{ event: 'stop', type: 'main', displayName: 'STOP' },
				{ event: 'blacklisted', type: 'main', displayName: 'Blacklisted' },
				{ event: 'unblacklisted', type: 'main', displayName: 'Unblacklisted' },
			].filter((output) => $parameter['events'].includes(output.event))
		}}`,
		credentials: [{ name: 'iSendProApi', required: true, testedBy: 'testConnection' }],
		activationMessage:
			'What iSendPro has now is taken as known. What is new from now on starts the workflow at the next poll time.',
		eventTriggerDescription: 'Get the newest events from iSendPro',
		triggerPanel: {
			header: 'Look for receipts, replies and STOPs at iSendPro',
			executionsHelp: {
				inactive:
					'<b>To test:</b> click <b>Execute step</b>. The newest events come out, whether they came out before or not, and nothing changes for the published workflow.<br /><br /><b>To receive:</b> publish the workflow (in n8n 1.x, activate it). What iSendPro has then is taken as known; what is new from then on starts the workflow.',
				active:
					'<b>To test:</b> click <b>Execute step</b>. The newest events come out, whether they came out before or not, and nothing changes for the published workflow.<br /><br /><b>What is new</b> starts the published workflow at its poll times. It shows up in the executions list.',
			},
			activationHint: {
				inactive:
					'Once you have tried it, publish the workflow (in n8n 1.x, activate it): what is new from then on starts it.',
				active:
					'What is new starts the workflow at its poll times. It shows up in the executions list.',
			},
		},
		properties: [
			{
				displayName:
					'Events come at the next poll time, so minutes late. Each poll downloads the messages of the last 6 hours, once an hour those of 3 days, once a day all that are watched, and each time the whole blacklist where Blacklisted or Unblacklisted is selected. The report has no message ID and no time of delivery, and of several replies to one message only the last. Where the internet reaches n8n, choose the iSendPro Trigger instead: it receives each event at once.',
				name: 'pollingNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Poll Times',
				name: 'pollTimes',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Poll Time' },
				default: { item: [{ mode: 'everyX', value: 15, unit: 'minutes' }] },
				description:
					'When to look for something new. A cron expression has six fields, of which the first, the second, is one plain number, e.g. 0 */5 * * * *.',
				placeholder: 'Add Poll Time',
				options: cronNodeOptions,
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				noDataExpression: true,
				required: true,
				options: [
					{
						name: 'Blacklisted',
						value: 'blacklisted',
						description:
							'A number entered the blacklist: by a STOP, an operator, the customer area or a workflow',
					},
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
					{
						name: 'Unblacklisted',
						value: 'unblacklisted',
						description: 'A number left the blacklist',
					},
				],
				default: ['deliveryReceipt', 'reply', 'stop', 'blacklisted'],
				description:
					'Each selected event gets an output of its own. All others start nothing, also when they are selected later.',
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
					'Reply is not selected: replies start nothing, also when it is selected later. With STOP selected, those with a STOP keyword anywhere leave by the STOP output.',
				name: 'noReplyNotice',
				type: 'notice',
				default: '',
				displayOptions: { hide: { events: ['reply'] } },
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'First Run',
						name: 'firstRun',
						type: 'options',
						options: [
							{
								name: 'Take What Is There as Known',
								value: 'baseline',
								description: 'Only what is new from then on starts the workflow',
							},
							{
								name: 'Let Out What Is There',
								value: 'lookBack',
								description:
									'The receipts and replies of all messages within Look Back start the workflow too, not the blacklist',
							},
						],
						default: 'baseline',
						description:
							'What to do with what iSendPro has when the workflow is first published, the node is renamed, or its account changes',
					},
					{
						displayName: 'Look Back',
						name: 'lookBack',
						type: 'number',
						typeOptions: { minValue: 1, maxValue: 30 },
						default: 14,
						description:
							'Days after its sending for which a message is watched for its status and its reply, from 1 to 30',
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
					{
						displayName: 'Tracker',
						name: 'tracker',
						type: 'string',
						default: '',
						placeholder: 'e.g. order_1234',
						description:
							'The tracker that the SMS were sent with: only receipts and replies of these come out',
					},
				],
			},
		],
	};

	methods = { credentialTest: { testConnection } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await emitPolled(this);
	}
}
