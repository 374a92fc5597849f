import fc from 'fast-check';
import type { ExecuteContext } from 'n8n-core';
import type { Field } from '../../../nodes/ISendPro/engine/field';
import { parameterReader } from '../../../nodes/ISendPro/engine/reading/parameters';
import { Sources } from '../../../nodes/ISendPro/engine/reading/sources';
import type { EarlierRuns } from '../../helpers/earlier-nodes';
import { contextOf, earlierRuns } from '../../helpers/earlier-nodes';
import { uncopiable, unusual } from '../../helpers/unusual-items';
import { attempt, readBothWays } from './both-ways';

function fieldNamed(name: string): Field {
	return { displayName: name, name, type: 'string', default: '' };
}

/** Reads a parameter for each item, as this package does and as n8n does. */
function readIn(context: ExecuteContext, name: string) {
	const items = context.getInputData();
	const n8ns = items.map((_, index) => attempt(() => context.getNodeParameter(name, index, '')));
	const asking = jest.spyOn(context, 'getNodeParameter');
	const reader = parameterReader(context, fieldNamed(name), new Sources(context, items));
	const ours = items.map((_, index) => attempt(() => reader(index)));
	const asked = asking.mock.calls.length - 1;
	asking.mockRestore();
	return { ours, n8ns, asked, items: items.length };
}

/** A list that went through two nodes, each of which turned its order round. */
function turnedRound(expression: string, count: number): EarlierRuns {
	const order = Array.from({ length: count }, (_, index) => index);
	const items = (name: string) =>
		order.map((index) => ({
			json: { phone: `06${index}`, name: ` ${name} ${index} ` },
			pairedItem: { item: count - 1 - index },
		}));
	const run = (name: string) => ({ outputs: [items(name), []], sourceRun: 0 });
	const names = ['Items', 'CRM', "It's left", 'say "right"', 'Merged'];
	return {
		expressions: [expression],
		runs: Object.fromEntries(names.map((name) => [name, [run(name)]])),
		input: run('input'),
		isLoop: false,
		disabled: [],
		pinned: [],
	};
}

describe('a parameter that names earlier nodes', () => {
	it('is read as n8n reads it, whatever its expression and the links of the items are', () => {
		let direct = 0;
		let failed = 0;
		fc.assert(
			fc.property(earlierRuns, (earlier) => {
				const context = contextOf(earlier);
				for (const [index, expression] of earlier.expressions.entries()) {
					const { ours, n8ns, asked, items } = readIn(context, `p${index}`);
					expect({ expression, read: ours }).toEqual({ expression, read: n8ns });
					direct += Math.max(0, items - asked);
					failed += n8ns.filter((read) => Object.hasOwn(Object(read), 'message')).length;
				}
			}),
			{ numRuns: 100 },
		);
		// The property would say nothing if everything were left to n8n, or nothing ever failed.
		expect(direct).toBeGreaterThan(300);
		expect(failed).toBeGreaterThan(60);
	}, 300_000);

	it.each([
		['a node that has not run', "={{ $('Never').item.json.phone }}"],
		['a node that does not exist', "={{ $('No such node').first().json.phone }}"],
		['a node that is on no way here', "={{ $('Aside').item.json.phone }}"],
	])('fails with n8n’s own words on %s', (_, expression) => {
		const { ours, n8ns } = readIn(contextOf(turnedRound(expression, 3)), 'p0');
		expect(ours).toEqual(n8ns);
		expect(ours[0]).toEqual(expect.objectContaining({ message: expect.any(String) }));
	});

	it('is left to n8n for items whose link is lost, and for no others', () => {
		const earlier = turnedRound("={{ $('CRM').item.json.phone }}", 20);
		for (const index of [3, 4]) delete earlier.input.outputs[0]?.[index]?.pairedItem;
		const { ours, n8ns, asked } = readIn(contextOf(earlier), 'p0');
		expect(ours).toEqual(n8ns);
		expect(ours[3]).toEqual(expect.objectContaining({ message: expect.any(String) }));
		expect(asked).toBe(1 + 2);
	});

	it('fails with n8n’s own words where an item belongs to none of the earlier node', async () => {
		const jsons = Array.from({ length: 4 }, (_, index) => ({ phone: `06${index}` }));
		const linked = jsons.map((json, item) => ({
			json,
			pairedItem: { item: item === 2 ? 99 : item },
		}));
		const message = "={{ $('Items').item.json.phone }}";
		const { ours, n8ns, asked } = await readBothWays('message', { message }, jsons, linked);
		expect(ours).toEqual(n8ns);
		expect(ours[2]).toMatchObject({ message: expect.stringMatching(/item/) });
		expect(asked).toBe(2);
	});

	it.each(["$('Linked').item", "$('Linked').first()", "$('Linked').last()", '$input.first()'])(
		'is left to n8n for items that it may not be able to copy, and for no others: %s',
		async (from) => {
			const message = `={{ ${from}.json.phone }}`;
			for (const [name, change] of Object.entries(unusual)) {
				const item = { json: { phone: '0601' }, pairedItem: { item: 0 } };
				change(item);
				const { ours, n8ns, asked } = await readBothWays(
					'message',
					{ message },
					[{}],
					[item, item, item],
				);
				expect(ours).toEqual(n8ns);
				expect({ name, asked }).toEqual({ name, asked: name in uncopiable ? 3 : 1 });
			}
		},
	);

	it('is read as n8n reads it where $input.item is the json alone', async () => {
		const settings = { binaryMode: 'combined' } as const;
		const jsons = ['a', 'b'].map((letter) => ({ phone: letter, json: { phone: `a` } }));
		const message = '={{ $input.item.json.phone }}';
		const { ours, n8ns } = await readBothWays('message', { message }, jsons, undefined, settings);
		expect(n8ns[1]).toEqual({ value: 'a' });
		expect(ours).toEqual(n8ns);
	});
});
