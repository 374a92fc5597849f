import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { resources } from '../../nodes/ISendPro/actions/registry';
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node';

const folder = join(__dirname, '../../nodes/ISendPro');

/** Parameters and options of each operation, as users, workflows and tests rely on them. */
const interfaceTable: Record<string, { parameters: string; options?: string }> = {
	'sms:send': {
		parameters: 'to message',
		options:
			'sender removeStop useAzurNumber tracker sendAt timezone maxParts encoding unsupportedCharacters quietHours allowDuplicates onPartialFailure defaultCountry batchSize batchInterval',
	},
	'sms:sendToDirectory': {
		parameters: 'directoryId message',
		options:
			'sender removeStop useAzurNumber sendAt timezone maxParts encoding unsupportedCharacters quietHours',
	},
	'sms:count': {
		parameters: 'to message',
		options: 'sender removeStop maxParts encoding unsupportedCharacters',
	},
	'account:getBalance': { parameters: 'balance' },
	'directory:create': { parameters: 'name' },
	'directory:addContacts': {
		parameters: 'directoryId phoneNumber contactFields',
		options: 'defaultCountry batchSize',
	},
	'directory:removeContacts': {
		parameters: 'directoryId phoneNumber',
		options: 'defaultCountry batchSize',
	},
	'blacklist:add': { parameters: 'phoneNumber', options: 'defaultCountry batchSize' },
	'blacklist:remove': { parameters: 'phoneNumber', options: 'defaultCountry batchSize' },
	'blacklist:getMany': { parameters: 'returnAll limit output binaryPropertyName' },
	'phoneNumber:verify': { parameters: 'phoneNumber', options: 'defaultCountry batchSize' },
	'campaign:getReport': {
		parameters: 'startDate endDate returnAll limit output binaryPropertyName simplify',
	},
	'subAccount:create': { parameters: 'login password' },
	'subAccount:setPrice': { parameters: 'subAccountKeyId price countryCode' },
	'subAccount:addCredit': { parameters: 'subAccountKeyId amount' },
	'subAccount:setRestriction': { parameters: 'subAccountKeyId restriction enabled' },
	'shortLink:create': { parameters: 'url' },
	'api:request': { parameters: 'parameters' },
};

/** Choices of the parameters that have some, besides countries and time zones. */
const choices: Record<string, unknown[]> = {
	'account:getBalance balance': ['credit', 'creditAndQuantity'],
	'blacklist:getMany output': ['items', 'file'],
	'campaign:getReport output': ['items', 'file'],
	'subAccount:setRestriction restriction': ['stop', 'time'],
	'sms:send encoding': ['auto', 'gsm', 'unicode'],
	'sms:send maxParts': [1, 2, 3, 4, 5, 6, 'automatic'],
	'sms:send quietHours': ['ignore', 'postpone', 'fail'],
	'sms:send onPartialFailure': ['continue', 'stop'],
	'sms:send unsupportedCharacters': ['replace', 'fail'],
};

const { description } = new ISendPro();
const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.option.value}:${operation.option.value}`,
		resource: String(resource.option.value),
		operation,
	})),
);
const names = operations.map(({ name }) => name);

/** The parameters that n8n shows for an operation. */
function shown(name: string): INodeProperties[] {
	const [resource, operation] = name.split(':');
	return description.properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource ?? '') &&
			displayOptions.show.operation?.includes(operation ?? ''),
	);
}

function optionsOf(name: string): INodeProperties[] {
	const options = shown(name).find((property) => property.name === 'options')?.options ?? [];
	return options.flatMap((option) => ('type' in option ? [option] : []));
}

/** All properties in these, the members of collections included. */
function everyOne(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...everyOne(
			(property.options ?? []).flatMap((option): INodeProperties[] =>
				'values' in option ? option.values : 'type' in option ? [option] : [],
			),
		),
	]);
}

const groupsOf = (property: INodeProperties | undefined): INodePropertyCollection[] =>
	(property?.options ?? []).flatMap((option) => ('values' in option ? [option] : []));

describe('The operations', () => {
	it('are those of the interface', () => {
		expect([...names].sort()).toEqual(Object.keys(interfaceTable).sort());
	});

	it('are each in a file of their own that the registry reaches', () => {
		const files = readdirSync(join(folder, 'actions'), { recursive: true, encoding: 'utf8' });
		const operationFiles = files.filter((file) => file.endsWith('.operation.ts'));
		const reached = new Set<unknown>(operations.map(({ operation }) => operation));
		for (const file of operationFiles) {
			const exported: unknown[] = Object.values(
				jest.requireActual<object>(join(folder, 'actions', file)),
			);
			expect([file, exported.some((value) => reached.has(value))]).toEqual([file, true]);
		}
		expect(operationFiles).toHaveLength(operations.length);
	});

	it('are in the order of their labels, as resources are', () => {
		const inOrder = (labels: string[]) =>
			[...labels].sort((one, other) => one.localeCompare(other, 'en', { sensitivity: 'base' }));
		const labels = resources.map(({ option }) => option.name);
		expect(labels).toEqual(inOrder(labels));
		for (const resource of resources) {
			const own = resource.operations.map(({ option }) => option.name);
			expect(own).toEqual(inOrder(own));
			const { defaultOperation } = resource;
			expect(resource.operations.map(({ option }) => option.value)).toContain(defaultOperation);
		}
	});

	describe.each(names)('%s', (name) => {
		const { operation, resource } = operations.find((candidate) => candidate.name === name) ?? {};
		const parameters = shown(name).filter(
			({ type, name: own }) => type !== 'notice' && own !== 'options',
		);

		it('has the parameters and options of the interface', () => {
			const expected = interfaceTable[name];
			const sorted = (properties: INodeProperties[]) =>
				properties.map((property) => property.name).sort();
			expect(sorted(parameters)).toEqual(expected?.parameters.split(' ').sort());
			expect(sorted(optionsOf(name))).toEqual(expected?.options?.split(' ').sort() ?? []);
		});

		it('tells people and models what it does', () => {
			expect(operation?.option.action).toMatch(/^[A-Z]/);
			expect(operation?.option.description).toMatch(/^[A-Z].{15,}/);
			for (const property of everyOne(parameters)) {
				const told = property.description ?? property.hint;
				const isSelfEvident = property.type === 'fixedCollection' || property.name === 'options';
				expect([property.name, isSelfEvident || Boolean(told)]).toEqual([property.name, true]);
			}
		});

		it('has an output schema for the editor', () => {
			const file = join(folder, `__schema__/v1.0.0/${resource}/${operation?.option.value}.json`);
			const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
			expect(schema).toMatchObject({ type: 'object', properties: expect.any(Object) });
		});

		it('gives an example wherever text is typed', () => {
			for (const property of everyOne(parameters)) {
				if (property.type !== 'string' || property.typeOptions?.password) continue;
				expect([property.name, property.placeholder]).toEqual([
					property.name,
					expect.stringMatching(/^e\.g\. /),
				]);
			}
		});
	});

	it.each(Object.entries(choices))('%s has the choices of the interface', (place, values) => {
		const [name = '', parameter] = place.split(' ');
		const property = [...shown(name), ...optionsOf(name)].find((one) => one.name === parameter);
		const own = (property?.options ?? []).map((option) => ('value' in option ? option.value : ''));
		expect(own.sort()).toEqual([...values].sort());
	});

	it('have the 27 fields of a contact by their names in the customer area [3.7.3]', () => {
		const [group] = groupsOf(
			shown('directory:addContacts').find(({ name }) => name === 'contactFields'),
		);
		expect(group?.name).toBe('fields');
		const [field, value] = group?.values ?? [];
		expect([field?.name, value?.name]).toEqual(['field', 'value']);
		const labels = (field?.options ?? []).map((option) => [
			'value' in option ? option.value : undefined,
			option.name,
		]);
		expect(labels).toHaveLength(27);
		expect(labels[0]).toEqual([1, 'Name']);
		expect(labels[1]).toEqual([2, 'Field A']);
		expect(labels[26]).toEqual([27, 'Field Z']);
	});

	it('take the parameters of a request as names and values', () => {
		const [group] = groupsOf(shown('api:request').find(({ name }) => name === 'parameters'));
		expect(group?.name).toBe('parameter');
		expect(group?.values.map(({ name }) => name)).toEqual(['name', 'value']);
	});

	it('say in the words that a model is given what is paid, moves money or cannot be undone', () => {
		const told = (name: string) =>
			operations.find((candidate) => candidate.name === name)?.operation.option;
		for (const name of ['sms:send', 'sms:sendToDirectory', 'phoneNumber:verify', 'api:request']) {
			expect(told(name)?.action).toMatch(/paid/);
			expect(told(name)?.description).toMatch(/paid|costs/);
		}
		for (const name of ['subAccount:addCredit', 'subAccount:create', 'directory:removeContacts']) {
			expect(told(name)?.action).toMatch(/cannot be undone/);
		}
	});
});
