import type { INodeParameters } from 'n8n-workflow';
import type { EngineResult } from '../../helpers/engine';
import { runNode } from '../../helpers/engine';
import type { Place } from '../../helpers/operations';
import { namesOf, placesOf } from '../../helpers/operations';
import { useBusyGateway } from '../../helpers/simulator';
import { rows } from '../../operations';
import type { BadInputKind, Outcome } from '../../operations/fields';
import { badInput } from '../../operations/fields';

const kinds = Object.keys(badInput) as BadInputKind[];
const fields = Object.keys(rows).flatMap((name) =>
	placesOf(name).map((place) => ({ name, place, path: place.path })),
);

/** What a field that the item lacks, or a cell that holds spaces, is treated as. */
const sameAs = { missing: 'nothing', blank: 'empty' } as const;

/** Options, and settings that belong together: they never silently mean "without". */
const isSetting = ({ path }: Place) => /^(?:options|approvalOptions)\./.test(path);

/** What the row expects of a kind of bad input in a field. */
function expectedOutcome(name: string, place: Place, kind: BadInputKind) {
	const { path, property } = place;
	const { displayName, options = [] } = property;
	if (isSetting(place) && ['empty', 'blank', 'nothing', 'missing'].includes(kind))
		return `"${displayName}" is set, but its expression has no value`;
	const labels = options.map((choice) => choice.name);
	const outcomes = rows[name]?.fields[path]?.outcomes(displayName, labels);
	if (kind === 'blank' && outcomes?.blank) return outcomes.blank;
	return outcomes?.[kind === 'missing' || kind === 'blank' ? sameAs[kind] : kind];
}

/** Whether an error reads as a sentence, says what to do, and shows no part of the code. */
function expectReadable({ message, description }: NonNullable<EngineResult['error']>): void {
	expect(message).toMatch(/^(?:["A-Z]|iSendPro)[^\n\u0000]{5,250}$/);
	expect(message).not.toMatch(/undefined|Cannot |\[object|NaN|may have been done/);
	expect(description).toMatch(/^.{6,}/s);
}

describe('Bad input', () => {
	const { gateway, forms } = useBusyGateway();

	async function run(name: string, { put }: Place, kind: BadInputKind): Promise<EngineResult> {
		const { parameters = {}, items = [] } = rows[name] ?? {};
		return await runNode({
			...{ url: gateway().url, ...namesOf(name) },
			parameters: put(parameters, '={{ $json.bad }}'),
			items: [{ ...items[0], bad: badInput[kind] as string }],
		});
	}

	describe.each(fields)('in $name $path', ({ name, place }) => {
		it.each(kinds)('that is %s is refused readably, or sent as its row says', async (kind) => {
			const { error } = await run(name, place, kind);
			const [form = ''] = forms();
			const outcome: Outcome = error?.message ?? { sends: form };
			expect(outcome).toEqual(expectedOutcome(name, place, kind));
			if (error) expectReadable(error);
			if (kind === 'an object' || kind === 'a list') expect(forms()).toEqual([]);
			if (kind === 'hostile') expect(forms().filter((sent) => /keyid=/.test(sent))).toEqual([]);
		});
	});

	describe.each(fields.filter(({ path }) => /^options\.\w+$/.test(path)))(
		'an option without an expression, $name $path',
		({ name, place }) => {
			it.each([[''], ['  '], [null]])(
				'that is %j is as if it had not been added',
				async (value) => {
					const { parameters = {}, items } = rows[name] ?? {};
					const { put } = place;
					const sentWith = async (given: INodeParameters) => {
						const before = forms().length;
						await runNode({ url: gateway().url, ...namesOf(name), parameters: given, items });
						// Each run has a short link of its own.
						return forms()
							.slice(before)
							.map((form) => form.replace(/sms\.ht%2F\w+/, 'SHORT'));
					};
					const without = await sentWith({ ...put(parameters, value), options: {} });
					expect(without).not.toEqual([]);
					expect(await sentWith(put(parameters, value))).toEqual(without);
				},
			);
		},
	);

	const texts = fields.filter(({ place }) => place.property.type === 'string');

	it.each(texts)(
		'that is a rounded number within a text is refused: $name $path',
		async ({ name, place }) => {
			const { parameters = {}, items = [] } = rows[name] ?? {};
			for (const expression of ['=n{{ $json.bad }}', '=n{{ $json.bad - 0 }}']) {
				const { error } = await runNode({
					...{ url: gateway().url, ...namesOf(name) },
					parameters: place.put(parameters, expression),
					items: [{ ...items[0], bad: 2 ** 60 }],
				});
				expect(error?.message).toMatch(
					/^"[^"]+" has (?:the number 1152921504606847000|a number), which was rounded on its way$/,
				);
				expect(error?.description).toContain('as text, in quotes');
			}
			expect(forms()).toEqual([]);
		},
	);

	it.each([
		['sms:send', 'options.sendAt'],
		['sms:send', 'options.tracker'],
		['sms:send', 'options.maxSms'],
		['campaign:getReport', 'options.to'],
		['campaign:getReport', 'options.tracker'],
		['campaign:getReport', 'options.status'],
	])('is refused whoever reads the blank cell, n8n or the node: %s %s', async (name, path) => {
		const place = placesOf(name).find((each) => each.path === path) as Place;
		const { parameters = {}, items = [] } = rows[name] ?? {};
		for (const expression of [
			...[
				'={{ $json.bad }}',
				'={{ $json.bad.trim() }}',
				'={{ $json.bad ?? "" }}',
				'={{ "" }}',
				'=',
			],
			...[
				'={{ $json.bad }}{{ $json.bad }}',
				'= {{ $json.bad }}\n',
				"={{ $('Items').item.json.bad }}",
			],
		]) {
			const { error } = await runNode({
				...{ url: gateway().url, ...namesOf(name) },
				parameters: place.put(parameters, expression),
				items: [{ ...items[0], bad: '' }],
			});
			const message = `"${place.property.displayName}" is set, but its expression has no value`;
			expect([expression, error?.message]).toEqual([expression, message]);
		}
		expect(forms()).toEqual([]);
	});

	it.each([
		['options.encoding', 'auto, gsm, unicode'],
		['options.defaultCountry', 'FR, AF, AX, …'],
	])('in %s is answered with the values that an expression may give', async (path, values) => {
		const place = placesOf('sms:send').find((each) => each.path === path) as Place;
		const { error } = await run('sms:send', place, 'true');
		expect(error?.description).toBe(
			`Choose it from the list, or have the expression give its value: ${values}`,
		);
	});
});
