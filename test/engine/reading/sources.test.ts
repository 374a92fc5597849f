import fc from 'fast-check';
import type { ExecuteContext } from 'n8n-core';
import type { Field } from '../../../nodes/ISendPro/engine/field';
import { parameterReader } from '../../../nodes/ISendPro/engine/reading/parameters';
import { Sources } from '../../../nodes/ISendPro/engine/reading/sources';
import type { EarlierRuns } from '../../helpers/earlier-nodes';
import { contextOf, earlierRuns } from '../../helpers/earlier-nodes';

function attempt(read: () => unknown): unknown {
	try {
		return { value: read() };
	} catch (error) {
		const { message, description } = error as Error & { description?: string };
		return { message, description };
	}
}

function fieldNamed(name: string): Field {
	return { displayName: name, name, type: 'string', default: '' };
}

/** Reads a parameter for each item, as this package does and as n8n does. */
function readBothWays(context: ExecuteContext, name: string) {
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

describe('A parameter that names earlier nodes is read as n8n reads it', () => {
	it('whatever its expression, the ways of the items and their links are', () => {
		let direct = 0;
		let failed = 0;
		fc.assert(
			fc.property(earlierRuns, (earlier) => {
				const context = contextOf(earlier);
				for (const [index, expression] of earlier.expressions.entries()) {
					const { ours, n8ns, asked, items } = readBothWays(context, `p${index}`);
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
	])('with n8n’s own words on %s', (_, expression) => {
		const { ours, n8ns } = readBothWays(contextOf(turnedRound(expression, 3)), 'p0');
		expect(ours).toEqual(n8ns);
		expect(ours[0]).toEqual(expect.objectContaining({ message: expect.any(String) }));
	});

	it('asking n8n for the items whose link is lost, and for no others', () => {
		const earlier = turnedRound("={{ $('CRM').item.json.phone }}", 20);
		for (const index of [3, 4]) delete earlier.input.outputs[0]?.[index]?.pairedItem;
		const { ours, n8ns, asked } = readBothWays(contextOf(earlier), 'p0');
		expect(ours).toEqual(n8ns);
		expect(ours[3]).toEqual(expect.objectContaining({ message: expect.any(String) }));
		expect(asked).toBe(1 + 2);
	});
});
