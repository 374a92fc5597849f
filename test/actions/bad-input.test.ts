import type { INodeParameters } from 'n8n-workflow';
import type { Kind } from '../helpers/bad-input';
import { bad, sent } from '../helpers/bad-input';
import type { EngineResult } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { namesOf, placesOf, withoutLinks } from '../helpers/operations';
import { useBusyGateway } from '../helpers/simulator';
import { rows } from '../operations';

interface Case {
	name: string;
	path: string;
	kind: Kind;
	expected?: string;
	result: EngineResult;
	/** The forms that went out, without the key. */
	forms: string[];
}

describe('bad input on every parameter', () => {
	const { gateway, requests, prepare } = useBusyGateway();
	const cases: Case[] = [];

	beforeAll(async () => {
		for (const [name, { fields, parameters, items }] of Object.entries(rows)) {
			for (const { path, property, put } of placesOf(name)) {
				const told = fields[path]?.told(
					property.displayName,
					(property.options ?? []).map(({ name: choice }) => choice),
				);
				const nothing = /^options\.\w+$/.test(path)
					? `"${property.displayName}" is set, but its expression finds nothing`
					: told?.nothing;
				const spoilt: INodeParameters = put(parameters, '={{ $json.bad }}');
				for (const kind of Object.keys(bad) as Kind[]) {
					await prepare();
					const result = await runNode({
						url: gateway().url,
						...namesOf(name),
						parameters: spoilt,
						items: [{ ...items[0], bad: bad[kind] as string }],
					});
					const forms = requests().map(({ body }) => withoutLinks(body.replace(/^keyid=\w+&/, '')));
					const expected = kind === 'nothing' || kind === 'missing' ? nothing : told?.[kind];
					cases.push({ name, path, kind, expected, result, forms });
				}
			}
		}
	}, 120_000);

	it('gives these messages', () => {
		const seen = ({ result, forms: [form = ''] }: Case) => result.error?.message ?? sent(form);
		const told = (message: (one: Case) => string | undefined) =>
			cases.map((one) => `${one.name} ${one.path} | ${one.kind} | ${message(one)}`);
		expect(told(seen)).toEqual(told(({ expected }) => expected));
	});

	it('is told in a sentence that can be read, with what to do', () => {
		for (const { name, path, kind, result } of cases) {
			if (!result.error) continue;
			const { message, description } = result.error;
			const told = [name, path, kind, message, description];
			const readable = /^(?:["A-Z]|iSendPro)[^\n\u0000]{5,250}$/.test(message);
			const leaks = /undefined|Cannot |\[object|NaN|may have been done/.test(message);
			expect([...told, readable, leaks]).toEqual([...told, true, false]);
			expect([...told, (description ?? '').length > 5]).toEqual([...told, true]);
		}
	});

	it('is told by the labels of the choices, and which values an expression gives for them', () => {
		const description = (path: string, value: Kind) =>
			cases.find((one) => one.name === 'sms:send' && one.path === path && one.kind === value)
				?.result.error?.description;
		expect(description('options.encoding', 'true')).toBe(
			'Choose it from the list, or have the expression give its value: auto, gsm, unicode',
		);
		expect(description('options.defaultCountry', 'true')).toBe(
			'Choose it from the list, or have the expression give its value: FR, AF, AX, …',
		);
	});

	it('is never sent where it is no text, number or choice at all', () => {
		const wrong = cases.filter(({ kind }) => kind === 'an object' || kind === 'a list');
		expect(wrong.flatMap(({ forms }) => forms)).toEqual([]);
	});

	it('can smuggle no parameter of its own into a request', () => {
		const hostile = cases.filter(({ kind }) => kind === 'hostile');
		expect(hostile.flatMap(({ forms }) => forms.filter((form) => /keyid=/.test(form)))).toEqual([]);
	});
});
