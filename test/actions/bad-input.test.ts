import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { Field } from '../../nodes/ISendPro/engine/field';
import { resources } from '../../nodes/ISendPro/actions/registry';
import type { EngineResult } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

const number = '0601020304';
const subAccountKeyId = 'ber296464ce018ab710a';

/** Parameters with which each operation does its work. */
const good: Record<string, INodeParameters> = {
	'account:getBalance': {},
	'api:request': { parameters: { parameter: [{ name: 'credit', value: '1' }] } },
	'blacklist:add': { phoneNumber: number },
	'blacklist:getMany': {},
	'blacklist:remove': { phoneNumber: number },
	'campaign:getReport': { startDate: '2016-07-01', endDate: '2016-07-31' },
	'directory:addContacts': {
		directoryId: '39565',
		phoneNumber: number,
		contactFields: { fields: [{ field: 1, value: 'Martin' }] },
	},
	'directory:create': { name: 'Clients' },
	'directory:removeContacts': { directoryId: '39565', phoneNumber: number },
	'phoneNumber:verify': { phoneNumber: number },
	'shortLink:create': { url: 'https://example.com/' },
	'sms:count': { to: number, message: 'Hello' },
	'sms:send': { to: number, message: 'Hello' },
	'sms:sendToDirectory': { directoryId: '39565', message: 'Hello' },
	'subAccount:addCredit': { subAccountKeyId, amount: 150 },
	'subAccount:create': { login: 'agence', password: 'secret' },
	'subAccount:setPrice': { subAccountKeyId, price: 0.049, countryCode: '33' },
	'subAccount:setRestriction': { subAccountKeyId, restriction: 'stop', enabled: true },
};

/** What an expression gives instead of what is meant. */
const bad: Record<string, unknown> = {
	empty: '',
	nothing: null,
	'too long': 'x'.repeat(5000),
	'a number': 1e21,
	true: true,
	'an object': { a: 1 },
	'a list': ['a', { b: 1 }],
	hostile: '"><script>&keyid=x\u0000{{ $json.x }}__proto__\n',
};

const expression = '={{ $json.bad }}';

/** The parameters with one of them replaced, and the name of that one. */
function* spoilt(
	fields: readonly Field[],
	parameters: INodeParameters,
): Generator<[name: string, parameters: INodeParameters]> {
	for (const field of fields) {
		const [group] = field.options ?? [];
		if (field.type === 'notice') continue;
		if (field.type === 'collection') {
			for (const option of field.options ?? []) {
				const options = { [option.name]: expression };
				yield [`${field.name}.${option.name}`, { ...parameters, [field.name]: options }];
			}
		} else if (field.type === 'fixedCollection' && group && 'values' in group) {
			const rows = parameters[field.name] as Record<string, INodeParameters[]>;
			const [row = {}] = rows[group.name] ?? [];
			for (const { name } of group.values) {
				const spoiltRow: NodeParameterValueType = [{ ...row, [name]: expression }];
				yield [
					`${field.name}.${name}`,
					{ ...parameters, [field.name]: { [group.name]: spoiltRow } },
				];
			}
		} else {
			const output = field.name === 'binaryPropertyName' ? { output: 'file' } : {};
			yield [field.name, { ...parameters, ...output, [field.name]: expression }];
		}
	}
}

interface Case {
	operation: string;
	parameter: string;
	kind: string;
	parameters: INodeParameters;
}

const cases = resources.flatMap((resource) =>
	resource.operations.flatMap(({ option, fields }) => {
		const operation = `${resource.option.value}:${option.value}`;
		return [...spoilt(fields, good[operation] ?? {})].flatMap(([parameter, parameters]) =>
			Object.keys(bad).map((kind): Case => ({ operation, parameter, kind, parameters })),
		);
	}),
);

describe('bad input on every parameter', () => {
	const gateway = useGateway();
	const results = new Map<Case, { result: EngineResult; requests: string[] }>();

	/** A gateway on which every operation succeeds with its good parameters. */
	async function prepare() {
		await gateway().reset();
		const { account } = gateway();
		account.noStopAllowed = true;
		account.directories.push({
			id: '39565',
			name: 'Clients',
			contacts: [{ number: '+33601020305', fields: {} }],
		});
		account.blacklist.add('+33601020306');
		await perform('subAccount:create', { login: 'x', password: 'x' });
		const [, made] = gateway().accounts;
		if (made) made.keyId = subAccountKeyId;
	}

	async function perform(operation: string, parameters: INodeParameters, value?: unknown) {
		const [resource = '', name = ''] = operation.split(':');
		return await runNode({
			url: gateway().url,
			resource,
			operation: name,
			parameters,
			items: [{ bad: value as string }],
		});
	}

	/** The message that the user sees, or what went out. */
	function seen(one: Case): string {
		const { result, requests = [] } = results.get(one) ?? {};
		if (result?.error) return result.error.message;
		const [, ...form] = (requests[0] ?? '').split('&');
		const written = form.join('&');
		return `accepted: ${written.length > 120 ? `${written.slice(0, 120)}…` : written}`;
	}

	beforeAll(async () => {
		for (const one of cases) {
			await prepare();
			const result = await perform(one.operation, one.parameters, bad[one.kind]);
			const [, ...requests] = gateway().requests.map(({ body }) => body);
			results.set(one, { result, requests });
		}
	}, 120_000);

	it('is tried on all of them', () => {
		expect(Object.keys(good).sort()).toEqual(
			[...new Set(cases.map(({ operation }) => operation))].sort(),
		);
		expect(results.size).toBe(cases.length);
	});

	it('is told in a sentence that can be read, with what to do', () => {
		for (const one of cases) {
			const { error } = results.get(one)?.result ?? {};
			if (!error) continue;
			const told = [one.operation, one.parameter, one.kind, error.message, error.description];
			const readable = /^(?:["A-Z]|iSendPro)[^\n\u0000]{5,250}$/.test(error.message);
			const leaks = /undefined|Cannot |\[object|NaN|may have been done/.test(error.message);
			expect([...told, readable, leaks]).toEqual([...told, true, false]);
			expect([...told, (error.description ?? '').length > 5]).toEqual([...told, true]);
		}
	});

	it('is never sent where it is no text, number or choice at all', () => {
		const sent = cases.filter(
			(one) =>
				(one.kind === 'an object' || one.kind === 'a list') &&
				(results.get(one)?.requests.length ?? 0) > 0,
		);
		expect(sent).toEqual([]);
	});

	it('can smuggle no parameter of its own into a request', () => {
		const smuggled = cases
			.filter(({ kind }) => kind === 'hostile')
			.flatMap((one) => (results.get(one)?.requests ?? []).filter((body) => /&keyid=/.test(body)));
		expect(smuggled).toEqual([]);
	});

	it('gives these messages', () => {
		const lines = cases.map(
			(one) => `${one.operation} ${one.parameter} | ${one.kind} | ${seen(one)}`,
		);
		expect(lines.join('\n')).toMatchSnapshot();
	});
});
