import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { CODE_MESSAGES } from '../../simulator/manual/codes';
import type { EngineResult } from '../helpers/engine';
import { KEY, runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

/** How a code of the manual's table [4.1] comes to the node: the last of these runs gets it. */
interface Way {
	runs: Array<[operation: string, parameters: INodeParameters]>;
	prepare?: (simulator: Simulator) => void;
}

const number = '0601020304';

const one = (operation: string, parameters: INodeParameters = {}): Way => ({
	runs: [[operation, parameters]],
});
const send = (prepare?: Way['prepare'], parameters: INodeParameters = {}): Way => ({
	runs: [['sms:send', { to: number, message: 'a', ...parameters }]],
	prepare,
});
const verify = (prepare: Way['prepare']): Way => ({
	runs: [['phoneNumber:verify', { phoneNumber: number }]],
	prepare,
});
const contact = { directoryId: '39565', phoneNumber: number };
const subAccountKeyId = 'ber296464ce018ab710a';

/** The answer to a custom request: of a code that no operation meets, or that its row in test/operations.ts does. */
const forced = (code: number): Way => ({
	...one('api:request', { parameters: { parameter: [{ name: 'credit', value: '1' }] } }),
	prepare: ({ faults }) => faults.add({ kind: 'code', code, times: 3 }),
});

const period = { startDate: '2016-07-01', endDate: '2016-07-31' };

const ways: Record<number, Way> = {
	3: send(({ account }) => (account.keyId = 'another')),
	11: send(({ account }) => account.blacklist.add('+33601020304')),
	12: send(({ account }) => (account.credit = 0.03)),
	14: send(({ account }) => (account.allowedIps = [])),
	21: send(undefined, { to: '0611111111' }),
	22: send(({ phones }) => (phones.get(number).fullMvno = true)),
	24: send(({ account, clock }) => {
		account.quietHours = true;
		clock.set('2026-11-22T12:00:00Z');
	}),
	25: send(undefined, { message: 'Au 0899123456' }),
	26: send(undefined, { message: 'Au 0892123456' }),
	27: send(({ account }) => (account.allowedCallingCodes = ['32'])),
	33: send(({ account }) => (account.senders = []), { options: { sender: 'Acme' } }),
	35: verify(({ account }) => (account.hlrCredit = 0)),
	36: send(undefined, { options: { sender: 'Acme', removeStop: true } }),
	41: verify(({ account }) => (account.hlrAllowed = false)),
	102: one('directory:addContacts', { ...contact, directoryId: '0' }),
	104: {
		runs: [
			['directory:addContacts', contact],
			[
				'sms:sendToDirectory',
				{ directoryId: '39565', message: 'a', options: { sendAt: '2999-01-01T12:00:00' } },
			],
			['directory:removeContacts', contact],
		],
	},
	205: {
		...one('campaign:getReport', period),
		prepare: ({ faults }) => faults.add({ kind: 'code', code: 205, times: 100 }),
	},
	206: one('campaign:getReport', period),
	233: one('subAccount:create', { login: 'a', password: 'b' }),
	234: one('subAccount:addCredit', { subAccountKeyId: 'nobody', amount: 1 }),
	243: {
		...one('subAccount:create', { login: 'b', password: 'b' }),
		prepare: ({ account, accounts }) => {
			const [, made] = accounts;
			account.keyId = 'another';
			if (made !== undefined) made.keyId = KEY;
		},
	},
	777: send(({ service }) => (service.maintenance = true)),
};

/** The codes of success, by the reading notes. */
const successes = new Set([
	0, 100, 103, 106, 210, 211, 212, 215, 220, 221, 222, 225, 230, 237, 239, 241, 244, 245, 246, 247,
	250,
]);

describe('the table of codes [4.1]', () => {
	const gateway = useGateway({ account: { senders: 'any' } });

	async function run(operation: string, parameters: INodeParameters): Promise<EngineResult> {
		const [resource = '', name = ''] = operation.split(':');
		return await runNode({ url: gateway().url, resource, operation: name, parameters });
	}

	async function follow(way: Way): Promise<EngineResult> {
		await run('subAccount:create', { login: 'a', password: 'a' });
		const [, made] = gateway().accounts;
		if (made) made.keyId = subAccountKeyId;
		gateway().account.directories.push({ id: '39565', name: 'Clients', contacts: [] });
		way.prepare?.(gateway());
		const [last, ...earlier] = [...way.runs].reverse();
		for (const [operation, parameters] of earlier.reverse()) {
			expect((await run(operation, parameters)).error).toBeUndefined();
		}
		return await run(...(last ?? ['', {}]));
	}

	it.each([...CODE_MESSAGES.keys()])('%i is met', async (code) => {
		const { json, error } = await follow(ways[code] ?? forced(code));
		if (successes.has(code)) {
			expect(error).toBeUndefined();
			expect(json[0]?.code).toBe(code);
		} else if (code === 206) {
			expect([json, error]).toEqual([[], undefined]);
		} else {
			expect(error?.message).toMatch(
				new RegExp(`^(?:[A-Z]|iSendPro).+ \\(iSendPro code ${code}\\)$`),
			);
			// What to do, then the manual's own words
			const [words = ''] = (CODE_MESSAGES.get(code) ?? '').split('[');
			expect(error?.description).toMatch(/^[A-Z].{15,}\. iSendPro said: "/);
			expect(error?.description).toContain(`iSendPro said: "${words.trim()}`);
		}
	});
});
