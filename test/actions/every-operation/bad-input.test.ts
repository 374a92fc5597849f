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

/** What the row expects of a kind of bad input in a field. */
function expectedOutcome(name: string, { path, property }: Place, kind: BadInputKind) {
	const { displayName, options = [] } = property;
	const isNothing = kind === 'nothing' || kind === 'missing';
	if (isNothing && /^options\.\w+$/.test(path))
		return `"${displayName}" is set, but its expression has no value`;
	const labels = options.map((choice) => choice.name);
	return rows[name]?.fields[path]?.outcomes(displayName, labels)[isNothing ? 'nothing' : kind];
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
