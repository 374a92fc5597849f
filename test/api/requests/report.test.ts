import fc from 'fast-check';

import { keepRows } from '../../../nodes/ISendPro/api/files/campaign-report';
import { downloadReport, joinReports } from '../../../nodes/ISendPro/api/requests/report';
import type { Period } from '../../../nodes/ISendPro/api/time/report-period';
import type { Download } from '../../../nodes/ISendPro/api/wire/account';
import { failureOf } from '../../helpers/answers';

const minute = 60_000;
const answerWith = (code: number): Download => ({
	answer: { fields: { code: String(code), message: 'non' }, records: new Map() },
});

function writeRow(time: number): string {
	const [date = '', clock = ''] = new Date(time * minute).toISOString().split('T');
	return `${time};${date.split('-').reverse().join('/')} ${clock.slice(0, 5)}\n`;
}

/** A gateway with a row for each of these minutes, that gives at most so many at once. */
function gateway(minutes: readonly number[], most: number) {
	const asked: Period[] = [];
	const download = async (period: Period): Promise<Download> => {
		asked.push(period);
		const rows = minutes.filter(
			(time) => time * minute >= period.first && time * minute <= period.last,
		);
		if (rows.length > most) return answerWith(205);
		if (rows.length === 0) return answerWith(206);
		return { csv: Buffer.from(`Destinataire;Date d'envoi\n${rows.map(writeRow).join('')}`) };
	};
	return { asked, download };
}

async function collect(period: Period, download: (period: Period) => Promise<Download>) {
	const files: Uint8Array[] = [];
	for await (const { csv, edges } of downloadReport(period, download)) {
		const kept = keepRows(csv, edges);
		if (kept) files.push(kept);
	}
	return files;
}

const rowsOf = (csv: Uint8Array) =>
	Buffer.from(csv).toString().trim().split('\n').slice(1).map(parseFloat);

describe('A report', () => {
	it('that fits is one file', async () => {
		const { asked, download } = gateway([1, 2, 3], 3);
		const files = await collect({ first: 0, last: 9 * minute }, download);
		expect(files.map(rowsOf)).toEqual([[1, 2, 3]]);
		expect(asked).toHaveLength(1);
	});

	it('without messages is no file', async () => {
		expect(await collect({ first: 0, last: minute }, gateway([], 3).download)).toEqual([]);
	});

	it('that is too long comes in parts, no row lost, doubled or out of order', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.nat(5000), { maxLength: 200 }),
				fc.integer({ min: 2, max: 20 }),
				async (times, most) => {
					const minutes = times.sort((a, b) => a - b);
					const files = await collect(
						{ first: 0, last: 5000 * minute },
						gateway(minutes, most).download,
					);
					expect(files.flatMap(rowsOf)).toEqual(minutes);
					if (minutes.length > 0) expect(rowsOf(joinReports(files))).toEqual(minutes);
				},
			),
		);
	});

	it('is fetched no further than its reader reads', async () => {
		const minutes = Array.from({ length: 1000 }, (_, index) => index);
		const { asked, download } = gateway(minutes, 2);
		const parts = downloadReport({ first: 0, last: 999 * minute }, download);
		for await (const { csv, edges } of parts) {
			expect(rowsOf(keepRows(csv, edges) ?? csv)).toEqual([0]);
			break;
		}
		expect(asked.length).toBeLessThan(16);
	});

	it('fails when a single minute is too much, and says which', async () => {
		const { download } = gateway([1, 1, 1], 2);
		const minutes = { first: 0, last: 7 * minute };
		expect(await failureOf(collect(minutes, download))).toMatchObject({
			code: 205,
			description: expect.stringMatching(
				/^More than 200,000 SMS were sent within .* 1970-01-01 00:00 .* ask support@isendpro\.com/,
			),
		});
	});

	it.each([3, 14, 201, 777])('fails with the code %d that iSendPro answers', async (code) => {
		const refuse = async () => answerWith(code);
		expect(await failureOf(collect({ first: 0, last: minute }, refuse))).toMatchObject({
			code,
			apiMessage: 'non',
		});
	});
});

describe('Several files of a report', () => {
	it('become one, with one header', () => {
		const files = ['h;i\r\na;1\r\n', 'h;i\r\nb;2', 'h;i\r\n', 'h;i\r\nc;3'].map((text) =>
			Buffer.from(text),
		);
		expect(Buffer.from(joinReports(files)).toString()).toBe('h;i\r\na;1\r\nb;2\nc;3');
		expect(Buffer.from(joinReports(files.slice(3)))).toEqual(files[3]);
		expect(joinReports([])).toHaveLength(0);
	});
});
