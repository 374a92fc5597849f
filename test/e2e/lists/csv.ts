import type { Generation } from '../../../harness';
import type { Dialect } from './files';
import { csv } from './files';
import type { Changes, Lists, Outcome } from './form';
import { writing } from './form';
import { arrived, hello, people } from './people';

/** The settings of the page for a CSV of French Excel. */
const french = { delimiter: ';', encoding: 'latin1', enableBOM: true };

const reading = (options: Changes[string]) => ({ 'Read the CSV': { options } });

/** CSV files as French Excel and Google Sheets write them, read with the settings of the page and others. */
export function csvTests(lists: Lists, generation: Generation): void {
	const { run, received } = lists;

	describe('as CSV', () => {
		it('with the wrong delimiter has each row in one field, if no row has a comma', async () => {
			const plain = people.map((cells) => cells.slice(0, 2));
			const { rows, refusals } = await run(
				csv('CSV of French Excel', plain),
				reading({ ...french, delimiter: ',' }),
			);
			expect(rows).toContainEqual({ 'Prénom;Mobile': 'Noël;0605060708' });
			expect(refusals).toHaveLength(2);
		});

		it('of Google Sheets is read without any setting', async () => {
			const file = csv('CSV of Google Sheets', people);
			await run(file, { ...writing(hello), ...reading({}) });
			expect(received()).toEqual(arrived);
		});

		it.each<[string, Dialect, Changes[string], Partial<Record<keyof Outcome, unknown>>]>([
			[
				'the wrong delimiter, in a list with commas, is an error of the columns',
				'CSV of French Excel',
				{},
				{ failure: expect.stringMatching(/Invalid Record Length/) },
			],
			[
				'UTF-8 of windows-1252 garbles headings too: no field is found',
				'CSV of French Excel',
				{ delimiter: ';' },
				{
					rows: [expect.objectContaining({ 'Pr\ufffdnom': 'Zo\ufffd' }), expect.anything()],
					refusals: Array(2).fill('"Message" has a part without a value: $json["Prénom"]'),
				},
			],
			[
				'a mark that is not excluded hides the first heading',
				'CSV UTF-8 of French Excel',
				{ delimiter: ';' },
				{
					rows: [expect.objectContaining({ '\ufeffPrénom': 'Zoé' }), expect.anything()],
					refusals: Array(2).fill('"Message" has a part without a value: $json["Prénom"]'),
				},
			],
			[
				'Latin1 of UTF-8 garbles headings too: no field is found',
				'CSV of Google Sheets',
				{ ...french, delimiter: ',' },
				{
					rows: [expect.objectContaining({ 'PrÃ©nom': 'ZoÃ©' }), expect.anything()],
					refusals: Array(2).fill('"Message" has a part without a value: $json["Prénom"]'),
				},
			],
		])('sends nothing: %s', async (_, dialect, options, expected) => {
			const outcome = await run(csv(dialect, people), reading(options));
			expect(outcome).toMatchObject({ sent: [], ...expected });
		});

		it.each<[string, Dialect, Changes[string], RegExp]>([
			[
				'the letters are lost',
				'CSV of French Excel',
				{ delimiter: ';' },
				/"Zo\ufffd" at position 9$/,
			],
			[
				'the letters are those of another encoding',
				'CSV of Google Sheets',
				{ ...french, delimiter: ',' },
				/"ZoÃ©" at position 9 \(meant: "Zoé"\)$/,
			],
			[
				'the letters are those of a Macintosh',
				'CSV (Macintosh)',
				french,
				/"Zo\x8e" at position 9$/,
			],
			['the letters are those of MS-DOS', 'CSV (MS-DOS)', french, /"Zo\x82" at position 9$/],
		])('with plain headings is refused: %s', async (_, dialect, options, message) => {
			const plain = [
				['Name', 'Mobile'],
				['Zoé', '0601020304'],
			];
			const { refusals } = await run(csv(dialect, plain), {
				...reading(options),
				...writing('Bonjour {{ $json.Name }}'),
			});
			expect(refusals).toEqual([expect.stringMatching(message)]);
			expect(received()).toEqual([]);
		});

		it('of windows-1252 has its € in the text, but not in a heading', async () => {
			const rows = [
				['Solde €', 'Note', 'Mobile'],
				['5', '5 €', '0601020304'],
			];
			const message = 'Note {{ $json.Note }}, solde {{ $json["Solde €"] }}';
			const { hints } = await run(csv('CSV of French Excel', rows), writing(message));
			expect(received()).toEqual([{ to: '0601020304', text: 'Note 5 €, solde' }]);
			expect(hints[0]).toContain('$json["Solde €"]');
		});

		it('has an item without fields for each empty row, which is an error, and the rest is sent', async () => {
			const rows = [...people, ['', '', ''], ['Léo', '0609090909', 'ok']];
			const { rows: read, refusals } = await run(csv('CSV of French Excel', rows), writing(hello));
			expect(read[2]).toEqual({});
			expect(refusals).toEqual(['There is no phone number']);
			expect(received()).toHaveLength(3);
		});

		it('stops 1.x at a blank line, which 2.x leaves out', async () => {
			const rows = [...people.slice(0, 2), [''], ...people.slice(2)];
			const { failure } = await run(csv('CSV of French Excel', rows), writing(hello));
			if (generation === 1) expect(failure).toContain('Invalid Record Length');
			expect(received()).toHaveLength(generation === 1 ? 0 : 2);
		});
	});
}
