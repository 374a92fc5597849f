import { csv, workbook } from './files';
import type { Lists } from './form';
import { sending } from './form';
import { people } from './people';

/** Phone numbers as spreadsheets keep them, and those that come twice or are on the blacklist. */
export function numberTests(lists: Lists): void {
	const { run, setting } = lists;

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
			setting().simulator.account.blacklist.add('+33605060708');
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
}
