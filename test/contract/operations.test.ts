import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { resources } from '../../nodes/ISendPro/actions/registry';
import { operations, placesOf } from '../helpers/operations';
import { rows } from '../operations';

const folder = join(__dirname, '../../nodes/ISendPro');

const choicesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('value' in option ? [option.value] : []));

describe('The operations', () => {
	it('each have one row', () => {
		expect([...operations.keys()].sort()).toEqual(Object.keys(rows).sort());
	});

	it('each have a file that the registry reaches', () => {
		const files = readdirSync(join(folder, 'actions'), { recursive: true, encoding: 'utf8' });
		const operationFiles = files.filter((file) => file.endsWith('.operation.ts'));
		const reached = new Set<unknown>(operations.values());
		for (const file of operationFiles) {
			const exported: unknown[] = Object.values(
				jest.requireActual<object>(join(folder, 'actions', file)),
			);
			expect([file, exported.some((value) => reached.has(value))]).toEqual([file, true]);
		}
		expect(operationFiles).toHaveLength(operations.size);
	});

	it('are sorted by their labels, as the resources are', () => {
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

	describe.each([...operations])('%s', (name, { option }) => {
		const places = placesOf(name);
		const fields = rows[name]?.fields ?? {};

		it('has the parameters, options and choices of its row', () => {
			expect(places.map(({ path }) => path).sort()).toEqual(Object.keys(fields).sort());
			for (const { path, property } of places) {
				const { first = [], more = false } = fields[path]?.choices ?? {};
				const own = choicesOf(property);
				expect([path, more ? own.slice(0, first.length) : own]).toEqual([path, first]);
			}
		});

		it('tells people and models what it does', () => {
			expect(option.action).toMatch(/^[A-Z]/);
			expect(option.description).toMatch(/^[A-Z].{15,}/);
			for (const { path, property } of places) {
				const isTold = Boolean(property.description ?? property.hint);
				expect([path, isTold]).toEqual([path, true]);
			}
		});

		it('gives an example wherever text is typed', () => {
			for (const { path, property } of places) {
				if (property.type !== 'string' || property.typeOptions?.password) continue;
				const example = expect.stringMatching(/^e\.g\. /) as unknown;
				expect([path, property.placeholder]).toEqual([path, example]);
			}
		});
	});

	it('name the 27 fields of a contact as the customer area does [3.7.3]', () => {
		const field = placesOf('directory:addContacts').find(({ path }) => path.endsWith('.field'));
		const labels = (field?.property.options ?? []).map((option) => [
			'value' in option ? option.value : undefined,
			option.name,
		]);
		expect(labels).toHaveLength(27);
		expect(labels[0]).toEqual([1, 'Name']);
		expect(labels[1]).toEqual([2, 'Field A']);
		expect(labels[26]).toEqual([27, 'Field Z']);
	});

	it('tell a model what costs money, moves money or cannot be undone', () => {
		const told = (name: string) => operations.get(name)?.option;
		for (const name of ['sms:send', 'sms:sendToDirectory', 'phoneNumber:verify', 'api:request']) {
			expect(told(name)?.action).toMatch(/paid/);
			expect(told(name)?.description).toMatch(/paid|costs/);
		}
		for (const name of ['subAccount:addCredit', 'subAccount:create', 'directory:removeContacts']) {
			expect(told(name)?.action).toMatch(/cannot be undone/);
		}
	});
});
