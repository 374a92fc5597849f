import { generations } from './generations';
import type { Dialect, ListFile } from './lists/files';
import { csv, serial, workbook } from './lists/files';
import type { Changes, Outcome } from './lists/form';
import { openList, sending, writing } from './lists/form';
import type { NodeDefinition } from '../helpers/workflow';
import { node } from '../helpers/workflow';
import { readPage } from '../package/pages';
import type { Stage } from './stage';
import { useStage } from './stage';

/** What the page gives to copy. */
const page = readPage('docs/lists.md');
const [sendAtOfSerial = '', textOfSerial = ''] = page
	.flatMap(({ code }) => code)
	.map((block) => block.split('\n')[1]);
const consentOfPage = page
	.flatMap(({ spans }) => spans)
	.find((span) => span.includes('Accord'))
	?.replaceAll('\\|', '|');

/** The settings of the page for a CSV of French Excel. */
const french = { delimiter: ';', encoding: 'latin1', enableBOM: true };

const hello = 'Bonjour {{ $json["Prénom"] }} : {{ $json.Note }}';
const people = [
	['Prénom', 'Mobile', 'Note'],
	['Zoé', '06 01 02 03 04', '5 € d’avoir, au plus…'],
	['Noël', '0605060708', 'Œuf ; "œil"\n2e ligne'],
];
const arrived = [
	{ to: '0601020304', text: "Bonjour Zoé : 5 € d'avoir, au plus..." },
	{ to: '0605060708', text: 'Bonjour Noel : OEuf ; "oeil"\n2e ligne' },
];
const year = new Date().getUTCFullYear() + 1;

describe.each(generations)('A list in n8n %i.x', (generation) => {
	let stage = {} as Stage;
	useStage(
		// Without a pool, 1.x fails when it stores two things at the same time.
		{ generation, env: { DB_SQLITE_POOL_SIZE: '4' } },
		(opened) => (stage = opened),
	);

	beforeEach(async () => {
		await stage.simulator.reset();
		stage.simulator.clock.set(new Date());
	});

	const received = () => stage.simulator.phones.messages().map(({ to, text }) => ({ to, text }));

	const run = async (file: ListFile, changes?: Changes, added?: NodeDefinition): Promise<Outcome> =>
		await (
			await openList(stage, changes, added)
		)(file);

	const reading = (options: Changes[string]) => ({ 'Read the CSV': { options } });

	describe('by the example', () => {
		it.each([
			['a workbook', workbook(people)],
			['a workbook in capitals', workbook(people, 'LISTE.XLSX')],
			['the CSV of French Excel', csv('CSV of French Excel', people)],
			['its CSV UTF-8', csv('CSV UTF-8 of French Excel', people)],
			[
				'a CSV that Windows takes for a workbook',
				{ ...csv('CSV of French Excel', people), type: 'application/vnd.ms-excel' },
			],
		])('is checked and not sent, then sent with the texts as written: %s', async (_, file) => {
			const dry = await run(file);
			expect(dry.sent.map(({ to, status }) => [to, status])).toEqual([
				['0601020304', 'checked'],
				['0605060708', 'checked'],
			]);
			expect(dry.hints.at(-1)).toMatch(/^Dry run: nothing was sent\. .* 2 SMS, about €0\.08/);
			expect(received()).toEqual([]);

			await run(file, writing(hello));
			expect(received()).toEqual(arrived);
		});

		it('costs nothing twice: a corrected list goes only to those who have not had it', async () => {
			const { options } = { options: { onceKey: 'Reopening', missingValues: 'refuse' } };
			const upload = await openList(stage, sending(options));
			const list = (last: string[]) =>
				csv('CSV of French Excel', [['Prénom', 'Mobile'], ['Zoé', '0601020304'], last]);

			const first = await upload(list(['', '0605060708']));
			expect(first.refusals).toEqual(['"Message" has a part without a value: $json["Prénom"]']);
			const second = await upload(list(['Noël', '0605060708']));

			expect(second.sent.map(({ status }) => status)).toEqual(['skipped', 'sent']);
			expect(received().map(({ to }) => to)).toEqual(['0601020304', '0605060708']);
		});

		it('sends nothing if it would cost more than Maximum Cost', async () => {
			const file = csv('CSV of French Excel', people);
			const { sent, refusals } = await run(file, sending({ maxCost: 0.07 }));
			expect(sent).toEqual([]);
			expect(refusals).toEqual(
				Array(2).fill(expect.stringMatching(/^This run would cost about €0\.08/)),
			);
			expect(received()).toEqual([]);
		});
	});

	describe('as CSV', () => {
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
			['the letters are lost', 'CSV of French Excel', { delimiter: ';' }, /"Zo\ufffd" at position 9$/],
			[
				'the letters are those of another encoding',
				'CSV of Google Sheets',
				{ ...french, delimiter: ',' },
				/"ZoÃ©" at position 9$/,
			],
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

	describe('with phone numbers', () => {
		const numbers: Array<[string | number, string]> = [
			[612345678, '0612345678'],
			['612345678', '0612345678'],
			[33612345678, '0612345678'],
			['+33 6 12 34 56 78', '0612345678'],
			['="0612345678"', '0612345678'],
			[32470123456, '0032470123456'],
			['6,12E+08', '"6,12E+08" is not a phone number'],
			['6.12E+08', '"6.12E+08" is not a phone number'],
			[612000000, '"612000000" is not a phone number'],
			['00612345678', '"00612345678" can be read as two phone numbers'],
		];

		it.each([
			['a workbook', workbook],
			[
				'a CSV',
				(rows: Array<Array<string | number>>) =>
					csv(
						'CSV of French Excel',
						rows.map((cells) => cells.map(String)),
					),
			],
		])(
			'of %s reads them without their zero, and refuses what has lost digits',
			async (_, write) => {
				const rows = numbers.map(([written], index) => [`P${index}`, written]);
				const { sent, refusals } = await run(write([['Prénom', 'Mobile'], ...rows]), sending());
				const results = [...sent.map(({ to }) => to), ...refusals];
				// As text, nobody can tell a number that ends in zeros from a rounded one.
				const expected = numbers.map(([written, result]) =>
					written === 612000000 && _ === 'a CSV' ? '0612000000' : result,
				);
				expect(results.sort()).toEqual(expected.sort());
			},
		);

		const couple = csv('CSV of French Excel', [
			['Prénom', 'Mobile'],
			['Zoé', '0612345678'],
			['Zoé', '06 12 34 56 78'],
			['Noël', '+33 6 12 34 56 78'],
		]);

		it('twice sends a repeated text once, and two texts twice', async () => {
			const { sent } = await run(couple, sending());
			expect(sent.map(({ status }) => status)).toEqual(['sent', 'skipped', 'sent']);
		});

		it('twice sends once with Once Key, however they are written', async () => {
			const { sent } = await run(couple, sending({ onceKey: 'Reopening' }));
			expect(sent.map(({ status }) => status)).toEqual(['sent', 'skipped', 'skipped']);
		});

		it('that are on the blacklist are told by Blacklist: Check, with their row', async () => {
			stage.simulator.account.blacklist.add('+33605060708');
			const { sent } = await run(csv('CSV of French Excel', people), {
				'Send the SMS': {
					...{ resource: 'blacklist', operation: 'check' },
					...{ phoneNumber: '={{ $json.Mobile }}', options: { includeInputFields: true } },
				},
			});
			expect(sent).toMatchObject([
				{ Prénom: 'Zoé', phoneNumber: '0601020304', blacklisted: false },
				{ Prénom: 'Noël', phoneNumber: '0605060708', blacklisted: true },
			]);
		});
	});

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
			const filter = (value: string) => {
				const options = { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 };
				const operator = { type: 'string', operation: 'equals' };
				const condition = { id: '1', leftValue: `={{ ${value} }}`, operator };
				return { options, combinator: 'and', conditions: [condition] };
			};
			const add = (value: string, rightValue: string) => {
				const conditions = filter(value);
				Object.assign(conditions.conditions[0] ?? {}, { rightValue });
				return node('Consent', 'filter', { conditions, options: {} }, 2.2);
			};
			const chosen = async (added: NodeDefinition) =>
				(await run(file, writing('Bonjour'), added)).sent.map(({ to }) => to);
			expect(await chosen(add('($json.Accord || "").trim().toLowerCase()', 'oui'))).toEqual([
				'0601020300',
				'0601020301',
			]);
			expect(await chosen(add('($json.Accord || "").toBoolean().toString()', 'true'))).toEqual([
				'0601020300',
				'0601020301',
				'0601020302',
				'0601020303',
			]);
		});
	});

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
			stage.simulator.phones
				.messages()
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
			expect(JSON.stringify(toCorrect)).toContain(FROM_SERIAL.replace('.Date', '.date'));
			expect(received()).toEqual([]);
		});

		it('of a workbook, converted, arrive at their time and in French', async () => {
			const message = `={{ ${FROM_SERIAL}.setLocale('fr').toFormat("cccc d LLLL 'à' HH:mm") }}`;
			const sendAt = `={{ ${FROM_SERIAL}.toISO({ includeOffset: false }) }}`;
			expect(times(await run(workbookOf, sending({ sendAt }, { message })))).toEqual(meant);
			expect(phones()).toEqual(meant.map((time) => Date.parse(time)));
			expect(received()[1]?.text).toMatch(/^\S+ 5 juin à 09:10$/);
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
});
