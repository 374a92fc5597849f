import { readPage } from '../../package/pages';
import { csv, serial, workbook } from './files';
import type { Lists, Outcome } from './form';
import { sending } from './form';

/** The expressions of the page for a date of a workbook. */
const [sendAtOfSerial = '', textOfSerial = ''] = readPage('docs/lists.md')
	.flatMap(({ code }) => code)
	.map((block) => block.split('\n')[1]);

const year = new Date().getUTCFullYear() + 1;

/** Dates of both kinds of file, as they are and as expressions read them. */
export function dateTests(lists: Lists): void {
	const { run, received, setting } = lists;

	describe('with dates', () => {
		const workbookOf = workbook([
			['Prénom', 'Mobile', 'Date'],
			['Zoé', '0601020304', serial(year, 11, 25, 9, 10)],
			['Noël', '0605060708', serial(year, 5, 5, 9, 10)],
		]);
		const csvOf = csv('CSV of French Excel', [
			['Prénom', 'Mobile', 'Date'],
			['Zoé', '0601020304', `25/12/${year} 09:10`],
			['Noël', '0605060708', `05/06/${year} 09:10`],
		]);
		const meant = [`${year}-12-25T09:10:00+01:00`, `${year}-06-05T09:10:00+02:00`];
		const times = ({ sent }: Outcome) => sent.map(({ scheduledFor }) => scheduledFor);
		const phones = () =>
			setting()
				.simulator.phones.messages()
				.map(({ scheduledFor }) => new Date(scheduledFor ?? 0).getTime());

		it('of a CSV are read day first, with a hint', async () => {
			const outcome = await run(csvOf, sending({ sendAt: '={{ $json.Date }}' }));
			expect(times(outcome)).toEqual(meant);
			expect(phones()).toEqual(meant.map((time) => Date.parse(time)));
			expect(outcome.hints).toContainEqual(expect.stringMatching(/^Send At was read day first/));
		});

		it('of a workbook are numbers: refused, with the expression that converts them', async () => {
			const { refusals, toCorrect } = await run(
				workbookOf,
				sending({ sendAt: '={{ $json.Date }}' }),
			);
			expect(refusals[0]).toMatch(`, the number by which spreadsheets store ${year}-12-25 09:10`);
			expect(JSON.stringify(toCorrect)).toContain(
				JSON.stringify(sendAtOfSerial.replace('$json.Date', '$json.date')).slice(1, -1),
			);
			expect(received()).toEqual([]);
		});

		it('of a workbook, converted, arrive at their time and in French', async () => {
			const [sendAt, message] = [`=${sendAtOfSerial}`, `=${textOfSerial}`];
			expect(times(await run(workbookOf, sending({ sendAt }, { message })))).toEqual(meant);
			expect(phones()).toEqual(meant.map((time) => Date.parse(time)));
			expect(received()[1]?.text).toBe('5 juin à 09:10');
		});

		it("are an hour or two late by n8n's toDateTime('excel')", async () => {
			const sendAt = "={{ $json.Date.toDateTime('excel') }}";
			expect(times(await run(workbookOf, sending({ sendAt })))).toEqual([
				`${year}-12-25T10:10:00+01:00`,
				`${year}-06-05T11:10:00+02:00`,
			]);
		});

		it.each(['$json.Date.toDateTime()', 'new Date($json.Date)'])(
			'of a CSV are read month first by %s',
			async (expression) => {
				const { sent } = await run(csvOf, sending({ sendAt: `={{ ${expression} }}` }));
				expect(sent.map(({ to }) => to)).toEqual(['0605060708']);
				expect(String(sent[0]?.scheduledFor)).toMatch(`${year}-05-06T`);
			},
		);

		it.each([
			['an empty cell', '', /Send At/],
			['a date without a time', `25/12/${year}`, /says no time of day/],
			['a year of two digits', '25/12/30 09:00', /whose year has two digits/],
		])('refuse %s rather than send at once', async (_, date, message) => {
			const file = csv('CSV of French Excel', [
				['Prénom', 'Mobile', 'Date'],
				['Zoé', '0601020304', date],
			]);
			const { refusals } = await run(file, sending({ sendAt: '={{ $json.Date }}' }));
			expect(refusals).toEqual([expect.stringMatching(message)]);
			expect(received()).toEqual([]);
		});
	});
}
