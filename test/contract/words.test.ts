import type { INode, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import actionCodex from '../../nodes/ISendPro/ISendPro.node.json';
import pollingCodex from '../../nodes/ISendPro/ISendProPollingTrigger.node.json';
import triggerCodex from '../../nodes/ISendPro/ISendProTrigger.node.json';
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node';
import { resultCodes } from '../../nodes/ISendPro/api/wire/codes';
import { ISendProPollingTrigger } from '../../nodes/ISendPro/ISendProPollingTrigger.node';
import { ISendProTrigger } from '../../nodes/ISendPro/ISendProTrigger.node';
import { namesOf, operations, placesOf } from '../helpers/operations';

const { description } = new ISendPro();

/** What n8n's canvas writes under the node's name. */
function subtitleOf(name: string): unknown {
	const type = new ISendPro();
	const nodeTypes: INodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const node: INode = {
		id: '1',
		name: 'iSendPro',
		type: 'iSendPro',
		typeVersion: 1,
		position: [0, 0],
		parameters: namesOf(name),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(node, description.subtitle, 'internal', {});
}

describe('The words of the node', () => {
	it('on the canvas are the labels of operation and resource', () => {
		const subtitles = [...operations.keys()].map(subtitleOf);
		expect(subtitles).toEqual(expect.arrayContaining(['Send: SMS', 'Send to Directory: SMS']));
		expect(subtitleOf('subAccount:setRestriction')).toBe('Set Restriction: Sub-Account');
		expect(new Set(subtitles).size).toBe(operations.size);
		for (const subtitle of subtitles)
			expect(subtitle).toMatch(/^[A-Z][A-Za-z ]+: [A-Z][A-Za-z -]+$/);
	});

	it('group related options in the list', () => {
		const labels = (name: string) =>
			placesOf(name)
				.filter(({ path }) => path.startsWith('options.'))
				.map(({ property }) => property.displayName);
		const message = [
			...['Message Encoding', 'Message Maximum Parts', 'Message Missing Values'],
			'Message Text Checks',
			'Message Unsupported Characters',
		];
		const time = ['Send At', 'Send At Time Zone', 'Send in Quiet Hours'];
		const sender = ['Sender', 'Sender Number of SMS Azur', 'Sender Without STOP Mention'];
		const links = ['Shorten Links', 'Tracker'];
		expect(labels('sms:sendToDirectory')).toEqual([
			...['Dry Run', 'Include Input Fields', 'Maximum Cost', 'Maximum SMS'],
			...[...message, 'Minimum Credit', 'Once Key', ...time, ...sender, ...links],
		]);
		expect(labels('sms:send')).toEqual([
			...['Allow Duplicates', 'Default Country', 'Dry Run', 'Include Input Fields'],
			...['Maximum Cost', 'Maximum SMS'],
			...message,
			...['Minimum Credit', 'On Partial Failure', 'Once Key'],
			...time,
			...sender,
			'Shorten Links',
			...['Technical: Batch Interval (Ms)', 'Technical: Batch Size'],
			'Tracker',
		]);
	});

	it.each([...operations.keys()])('are in alphabetical order in the options of %s', (name) => {
		const labels = placesOf(name)
			.filter(({ path }) => /^options\.[^.]+$/.test(path))
			.map(({ property }) => property.displayName);
		expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other, 'en')));
	});

	it('below a time say in which time zone it is read', () => {
		const times = [...operations.keys()]
			.flatMap(placesOf)
			.filter(({ property }) => property.type === 'dateTime');
		expect(times.map(({ path }) => path)).toEqual(
			expect.arrayContaining(['startDate', 'endDate', 'options.sendAt']),
		);
		for (const { property } of times) expect(property.hint).toContain("the workflow's time zone");
	});

	it('below a sender say how long the STOP mention is, and what to do at night', () => {
		const hintOf = (name: string) =>
			placesOf(name).find(({ path }) => path === 'options.sender')?.property.hint;
		for (const name of ['sms:send', 'sms:sendToDirectory', 'sms:sendAndWait', 'sms:count'])
			expect(hintOf(name)).toContain('12 characters more');
		for (const name of ['sms:send', 'sms:sendToDirectory'])
			expect(hintOf(name)).toContain('add Send in Quiet Hours');
	});

	it('in the advice on a code are the labels of options and choices', () => {
		const fields = [...operations.keys()].flatMap(placesOf).map(({ property }) => property);
		const advised = [...resultCodes.values()].flatMap(({ advice }) =>
			fields.flatMap(({ displayName, options = [] }) => {
				const words = advice.split(new RegExp(`[Ss]et ${displayName} to `, 'u'))[1];
				const names = options.flatMap((option) => ('value' in option ? [option.name] : []));
				return words === undefined || names.length === 0 ? [] : [{ words, names }];
			}),
		);
		expect(advised).not.toHaveLength(0);
		for (const { words, names } of advised) {
			expect(names.filter((name) => words.startsWith(name))).not.toEqual([]);
		}
	});

	it.each([
		...['sms', 'texto', 'text message', 'send sms', 'receipt', 'delivery', 'liste noire'],
		...['blacklist', 'désabonnement', 'desabonnement', 'stop', 'reply', 'isendpro', 'bulk sms'],
		...['mobile', 'phone', 'alert', 'notification', 'campagne', 'rappel', 'OTP'],
		...['campagne SMS', 'SMS marketing', 'SMS gateway', 'texting', 'envoyer un message'],
		...['relance', 'rendez-vous', 'appointment', 'verification code', 'portable', 'solde'],
	])('by which the node panel finds the nodes include "%s"', (word) => {
		for (const { alias } of [actionCodex, triggerCodex, pollingCodex]) {
			expect(alias.map((one) => one.toLowerCase())).toContain(word.toLowerCase());
		}
	});

	it.each(['human', 'wait', 'approval', 'hitl'])(
		'by which the list of human reviews finds the node include "%s", like those of n8n’s own nodes',
		(word) => {
			expect(actionCodex.alias).toContain(word);
		},
	);

	it('about STOP are the same in both triggers', () => {
		const aboutStop = ({ description: { properties } }: ISendProTrigger | ISendProPollingTrigger) =>
			properties
				.flatMap((property) => [property, ...(property.options ?? [])])
				.filter(({ name }) => /^(?:s|noS)top/.test(name));
		expect(aboutStop(new ISendProTrigger()).map(({ name }) => name)).toEqual([
			...['stopNotice', 'noStopNotice', 'stopMatch', 'stopKeywords'],
		]);
		expect(aboutStop(new ISendProPollingTrigger())).toEqual(aboutStop(new ISendProTrigger()));
	});

	it('in the panel, which merges both nodes, say that SMS are sent and received', () => {
		expect(new ISendProTrigger().description.description).toMatch(/^Send SMS, or start a workflow/);
		expect(description.description).toMatch(/^Send SMS/);
	});
});
