import fc from 'fast-check';
import iconv from 'iconv-lite';

import {
	keepRows,
	readReportMessages,
	readReportRows,
} from '../../../nodes/ISendPro/api/files/campaign-report';
import { downloadReport, joinReports } from '../../../nodes/ISendPro/api/requests/report';
import type { Download } from '../../../nodes/ISendPro/api/wire/account';
import type { Period } from '../../../nodes/ISendPro/api/time/report-period';
import { failureOf } from '../../helpers/answers';

const second = 1000;
const minute = 60 * second;
const start = Date.UTC(2026, 6, 1, 12);
const header = "Date d'envoi;Emetteur;Destinataire;Message;Tracker";

/** A message of the report, sent so many seconds after the start. */
interface Sent {
	after: number;
	undated?: boolean;
	text?: string;
}

/** Milliseconds that `date_fin` covers of its minute. */
const readings = { 'all of it': minute, 'its first second': second, 'nothing of it': 0 };
type Reading = keyof typeof readings;
const anyReading = fc.constantFrom<Reading>('all of it', 'its first second', 'nothing of it');

const timeOf = ({ after }: Sent) => start + after * second;
const minuteOf = ({ after }: Sent) => Math.floor(after / 60);
const answerWith = (code: number): Download => ({
	answer: { fields: { code: String(code), message: 'non' }, records: new Map() },
});

function writeRow(sent: Sent, index: number): string {
	const iso = new Date(timeOf(sent)).toISOString();
	const date = iso.replace(/^(\d+)-(\d+)-(\d+)T(\d+:\d+).*/, '$3/$2/$1 $4');
	const text = (sent.text ?? '').replaceAll('"', '""');
	return `${sent.undated ? 'hier' : date};iSendPro;601020304;"${text}";t${index}\r\n`;
}

/** A gateway that reads `date_fin` so, and gives at most so many rows at once. */
function gateway(sent: readonly Sent[], reading: Reading, most: number) {
	const rows = sent
		.map((one, index) => ({ time: timeOf(one), row: writeRow(one, index) }))
		.sort((one, other) => one.time - other.time);
	return async ({ first, last }: Period): Promise<Download> => {
		const until = last + readings[reading];
		const found = rows.filter(
			({ time }) => time >= first && (time < until || (time === last && until > last)),
		);
		if (found.length > most) return answerWith(205);
		if (found.length === 0) return answerWith(206);
		return {
			csv: iconv.encode(`${header}\r\n${found.map(({ row }) => row).join('')}`, 'iso-8859-15'),
		};
	};
}

type Ask = ReturnType<typeof gateway>;
const period = (first: number, last: number): Period => ({
	first: start + first * minute,
	last: start + last * minute,
});

const forms: Record<string, (wanted: Period, ask: Ask) => Promise<string[]>> = {
	'simplified rows': async (wanted, ask) => {
		const trackers: string[] = [];
		for await (const { csv, edges } of downloadReport(wanted, ask))
			for (const { tracker } of readReportMessages(csv, undefined, edges)) trackers.push(tracker);
		return trackers;
	},
	'raw rows': async (wanted, ask) => {
		const trackers: string[] = [];
		for await (const { csv, edges } of downloadReport(wanted, ask))
			for (const row of readReportRows(csv, undefined, edges)) trackers.push(row.Tracker ?? '');
		return trackers;
	},
	'a file': async (wanted, ask) => {
		const files: Uint8Array[] = [];
		for await (const { csv, edges } of downloadReport(wanted, ask)) {
			const kept = keepRows(csv, edges);
			if (kept) files.push(kept);
		}
		if (files.length === 0) return [];
		return readReportRows(joinReports(files)).map(({ Tracker }) => Tracker ?? '');
	},
};

/** Of random rows, as many a minute as may be. */
function thin(sent: readonly Sent[], mostAMinute: number): Sent[] {
	const counts = new Map<number, number>();
	return sent.filter((one) => {
		const count = (counts.get(minuteOf(one)) ?? 0) + 1;
		counts.set(minuteOf(one), count);
		return count <= mostAMinute;
	});
}

const anySent = fc.array(
	fc.record({
		// many on the edges of their minutes
		after: fc
			.tuple(fc.nat(30), fc.constantFrom(0, 0, 0, 1, 30, 59))
			.map(([minutes, seconds]) => minutes * 60 + seconds),
		undated: fc.nat(9).map((number) => number === 0),
		text: fc.constantFrom('', 'a', 'l’été', '"', '\r\n', ';\n01/07/2026 12:05;'),
	}),
	{ maxLength: 120 },
);
const anyPeriod = fc
	.tuple(fc.nat(30), fc.nat(30))
	.map(([one, other]) => ({ first: Math.min(one, other), last: Math.max(one, other) }));

describe.each(Object.entries(forms))('A report as %s', (_form, collect) => {
	it('has each row of its period once, whatever date_fin covers of its minute', async () => {
		await fc.assert(
			fc.asyncProperty(
				anySent,
				anyPeriod,
				anyReading,
				fc.integer({ min: 2, max: 25 }),
				async (random, { first, last }, reading, most) => {
					// a minute is asked for with the next one
					const sent = thin(random, reading === 'nothing of it' ? most : Math.floor(most / 2));
					const found = await collect(period(first, last), gateway(sent, reading, most));
					const wanted = sent.flatMap((one, index) =>
						minuteOf(one) >= first && minuteOf(one) <= last ? [`t${index}`] : [],
					);
					// nothing tells that a row without a date is of the minute after the end
					const unexpected = (tracker: string) => {
						const one = sent[Number(tracker.slice(1))];
						return !(one?.undated && minuteOf(one) === last + 1);
					};
					expect(found.filter((row) => wanted.includes(row) || unexpected(row)).sort()).toEqual(
						wanted.sort(),
					);
					expect(new Set(found).size).toBe(found.length);
					// A row without a date has no place of its own where parts of the period overlap.
					const dated = found.flatMap((tracker) => sent[Number(tracker.slice(1))] ?? []);
					const times = dated.filter(({ undated }) => !undated).map(({ after }) => after);
					expect(times).toEqual([...times].sort((one, other) => one - other));
				},
			),
			{ numRuns: 400 },
		);
	});

	it('has rows without a date that are alike as often as they were sent', async () => {
		const sent = [
			...[180, 180, 180].map((after) => ({ after, undated: true })),
			...[0, 30, 70, 400, 470].map((after) => ({ after })),
		];
		for (const reading of ['all of it', 'its first second', 'nothing of it'] as const) {
			const ask = gateway(sent, reading, 4);
			const alike = async (wanted: Period): Promise<Download> => {
				const { csv, answer } = await ask(wanted);
				if (!csv) return { answer };
				const text = Buffer.from(csv).toString('latin1');
				return { csv: Buffer.from(text.replace(/t[012]/g, 'same'), 'latin1') };
			};
			expect((await collect(period(0, 8), alike)).sort()).toEqual(
				'same same same t3 t4 t5 t6 t7'.split(' '),
			);
		}
	});

	it('fails with code 205 where a minute has too many rows, and says which', async () => {
		const sent = [0, 20, 40, 50].map((after) => ({ after }));
		for (const reading of ['all of it', 'its first second', 'nothing of it'] as const) {
			const work = collect(period(0, 4), gateway(sent, reading, 3));
			expect(await failureOf(work)).toMatchObject({
				code: 205,
				description: expect.stringMatching(
					/^More than 200,000 SMS were sent within .* 2026-07-01 12:00 .* ask support@isendpro\.com/,
				),
			});
		}
	});

	it.each([3, 14, 201, 777])('fails with the code %d that iSendPro answers', async (code) => {
		const refuse = async () => answerWith(code);
		expect(await failureOf(collect(period(0, 1), refuse))).toMatchObject({
			code,
			apiMessage: 'non',
		});
	});
});

describe('The parts of a report', () => {
	it.each([
		[1, 3],
		[16, 2],
	])('are not fetched once the reader stops: %d requests at most', async (mostRequests, most) => {
		const sent = Array.from({ length: most === 3 ? 3 : 1000 }, (_, index) => ({
			after: index * 60,
		}));
		const ask = jest.fn(gateway(sent, 'all of it', most));
		for await (const { csv } of downloadReport(period(0, 999), ask)) {
			expect(readReportRows(csv)[0]).toMatchObject({ Tracker: 't0' });
			break;
		}
		expect(ask.mock.calls.length).toBeLessThanOrEqual(mostRequests);
	});

	it('become one file, with one header', () => {
		const files = ['h;i\r\na;1\r\n', 'h;i\r\nb;2', 'h;i\r\n', 'h;i\r\nc;3'].map((text) =>
			Buffer.from(text),
		);
		expect(Buffer.from(joinReports(files)).toString()).toBe('h;i\r\na;1\r\nb;2\nc;3');
		expect(Buffer.from(joinReports(files.slice(3)))).toEqual(files[3]);
		expect(joinReports([])).toHaveLength(0);
	});
});
