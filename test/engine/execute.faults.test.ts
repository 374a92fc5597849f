import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../simulator';
import type { EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { useMessages } from '../helpers/messages';

const acts = true;
const warning = '<br />\n<b>Warning</b>: x() in <b>/a.php</b> on line <b>3</b><br />\n';
const faults: Fault[] = [
	{ kind: 'refuse', milliseconds: 200 },
	...(['resetBefore', 'resetAfter', 'hangBefore', 'hangAfter'] as const).map((kind) => ({ kind })),
	...(['cutXml', 'cutConnection', 'empty', 'wrongRoot'] as const).map((kind) => ({ kind, acts })),
	{ kind: 'html', status: 502, acts },
	{ kind: 'html', status: 502 },
	{ kind: 'html', status: 200, acts },
	{ kind: 'huge', bytes: 3_000_000, acts },
	{ kind: 'missingRecords', records: [2] },
	{ kind: 'shuffledRecords' },
	{ kind: 'otherNumbers' },
	{ kind: 'recordCodes', codes: { 1: 11 } },
	{ kind: 'status', status: 429 },
	{ kind: 'status', status: 503, times: 3 },
	{ kind: 'status', status: 503, acts },
	{ kind: 'status', status: 400 },
	...[12, 29, 33, 777, 999].map((code) => ({ kind: 'code' as const, code })),
	{ kind: 'code', code: 29, times: 3 },
	// 4321 is a code that nobody knows.
	...[999, 4321].map((code) => ({ kind: 'code' as const, code, acts })),
	{ kind: 'code', code: 4321, status: 500, acts },
	{ kind: 'code', code: 12, status: 400 },
	{ kind: 'code', code: 14, status: 403 },
	{ kind: 'cutForm', fields: 5 },
	{ kind: 'cutForm', fields: 4 },
	{ kind: 'surrounded', before: warning },
	{ kind: 'surrounded', before: '\ufeff', after: '\n<!-- 12 ms' },
];

const points = [1, 2, 3].flatMap((request) =>
	faults.map((fault): [number, Fault] => [request, fault]),
);

describe('a run of three batches, whatever goes wrong', () => {
	const { gateway, reached } = useMessages();
	const numbers = [1, 2, 3, 4, 5, 6].map((last) => `060102030${last}`);

	function run(options: Partial<EngineRun> = {}): EngineRun {
		return {
			url: gateway().url,
			limits: { timeoutMs: 500 },
			resource: 'sms',
			operation: 'send',
			parameters: {
				to: '={{ $json.phone }}',
				message: '=Bonjour {{ $json.phone }}',
				options: { batchSize: 2 },
			},
			items: numbers.map((phone) => ({ phone })),
			...options,
		};
	}

	/** A fault that comes several times is met by the requests that repeat the first. */
	function meetFault(fault: Fault, request: number): void {
		for (let repeat = 0; repeat < (fault.times ?? 1); repeat++) {
			gateway().faults.add({ ...fault, times: 1, request: request + repeat });
		}
	}

	interface Row {
		to: string;
		status: string;
	}

	/** The recipients as the output or the error shows them, which names them by their item. */
	function rowsOf(result: Awaited<ReturnType<typeof runNode>>): Row[] {
		const rows = result.outputs.flat().map(({ json }) => (json.error ?? json) as IDataObject & Row);
		if (rows.length > 0) return rows;
		const data = result.error?.context?.data as
			{ results: Array<Row & { item: number }> } | undefined;
		return (data?.results ?? []).map(({ item, to, status }) => {
			const number = numbers[item] ?? '';
			expect(to).toBe(`…${number.slice(-4)}`);
			return { to: number, status };
		});
	}

	function expectTruth(rows: Row[]): void {
		const withStatus = (...statuses: string[]) =>
			rows.filter(({ status }) => statuses.includes(status)).map(({ to }) => to);
		const phones = reached();
		expect(new Set(phones).size).toBe(phones.length);
		expect(rows.map(({ to }) => to).sort()).toEqual(numbers);
		expect(phones).toEqual(expect.arrayContaining(withStatus('sent', 'scheduled')));
		expect([...withStatus('sent', 'scheduled'), ...withStatus('unknown')]).toEqual(
			expect.arrayContaining(phones),
		);
	}

	it.each(points)('tells who got the message when request %d meets %j', async (request, fault) => {
		meetFault(fault, request);
		expectTruth(rowsOf(await runNode(run())));
	});

	it.each(points)(
		'tells it on the error output when request %d meets %j',
		async (request, fault) => {
			meetFault(fault, request);
			const result = await runNode(run({ onError: 'continueErrorOutput' }));
			expectTruth(rowsOf(result));
			for (const { json, pairedItem } of result.outputs.flat()) {
				const to = String((json.error as { to?: string } | undefined)?.to ?? json.to);
				expect(pairedItem).toEqual({ item: numbers.indexOf(to) });
			}
		},
	);

	describe.each([undefined, 'continueRegularOutput'] as const)('with On Error %s', (onError) => {
		it.each(points)(
			'sends nothing twice with Retry On Fail when request %d meets %j',
			async (request, fault) => {
				meetFault(fault, request);
				expectTruth(rowsOf(await runNode(run({ retryOnFail: true, maxTries: 3, onError }))));
			},
		);
	});

	it.each(points)(
		'sends nothing twice when the failed execution is retried in which request %d meets %j',
		async (request, fault) => {
			meetFault(fault, request);
			const parameters = {
				...run().parameters,
				options: { batchSize: 2, onPartialFailure: 'stop' },
			};
			const first = await runNode(run({ parameters }));
			if (!first.error) return;
			const second = await runNode(run({ parameters, retryOf: first }));
			expectTruth(rowsOf(second));
		},
	);
});
