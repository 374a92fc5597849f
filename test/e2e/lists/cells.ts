import type { NodeDefinition } from '../../helpers/workflow';
import { node } from '../../helpers/workflow';
import { readPage } from '../../package/pages';
import { csv, workbook } from './files';
import type { Lists } from './form';
import { sending, writing } from './form';
import { hello, people } from './people';

/** The condition of the page. */
const consentOfPage = readPage('docs/lists.md')
	.flatMap(({ spans }) => spans)
	.find((span) => span.includes('Accord'))
	?.replaceAll('\\|', '|');

/** Headings, empty cells and rows, line breaks, and a column of consent. */
export function cellTests(lists: Lists): void {
	const { run, received } = lists;

	describe('with headings and cells', () => {
		it('has spaces of a heading, and letters of two signs, as they are in the file', async () => {
			const rows = [
				['Pre\u0301nom', 'N° de mobile ', 'Note'],
				['Zoé', '0601020304', 'x'],
			];
			const set = (first: string, to: string) =>
				sending({}, { to, message: `=Bonjour {{ $json["${first}"] }} !` });
			const typed = await run(workbook(rows), set('Prénom', '={{ $json["N° de mobile"] }}'));
			expect(typed.refusals).toHaveLength(1);
			await run(workbook(rows), set('Pre\u0301nom', '={{ $json["N° de mobile "] }}'));
			expect(received()).toEqual([{ to: '0601020304', text: 'Bonjour Zoé !' }]);
		});

		it.each([
			['a workbook', workbook([people[0] ?? [], [undefined, '0601020304', 'ok']])],
			['a CSV', csv('CSV of French Excel', [people[0] ?? [], ['', '0601020304', 'ok']])],
		])('that is empty in %s is named in a hint, in the dry run too', async (_, file) => {
			const { hints } = await run(file, sending({ dryRun: true }, { message: `=${hello}` }));
			expect(hints[0]).toMatch(
				/1 of 1 texts has a part without a value.*\$json\["Prénom"\] \(item 0\)/,
			);
		});

		it('has line breaks of a cell in the SMS, where each counts two', async () => {
			const file = workbook([
				['Note', 'Mobile'],
				['Un\nDeux', '0601020304'],
				['A\r\nB', '0605060708'],
			]);
			const { sent } = await run(file, writing('{{ $json.Note }}'));
			expect(received().map(({ text }) => text)).toEqual(['Un\nDeux', 'A\nB']);
			expect(sent.map(({ characters }) => characters)).toEqual([8, 4]);
		});

		it('with consent is filtered by the word, since toBoolean() takes "non" for true', async () => {
			const consents = ['oui', 'Oui ', 'non', 'NON', ''];
			const file = csv('CSV of French Excel', [
				['Accord', 'Mobile'],
				...consents.map((consent, index) => [consent, `060102030${index}`]),
			]);
			const equals = (leftValue: string, rightValue: string) => {
				const operator = { type: 'string', operation: 'equals' };
				const conditions = {
					options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
					combinator: 'and',
					conditions: [{ id: '1', leftValue: `=${leftValue}`, rightValue, operator }],
				};
				return node('Consent', 'filter', { conditions, options: {} }, 2.2);
			};
			const chosen = async (added: NodeDefinition) =>
				(await run(file, writing('Bonjour'), added)).sent.map(({ to }) => to);
			expect(await chosen(equals(consentOfPage ?? '', 'oui'))).toEqual([
				'0601020300',
				'0601020301',
			]);
			expect(
				await chosen(equals('{{ ($json.Accord || "").toBoolean().toString() }}', 'true')),
			).toEqual(['0601020300', '0601020301', '0601020302', '0601020303']);
		});
	});

	describe('as workbook', () => {
		it('leaves out empty rows and formatted ones, and needs Range for a title above the headings', async () => {
			const rows = [['Clients'], ['Prénom', 'Mobile'], [], ['Zoé', 601020304]];
			const file = workbook([...rows, [{ formatted: true }, { formatted: true }]]);
			const without = await run(file);
			expect(without.refusals).toHaveLength(2);
			const { rows: read } = await run(file, {
				...sending(),
				'Read the workbook': { options: { range: '1' } },
			});
			expect(read).toEqual([{ Prénom: 'Zoé', Mobile: 601020304 }]);
			expect(received()).toMatchObject([{ to: '0601020304' }]);
		});
	});
}
