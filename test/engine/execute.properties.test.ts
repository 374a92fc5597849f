import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../simulator';
import type { EngineResult } from '../helpers/engine';
import { useMessages } from '../helpers/messages';

jest.setTimeout(120_000);

describe('sending, whatever the input', () => {
	const { gateway, send } = useMessages();

	/** Ways to write a few numbers of two countries, and how iSendPro wants them; the last is bad. */
	const submitted: Record<string, string | undefined> = {
		'0612345671': '0612345671',
		'06 12 34 56 72': '0612345672',
		'+33612345673': '0612345673',
		'0612345674': '0612345674',
		'0032470123456': '0032470123456',
		'0032470123457': '0032470123457',
		'not a number': undefined,
	};
	const onTheBlacklist = '+33612345674';

	interface Item extends IDataObject {
		phone: string[];
		text: string;
	}
	const item: fc.Arbitrary<Item> = fc.record({
		phone: fc.array(fc.constantFrom(...Object.keys(submitted)), { minLength: 1, maxLength: 4 }),
		text: fc.constantFrom('a', 'b', 'Привет', ''),
	});
	const fault = fc.constantFrom<Fault>(
		{ kind: 'resetAfter' },
		{ kind: 'resetBefore' },
		{ kind: 'cutXml', acts: true },
		{ kind: 'html', status: 502, acts: true },
		{ kind: 'code', code: 12 },
		{ kind: 'code', code: 29 },
		{ kind: 'code', code: 33 },
		{ kind: 'recordCodes', codes: { 1: 21, 2: 11 } },
		{ kind: 'missingRecords', records: [1] },
		{ kind: 'latency', milliseconds: 0 },
	);

	/** The numbers that an item asks for, or undefined if it has to be refused as a whole. */
	function recipientsOf({ phone: phones, text }: Item): string[] | undefined {
		const numbers = phones.flatMap((phone) => submitted[phone] ?? []);
		const allAbroad = numbers.every((number) => number.startsWith('00'));
		const sayable = text === 'a' || text === 'b' || (text === 'Привет' && allAbroad);
		return numbers.length === phones.length && sayable ? numbers : undefined;
	}

	interface Row {
		item: number;
		to?: string;
		status: string;
		text?: string;
	}

	function rowsOf({ outputs }: EngineResult): Row[] {
		return (outputs[0] ?? []).map(({ json, pairedItem }) => {
			const fields = (json.error ?? json) as Omit<Row, 'item'>;
			return { ...fields, item: (pairedItem as { item: number }).item };
		});
	}

	it('gives one output for each recipient, in order, linked to its own item', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(item, { minLength: 1, maxLength: 12 }),
				fc.array(fault, { maxLength: 4 }),
				fc.record({ batchSize: fc.integer({ min: 1, max: 5 }), allowDuplicates: fc.boolean() }),
				fc.boolean(),
				async (items, faults, options, retryOnFail) => {
					await gateway().reset();
					gateway().account.blacklist.add(onTheBlacklist);
					gateway().faults.add(...faults);
					const more = { retryOnFail, maxTries: 3, onError: 'continueRegularOutput' } as const;
					const rows = rowsOf(await send(items, options, more));
					const expected = items.flatMap((input, index) =>
						(recipientsOf(input) ?? [undefined]).map((to) => ({ item: index, to })),
					);
					expect(rows.map((row) => row.item)).toEqual(expected.map((row) => row.item));
					for (const [index, { to }] of expected.entries()) {
						if (to !== undefined) expect(rows[index]?.to).toBe(to);
						else expect(rows[index]?.status).toBe('notSent');
					}

					const received = gateway()
						.phones.messages()
						.map(({ to, text }) => `${to} ${text}`);
					const claimed = rows
						.filter(({ status }) => status === 'sent')
						.map(({ to, text }) => `${to} ${text}`);
					const doubtful = rows.filter(({ status }) => status === 'unknown').length;
					expect(received).toEqual(expect.arrayContaining(claimed));
					expect(received.length).toBeGreaterThanOrEqual(claimed.length);
					expect(received.length).toBeLessThanOrEqual(claimed.length + doubtful);
					if (!options.allowDuplicates) expect(new Set(received).size).toBe(received.length);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('shows on the phone what the output says, or refuses the text before any request', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
				fc.constantFrom('0612345671', '0032470123456'),
				fc.constantFrom('auto', 'gsm', 'unicode'),
				async (text, phone, encoding) => {
					await gateway().reset();
					const { json, error } = await send([{ phone, text }], { encoding });
					const [message] = gateway().phones.messages();
					if (error) {
						expect(gateway().requests).toEqual([]);
					} else {
						const { text: shown, characters, parts, encoding: used } = message ?? {};
						expect(json).toMatchObject([{ text: shown, characters, parts, encoding: used }]);
					}
				},
			),
			{ numRuns: 1000 },
		);
	});
});
