import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/gateway';

jest.mock('../../nodes/ISendPro/transport-limits', () => ({
	...jest.requireActual<object>('../../nodes/ISendPro/transport-limits'),
	FIRST_PAUSE: 1,
}));

jest.setTimeout(120_000);

describe('sending, whatever the input', () => {
	const gateway = useGateway();

	/** A few numbers of two countries, so that repeats and refusals are frequent; some are bad. */
	const number = fc.constantFrom(
		'0612345671',
		'06 12 34 56 72',
		'+33612345673',
		'0612345674',
		'0032470123456',
		'0032470123457',
		'not a number',
	);
	const item = fc.record({
		phones: fc.array(number, { minLength: 1, maxLength: 4 }),
		text: fc.constantFrom('a', 'b', 'Привет', ''),
	});
	const fault = fc.constantFrom(
		{ kind: 'resetAfter' } as const,
		{ kind: 'resetBefore' } as const,
		{ kind: 'cutXml', acts: true } as const,
		{ kind: 'html', status: 502, acts: true } as const,
		{ kind: 'code', code: 12 } as const,
		{ kind: 'code', code: 29 } as const,
		{ kind: 'code', code: 33 } as const,
		{ kind: 'recordCodes', codes: { 1: 21, 2: 11 } } as const,
		{ kind: 'missingRecords', records: [1] } as const,
		{ kind: 'latency', milliseconds: 0 } as const,
	);

	it('gives one output for each recipient, in order, linked to its own item', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(item, { minLength: 1, maxLength: 12 }),
				fc.array(fault, { maxLength: 4 }),
				fc.integer({ min: 1, max: 5 }),
				fc.boolean(),
				fc.boolean(),
				async (items, faults, batchSize, allowDuplicates, retryOnFail) => {
					await gateway().reset();
					gateway().account.blacklist.add('+33612345674');
					gateway().faults.add(...faults);
					const { outputs } = await runNode({
						url: gateway().url,
						resource: 'sms',
						operation: 'send',
						parameters: {
							to: '={{ $json.phones }}',
							message: '={{ $json.text }}',
							options: { batchSize, allowDuplicates },
						},
						items,
						retryOnFail,
						maxTries: 3,
						onError: 'continueRegularOutput',
					});
					const readable = (phones: string[]) => phones.every((phone) => phone !== 'not a number');
					const sayable = (phones: string[], text: string) =>
						text === 'a' ||
						text === 'b' ||
						(text !== '' && phones.every((phone) => phone.startsWith('0032')));
					const expected = items.flatMap(({ phones, text }, index) =>
						readable(phones) && sayable(phones, text)
							? phones.map((phone) => [index, phone.replace(/ /g, '').replace(/^\+33/, '0')])
							: [[index, phones.length === 1 ? phones[0] : undefined]],
					);
					const rows = (outputs[0] ?? []).map(({ json, pairedItem }) => {
						const { to } = (json.error ?? json) as IDataObject;
						return [(pairedItem as { item: number }).item, to];
					});
					expect(rows.map(([index]) => index)).toEqual(expected.map(([index]) => index));
					for (const [position, [, to]] of expected.entries()) {
						if (to !== undefined && rows[position]?.[1] !== undefined) {
							expect(String(rows[position]?.[1]).replace(/ /g, '').replace(/^\+33/, '0')).toBe(
								String(to).replace(/ /g, '').replace(/^\+33/, '0'),
							);
						}
					}

					const statuses = (outputs[0] ?? []).map(
						({ json }) => (json.error ?? json) as { to: string; status: string; text?: string },
					);
					const received = gateway()
						.phones.messages()
						.map(({ to, text }) => `${to} ${text}`);
					const claimed = statuses
						.filter(({ status }) => status === 'sent')
						.map(({ to, text }) => `${to} ${text}`);
					const doubtful = statuses.filter(({ status }) => status === 'unknown').length;
					for (const message of claimed) expect(received).toContain(message);
					expect(received.length).toBeGreaterThanOrEqual(claimed.length);
					expect(received.length).toBeLessThanOrEqual(claimed.length + doubtful);
					if (!allowDuplicates) expect(new Set(received).size).toBe(received.length);
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
					const { json, error } = await runNode({
						url: gateway().url,
						resource: 'sms',
						operation: 'send',
						parameters: {
							to: phone,
							message: '={{ $json.text }}',
							options: { encoding },
						},
						items: [{ text }],
					});
					const [message] = gateway().phones.messages();
					if (error) {
						expect(gateway().requests).toEqual([]);
					} else {
						expect(json).toMatchObject([
							{
								text: message?.text,
								characters: message?.characters,
								parts: message?.parts,
								encoding: message?.encoding,
							},
						]);
					}
				},
			),
			{ numRuns: 1000 },
		);
	});
});
