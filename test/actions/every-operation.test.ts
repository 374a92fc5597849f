import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { resources } from '../../nodes/ISendPro/actions/registry';
import type { EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

jest.mock('../../nodes/ISendPro/transport/limits', () => ({
	...jest.requireActual<object>('../../nodes/ISendPro/transport/limits'),
	FIRST_PAUSE: 1,
}));

const subAccountKeyId = 'ber296464ce018ab710a';
const fromItem = '={{ $json.value }}';
const number = (index: number) => `06${String(10_000_000 + index)}`;

/** An operation on many input items: what they hold, one that is bad, and the requests it takes. */
interface Use {
	parameters: INodeParameters;
	value: (index: number) => unknown;
	bad: unknown;
	items: number;
	requests: number;
}

const manyNumbers = { value: number, bad: 'call me', items: 600, requests: 2 };

const uses: Record<string, Use> = {
	'account:getBalance': {
		parameters: { balance: fromItem },
		value: () => 'creditAndQuantity',
		bad: 'all',
		items: 600,
		requests: 1,
	},
	'api:request': {
		parameters: { parameters: { parameter: [{ name: 'credit', value: fromItem }] } },
		value: () => '2',
		bad: 'Привет',
		items: 200,
		requests: 200,
	},
	'blacklist:add': { parameters: { phoneNumber: fromItem }, ...manyNumbers },
	'blacklist:getMany': {
		parameters: { limit: fromItem },
		value: () => 1,
		bad: 0,
		items: 600,
		requests: 1,
	},
	'blacklist:remove': { parameters: { phoneNumber: fromItem }, ...manyNumbers },
	'campaign:getReport': {
		parameters: { startDate: fromItem, endDate: '2016-07-31' },
		value: () => '2016-07-01',
		bad: 'soon',
		items: 600,
		requests: 1,
	},
	'directory:addContacts': {
		parameters: { directoryId: '39565', phoneNumber: fromItem },
		...manyNumbers,
	},
	'directory:create': {
		parameters: { name: fromItem },
		value: (index) => `Clients ${index}`,
		bad: 'Клиенты',
		items: 200,
		requests: 200,
	},
	'directory:removeContacts': {
		parameters: { directoryId: '39565', phoneNumber: fromItem },
		...manyNumbers,
	},
	'phoneNumber:verify': { parameters: { phoneNumber: fromItem }, ...manyNumbers },
	'shortLink:create': {
		parameters: { url: fromItem },
		value: (index) => `https://example.com/${index}`,
		bad: 'example.com',
		items: 200,
		requests: 200,
	},
	'sms:count': { parameters: { to: fromItem, message: 'Hello' }, ...manyNumbers },
	'sms:send': { parameters: { to: fromItem, message: 'Hello' }, ...manyNumbers },
	'sms:sendToDirectory': {
		parameters: { directoryId: '39565', message: fromItem },
		value: (index) => `Hello ${index}`,
		bad: 'Привет'.repeat(100),
		items: 200,
		requests: 200,
	},
	'subAccount:addCredit': {
		parameters: { subAccountKeyId, amount: fromItem },
		value: () => 1,
		bad: -1,
		items: 200,
		requests: 200,
	},
	'subAccount:create': {
		parameters: { login: fromItem, password: 'secret' },
		value: (index) => `agence-${index}`,
		bad: 'Вася',
		items: 200,
		requests: 200,
	},
	'subAccount:setPrice': {
		parameters: { subAccountKeyId, price: fromItem, countryCode: '33' },
		value: (index) => (index + 1) / 1000,
		bad: 'free',
		items: 200,
		requests: 200,
	},
	'subAccount:setRestriction': {
		parameters: { subAccountKeyId, restriction: 'time', enabled: fromItem },
		value: (index) => index % 2 === 0,
		bad: 'perhaps',
		items: 200,
		requests: 200,
	},
};

const operations = resources.flatMap(({ option, operations: own }) =>
	own.map((operation) => `${option.value}:${operation.option.value}`),
);

describe('every operation', () => {
	const gateway = useGateway({ account: { credit: 1000 } });

	beforeEach(async () => {
		const { account, accounts } = gateway();
		account.directories.push({
			id: '39565',
			name: 'Clients',
			contacts: [{ number: '+33601020305', fields: {} }],
		});
		account.blacklist.add('+33601020306');
		account.reportRows.push({
			sentAt: new Date('2016-07-05T12:00:00Z'),
			sender: 'iSendPro',
			to: '0601020304',
			text: 'Hello',
			information: 'SFR: SMS remis',
			details: '',
			status: '0',
			reply: 'Merci',
			channel: '',
			price: 0.044,
			stop: 0,
			tracker: 'a',
		});
		await perform('subAccount:create', { login: 'x', password: 'x' });
		const [, made] = accounts;
		if (made) made.keyId = subAccountKeyId;
	});

	async function perform(name: string, parameters: INodeParameters, more: Partial<EngineRun> = {}) {
		const [resource = '', operation = ''] = name.split(':');
		return await runNode({ url: gateway().url, resource, operation, parameters, ...more });
	}

	/** The requests of the test itself. */
	const requests = () => gateway().requests.slice(1);

	it('is used here', () => {
		expect(Object.keys(uses)).toEqual(operations);
	});

	describe.each(Object.entries(uses))('%s', (name, use) => {
		const given = (length: number) =>
			Array.from({ length }, (_, index) => ({ value: use.value(index) as string, id: index }));

		it(`does its work for ${use.items} items in ${use.requests} requests, each linked to its own`, async () => {
			const { outputs, error, hints } = await perform(name, use.parameters, {
				items: given(use.items),
			});
			expect([error, hints]).toEqual([undefined, []]);
			expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
				Array.from({ length: use.items }, (_, item) => ({ item })),
			);
			expect(requests()).toHaveLength(use.requests);
		}, 30_000);

		it('gives what its output schema promises', async () => {
			const { json } = await perform(name, use.parameters, { items: given(1) });
			const file = `../../nodes/ISendPro/__schema__/v1.0.0/${name.replace(':', '/')}.json`;
			const schema: unknown = JSON.parse(readFileSync(join(__dirname, file), 'utf8'));
			const { properties } = schema as { properties: Record<string, { type: string }> };
			expect(json).toHaveLength(1);
			for (const [key, value] of Object.entries(json[0] ?? {})) {
				// What a custom request gives nobody knows; what iSendPro does not say is null
				if (name === 'api:request') continue;
				expect([key, properties[key]?.type]).toEqual([
					key,
					value === null ? expect.any(String) : typeof value,
				]);
			}
		});

		const threeItems: IDataObject[] = given(3);
		threeItems[1] = { value: use.bad as string, id: 1 };

		it('does nothing at all when an item is bad and the node stops on errors', async () => {
			const { error } = await perform(name, use.parameters, { items: threeItems });
			expect(error?.message).toMatch(/^["A-Z].{5,}/);
			expect(error?.context?.itemIndex).toBe(1);
			expect(requests()).toEqual([]);
		});

		it('marks the bad item and does the rest where the node continues', async () => {
			const { outputs, error } = await perform(name, use.parameters, {
				items: threeItems,
				onError: 'continueRegularOutput',
			});
			expect(error).toBeUndefined();
			expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 1 },
				{ item: 2 },
			]);
			expect(outputs[0]?.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
		});

		it('puts the bad item with its own fields on the error output', async () => {
			const { outputs } = await perform(name, use.parameters, {
				items: threeItems,
				onError: 'continueErrorOutput',
			});
			expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
			expect(outputs[1]).toEqual([
				{
					json: {
						...threeItems[1],
						error: expect.objectContaining({ message: expect.any(String), status: 'notSent' }),
					},
					pairedItem: { item: 1 },
				},
			]);
		});

		it('fails with advice when the key is wrong, and asks once', async () => {
			gateway().account.keyId = 'another';
			const { error, stored } = await perform(name, use.parameters, { items: given(3) });
			expect(error?.message).toBe('The key is wrong (iSendPro code 3)');
			expect(error?.description).toMatch(/credential/);
			expect(requests()).toHaveLength(1);
			expect(stored).not.toContain('a296464ce012b8ab710a');
		});

		it('fails with advice when nobody listens', async () => {
			gateway().pause();
			const { error } = await perform(name, use.parameters, { items: given(3) });
			await gateway().resume();
			expect(error?.message).toMatch(/^No connection to /);
			expect(error?.description).toContain('Base URL');
		});
	});
});
