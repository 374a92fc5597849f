import { DateTime } from 'luxon';
import type { DataTable } from '../../../harness';
import type { Stage } from '../stage';
import { createTable, example, withTable } from './imported';

/** A row of the sheet; what comes from a node may have values that are no text. */
interface Appointment {
	appointment: unknown;
	name?: string;
	phone?: string;
}

/** Days since 1899-12-30, by which spreadsheets store a time. */
const serial = (time: DateTime) =>
	(time.setZone('utc', { keepLocalTime: true }).toMillis() / 60_000 / 1_440 + 25_569).toFixed(6);

/** The example that reminds people of the appointments in a sheet. */
export function reminderTests(setting: () => Stage): void {
	describe('The example that reminds of appointments', () => {
		const paris = DateTime.now().setZone('Europe/Paris').startOf('day');
		const at = paris.plus({ days: 2 }).set({ hour: 14, minute: 30 });
		const phoneOf = (index: number) => `06 01 02 03 ${String(index + 10)}`;

		beforeEach(() => setting().simulator.clock.set(new Date()));

		/** Fills a new table. @param type of the column `appointment` */
		async function fill(rows: Appointment[], type = 'string'): Promise<DataTable> {
			const { n8n } = setting();
			const types = { appointment: type };
			const table = await createTable(n8n, example('appointment-reminders'), types);
			await n8n.api.addRows(
				table,
				rows.map(({ name = 'Anna', phone, appointment }, index) => ({
					...{ name, phone: phone ?? phoneOf(index) },
					...(typeof appointment === 'string' && { appointment }),
				})),
			);
			return table;
		}

		const remindersIn = async (table: DataTable) =>
			(await setting().n8n.api.rowsOf(table)).map(({ reminder }) => reminder);

		/** Runs the example; gives the reminders in the order of the rows. */
		async function remind(table: DataTable, values?: Appointment[]): Promise<unknown[]> {
			const { n8n, credential } = setting();
			const workflow = withTable(example('appointment-reminders'), table);
			const reading = workflow.nodes.find(({ name }) => name === 'Without a reminder');
			if (values && reading) {
				const rows = await n8n.api.rowsOf(table);
				const items = rows.map(({ id, name, phone }, index) => {
					const row = JSON.stringify({ id, name, phone });
					return `{ json: { ...${row}, appointment: ${JSON.stringify(values[index]?.appointment)} } }`;
				});
				Object.assign(reading, {
					...{ type: 'n8n-nodes-base.code', typeVersion: 2 },
					parameters: { jsCode: `return [${items.join()}];` },
				});
			}
			const created = await n8n.api.createWorkflow(workflow, credential);
			const { status, data } = await n8n.api.run(created);
			expect([status, data.resultData.error?.message]).toEqual(['success', undefined]);
			return await remindersIn(table);
		}

		/** How a reminder of that appointment ends: its time, a day before or the next allowed 8:00. */
		const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT(?:14:30|08:00):00\+0[12]:00$/) as string;
		const refused = (words: RegExp) =>
			expect.stringMatching(new RegExp(`^Error: .*${words.source}`)) as string;

		const texts: Array<[appointment: string, reminder: string]> = [
			[at.toFormat("yyyy-MM-dd'T'HH:mm"), time],
			[at.toFormat('yyyy-MM-dd HH:mm'), time],
			[at.toFormat('dd/MM/yyyy HH:mm'), time],
			[at.toFormat('dd/MM/yyyy HH:mm:ss'), time],
			[at.toFormat("d.M.yyyy HH'h'mm"), time],
			[at.toFormat("dd/MM/yyyy 'à' HH'h'mm"), time],
			[at.toISO() ?? '', time],
			[at.toUTC().toISO() ?? '', time],
			[at.toJSDate().toString(), time],
			[at.toFormat('dd/MM/yy HH:mm'), refused(/two digits/)],
			[at.toFormat('yyyy-MM-dd'), refused(/no time of day/)],
			[at.toFormat('dd/MM/yyyy'), refused(/no time of day/)],
			[serial(at), refused(/spreadsheets store/)],
			[String(at.toMillis()), refused(/since 1970/)],
			['31/02/2027 14:30', refused(/cannot be read/)],
			['next Tuesday', refused(/cannot be read/)],
			['non', refused(/cannot be read/)],
			['', refused(/no value/)],
			[' ', refused(/no value/)],
			[paris.minus({ days: 1 }).toFormat('yyyy-MM-dd HH:mm'), refused(/in the past/)],
		];

		it('ends each text that people write with its time or an error', async () => {
			const rows = texts.map(([appointment]) => ({ appointment }));
			const reminders = await remind(await fill(rows));
			const expected = texts.map(([, reminder]) => reminder);
			expect(texts.map(([text], index) => [text, reminders[index]])).toEqual(
				texts.map(([text], index) => [text, expected[index]]),
			);
			const times = reminders.filter((reminder) => !String(reminder).startsWith('Error'));
			expect(new Set(times).size).toBe(1);
			const sent = setting().simulator.phones.messages();
			expect(sent).toHaveLength(times.length);
			const day = at.setLocale('fr').toFormat('d LLLL');
			const text = `Bonjour Anna, nous vous attendons le ${day} à 14:30.`;
			expect(new Set(sent.map((message) => message.text)).size).toBe(1);
			expect(sent[0]?.text.normalize('NFD').replace(/\p{M}/gu, '')).toBe(
				text.normalize('NFD').replace(/\p{M}/gu, ''),
			);
		});

		it('ends each value of another type with its time or an error', async () => {
			const values: Array<[appointment: unknown, reminder: string]> = [
				[at.toISO(), time],
				[Number(serial(at)), refused(/spreadsheets store/)],
				[at.toMillis(), refused(/since 1970/)],
				[null, refused(/no value/)],
				[undefined, refused(/no value/)],
				[true, refused(/cannot be read/)],
				[{ date: '2026-12-02' }, refused(/cannot be read/)],
			];
			const rows = values.map(([appointment]) => ({ appointment }));
			const reminders = await remind(await fill(rows.map(() => ({ appointment: null }))), rows);
			expect(reminders).toEqual(values.map(([, reminder]) => reminder));
			expect(setting().simulator.phones.messages()).toMatchObject([
				{ scheduledFor: new Date(String(reminders[0])) },
			]);
		});

		it('reads a date column, and says no time that it does not have', async () => {
			const rows = [at, at.startOf('day')].map((date) => ({ appointment: date.toUTC().toISO() }));
			const empty = { appointment: null };
			const reminders = await remind(await fill([...rows, empty], 'date'));
			expect(reminders).toEqual([time, time, refused(/no value/)]);
			expect(
				setting()
					.simulator.phones.messages()
					.map(({ text }) => / le \d+ (.*)$/.exec(text)?.[1]?.replace(/^\S+?(?=[ .])/, 'month')),
			).toEqual(['month à 14:30.', 'month.']);
		});

		it('takes a cell that was emptied for one without a reminder', async () => {
			const { n8n } = setting();
			const table = await createTable(n8n, example('appointment-reminders'));
			const appointment = at.toFormat("yyyy-MM-dd'T'HH:mm");
			await n8n.api.addRows(table, [
				{ name: 'Anna', phone: phoneOf(0), appointment, reminder: '' },
			]);
			expect(await remind(table)).toEqual([time]);
		});

		it('names the rows without a name or a number, and sends the others', async () => {
			const appointment = at.toFormat("yyyy-MM-dd'T'HH:mm");
			const rows = [
				{ appointment, name: '' },
				{ appointment, phone: '' },
				{ appointment, name: 'ZoÃ©' },
				{ appointment },
			];
			const wrong = expect.stringMatching(/^Error: /) as string;
			expect(await remind(await fill(rows))).toEqual([wrong, wrong, wrong, time]);
			expect(setting().simulator.phones.messages()).toHaveLength(1);
		});

		it('reminds once of an appointment that is there twice, or whose reminder was not noted', async () => {
			const { n8n, credential, simulator } = setting();
			const row = { appointment: at.toFormat("yyyy-MM-dd'T'HH:mm"), phone: phoneOf(0) };
			const table = await fill([row, row]);
			const workflow = withTable(example('appointment-reminders'), table);
			const noting = workflow.nodes.find(({ name }) => name === 'Note it in the table');
			if (noting) noting.disabled = true;
			const created = await n8n.api.createWorkflow(workflow, credential);
			for (let run = 0; run < 2; run++)
				expect(await n8n.api.run(created)).toMatchObject({ status: 'success' });
			expect(simulator.phones.messages()).toHaveLength(1);
			expect(await remind(await fill([row, row]))).toEqual([
				time,
				expect.stringMatching(/^Repeats item 0/) as string,
			]);
		});

		it('reminds once, a day before, and in the morning rather than at night', async () => {
			const { n8n, simulator, credential } = setting();
			const write = (days: number, hour: number) =>
				paris.plus({ days }).set({ hour, minute: 30 }).toFormat("yyyy-MM-dd'T'HH:mm");
			const table = await fill([
				{ name: 'Élodie', phone: '06 01 02 03 04', appointment: write(2, 7) },
				{ name: 'Noël', phone: '06 05 06 07 08', appointment: write(10, 14) },
				{ name: 'François', phone: 'ask her', appointment: write(2, 15) },
				{ name: 'Gaëlle', phone: '06 13 14 15 16', appointment: write(-1, 9) },
			]);
			const workflow = await n8n.api.createWorkflow(
				withTable(example('appointment-reminders'), table),
				credential,
			);

			for (let run = 0; run < 2; run++)
				expect(await n8n.api.run(workflow)).toMatchObject({ status: 'success' });

			const reminders = await remindersIn(table);
			expect(reminders).toEqual([
				expect.stringMatching(/T08:00:00\+0[12]:00$/),
				null,
				expect.stringMatching(/^Error: .*"ask her"/),
				expect.stringMatching(/^Error: .*in the past/),
			]);
			const day = paris.plus({ days: 2 }).setLocale('fr').toFormat('d LLLL');
			expect(simulator.phones.messages()).toMatchObject([
				{ to: '0601020304', scheduledFor: new Date(String(reminders[0])) },
			]);
			expect(simulator.phones.messages()[0]?.text).toContain(
				`Elodie, nous vous attendons le ${day[0]}`,
			);
		});
	});
}
