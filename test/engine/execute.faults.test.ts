import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../simulator';
import type { EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

const faults: Array<[string, Fault]> = [
	['a refused connection', { kind: 'refuse', milliseconds: 200 }],
	['a reset before iSendPro acted', { kind: 'resetBefore' }],
	['a reset after iSendPro acted', { kind: 'resetAfter' }],
	['a hang before iSendPro acted', { kind: 'hangBefore' }],
	['a hang after iSendPro acted', { kind: 'hangAfter' }],
	['a cut XML', { kind: 'cutXml', acts: true }],
	['a connection cut in the answer', { kind: 'cutConnection', acts: true }],
	['an HTML page 502 after iSendPro acted', { kind: 'html', status: 502, acts: true }],
	['an HTML page 502 before iSendPro acted', { kind: 'html', status: 502 }],
	['an HTML page 200', { kind: 'html', status: 200, acts: true }],
	['an empty answer', { kind: 'empty', acts: true }],
	['another root', { kind: 'wrongRoot', acts: true }],
	['a huge answer', { kind: 'huge', bytes: 3_000_000, acts: true }],
	['a missing record', { kind: 'missingRecords', records: [2] }],
	['records in another order', { kind: 'shuffledRecords' }],
	['HTTP 429 once', { kind: 'status', status: 429 }],
	['HTTP 503 for good', { kind: 'status', status: 503, times: 3 }],
	['no credit (12)', { kind: 'code', code: 12 }],
	['overflow (29) once', { kind: 'code', code: 29 }],
	['overflow (29) for good', { kind: 'code', code: 29, times: 3 }],
	['maintenance (777)', { kind: 'code', code: 777 }],
	['an unknown error (999)', { kind: 'code', code: 999 }],
	['an unknown error (999) after iSendPro acted', { kind: 'code', code: 999, acts: true }],
	[
		'a code that nobody knows (4321), after iSendPro acted',
		{ kind: 'code', code: 4321, acts: true },
	],
	['HTTP 503 after iSendPro acted', { kind: 'status', status: 503, acts: true }],
	['HTTP 400 without a word', { kind: 'status', status: 400 }],
	['HTTP 400 with a refusal (12)', { kind: 'code', code: 12, status: 400 }],
	['HTTP 403 with a refusal (14)', { kind: 'code', code: 14, status: 403 }],
	['HTTP 500 with a code that nobody knows', { kind: 'code', code: 4321, status: 500, acts: true }],
	['answers about other numbers', { kind: 'otherNumbers' }],
	['a form cut before its last number', { kind: 'cutForm', fields: 5 }],
	['a form cut behind its first number', { kind: 'cutForm', fields: 4 }],
	[
		'a warning before the answer',
		{
			kind: 'surrounded',
			before: '<br />\n<b>Warning</b>: x() in <b>/a.php</b> on line <b>3</b><br />\n',
		},
	],
	['text around the answer', { kind: 'surrounded', before: '\ufeff', after: '\n<!-- 12 ms' }],
	['a refused sender (33)', { kind: 'code', code: 33 }],
	['one number on the blacklist (11)', { kind: 'recordCodes', codes: { 1: 11 } }],
];

const points = faults.flatMap(([name, fault]) =>
	[1, 2, 3].map((request): [string, number, Fault] => [name, request, fault]),
);

describe('a run of three batches, whatever goes wrong', () => {
	const gateway = useGateway();
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

	function received(): string[] {
		return gateway()
			.phones.messages()
			.map(({ to }) => to);
	}

	interface Row {
		to: string;
		status: string;
	}

	/** The recipients as the output shows them, whichever mode it was. */
	function rowsOf(result: Awaited<ReturnType<typeof runNode>>): Row[] {
		const rows = result.outputs.flat().map(({ json }) => (json.error ?? json) as IDataObject & Row);
		const data = result.error?.context?.data as { results: Row[] } | undefined;
		return rows.length > 0 ? rows : (data?.results ?? []);
	}

	function expectTruth(rows: Row[]): void {
		const withStatus = (...statuses: string[]) =>
			rows.filter(({ status }) => statuses.includes(status)).map(({ to }) => to);
		const phones = received();
		expect(new Set(phones).size).toBe(phones.length);
		expect(rows.map(({ to }) => to).sort()).toEqual(numbers);
		expect(phones).toEqual(expect.arrayContaining(withStatus('sent', 'scheduled')));
		expect([...withStatus('sent', 'scheduled'), ...withStatus('unknown')]).toEqual(
			expect.arrayContaining(phones),
		);
	}

	it.each(points)('tells who got the message: %s, in request %d', async (_, request, fault) => {
		meetFault(fault, request);
		expectTruth(rowsOf(await runNode(run())));
	});

	it.each(points)('tells it on the error output: %s, in request %d', async (_, request, fault) => {
		meetFault(fault, request);
		const result = await runNode(run({ onError: 'continueErrorOutput' }));
		expectTruth(rowsOf(result));
		for (const { json, pairedItem } of result.outputs.flat()) {
			const to = String((json.error as { to?: string } | undefined)?.to ?? json.to);
			expect(pairedItem).toEqual({ item: numbers.indexOf(to) });
		}
	});

	describe.each([undefined, 'continueRegularOutput'] as const)('with On Error %s', (onError) => {
		it.each(points)(
			'sends nothing twice with Retry On Fail: %s, in request %d',
			async (_, request, fault) => {
				meetFault(fault, request);
				expectTruth(rowsOf(await runNode(run({ retryOnFail: true, maxTries: 3, onError }))));
			},
		);
	});

	it.each(points)(
		'sends nothing twice when the failed execution is retried: %s, in request %d',
		async (_, request, fault) => {
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
