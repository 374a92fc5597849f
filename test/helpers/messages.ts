import type { IDataObject, INodeParameters, NodeExecutionHint } from 'n8n-workflow';
import type { Simulator, SimulatorOptions } from '../../simulator';
import type { EngineRun } from './engine';
import { useGateway, useResource } from './simulator';

export const [anna, zoe, leo] = ['0612345671', '0612345672', '0612345673'];

/** A text of two SMS. */
export const twoParts = 'x'.repeat(161);

/** An input item: a text for a phone. */
export const to = (phone: string, text: string): IDataObject => ({ phone, text });

/** The hints but the one that says at the end what was accepted. */
export const withoutSummary = (hints: NodeExecutionHint[]) =>
	hints.filter(({ message }) => !/^\d+ SMS accepted[^.]*\.$/.test(message));

/** Opens a directory with these contacts. */
export function openDirectory({ account }: Simulator, ...numbers: string[]): void {
	const contacts = numbers.map((number) => ({ number, fields: {} }));
	account.directories.push({ id: '39565', name: 'Clients', contacts });
}

/** Sends messages at a simulator. */
export function useMessages(account: SimulatorOptions['account'] = {}) {
	const gateway = useGateway({ account });
	const run = useResource(gateway, 'sms');
	return {
		gateway,
		run,
		/** Sends the text of each item to its phone. */
		send: async (
			items: IDataObject[],
			options: INodeParameters = {},
			more: Partial<EngineRun> = {},
		) =>
			await run(
				'send',
				{ to: '={{ $json.phone }}', message: '={{ $json.text }}', options },
				{ items, ...more },
			),
		sendToDirectory: async (
			message: string,
			options: INodeParameters = {},
			more: Partial<EngineRun> = {},
		) => await run('sendToDirectory', { directoryId: '39565', message, options }, more),
		/** What iSendPro was asked for, in order. */
		kinds: () => gateway().requests.map(({ kind }) => kind),
		/** The forms of the requests, without the key. */
		forms: () => gateway().requests.map(({ body }) => body.replace(/^keyid=\w+&/, '')),
		/** The phones that got a message, in order. */
		reached: () =>
			gateway()
				.phones.messages()
				.map((message) => message.to),
	};
}
