import { generations } from './generations';
import { csv, workbook } from './lists/files';
import type { Dialect } from './lists/files';
import { openList, sending } from './lists/form';
import type { Stage } from './stage';
import { useStage } from './stage';
import { appendFileSync } from 'node:fs';

describe.each(generations)('Lists in n8n %i.x', (generation) => {
	let stage = {} as Stage;
	useStage({ generation, env: { DB_SQLITE_POOL_SIZE: '4' } }, (opened) => (stage = opened), { now: '2026-11-23T10:00:00Z' });
	beforeEach(async () => await stage.simulator.reset());
	const log = (name: string, value: unknown) => appendFileSync(`/tmp/work/lists-${generation}.log`, `## ${name}\n${JSON.stringify(value, null, 1)}\n`);
	const show = async (name: string, changes: Parameters<typeof openList>[1], file: Parameters<Awaited<ReturnType<typeof openList>>>[0]) => {
		try {
			await stage.simulator.reset();
			const upload = await openList(stage, changes);
			const { execution, ...outcome } = await upload(file);
			log(name, { status: execution.status, error: execution.data.resultData.error?.message, description: execution.data.resultData.error?.description, ...outcome, phones: stage.simulator.phones.messages().map(({ to, text, scheduledFor }) => ({ to, text, scheduledFor })) });
		} catch (error) { log(name, String(error)); }
	};
	const people = [['Prénom', 'Mobile', 'Note'], ['Zoé', '06 01 02 03 04', '5 € d’avoir'], ['Noël', '0605060708', 'Œuf; "œil"\n2e ligne'], ['', '', '']];
	it('explores', async () => {
		for (const dialect of ['CSV of French Excel', 'CSV UTF-8 of French Excel', 'CSV of Google Sheets'] as Dialect[])
			await show(dialect, sending({ message: '=Bonjour {{ $json["Prénom"] }}, {{ $json.Note }}' }), csv(dialect, people));
		await show('google set', { ...sending({ message: '=Bonjour {{ $json["Prénom"] }}, {{ $json.Note }}' }), 'Read the CSV': { options: { delimiter: ',' , encoding: 'utf8' } } }, csv('CSV of Google Sheets', people));
		await show('excel read as default', { 'Read the CSV': { options: {} } }, csv('CSV of French Excel', people));
		await show('excel w1252 read as utf8', { 'Read the CSV': { options: { delimiter: ';' } } }, csv('CSV of French Excel', people));
		await show('utf8 bom read without bom', { 'Read the CSV': { options: { delimiter: ';' } } }, csv('CSV UTF-8 of French Excel', people));
		await show('utf8 no bom as latin1', sending({ message: '=Bonjour {{ $json["Note"] }}' }), csv('CSV of Google Sheets', people.map((row) => [row.join(';')])));
		const blank = csv('CSV of French Excel', people.slice(0, 3));
		await show('blank line', {}, { ...blank, bytes: Uint8Array.from([...blank.bytes, 13, 10]) });
		await show('blank line middle', {}, csv('CSV of French Excel', [...people.slice(0, 2), [''], ...people.slice(2)]));
		await show('dry', {}, csv('CSV of French Excel', people));
		await show('xlsx', sending({ message: '=Bonjour {{ $json["Prénom"] }}, {{ $json["Note "] }}' }), workbook([
			['Prénom', 'Mobile', 'Note ', 'Prénom', undefined], ['Zoé', 612345678, '5 € d’avoir'], ['Noël', '06 05 06 07 08', 'l1\nl2'], ['X', 612000000, 'a\r\nb'], ['Y', 33605060709, '<&>'],
			[], [{ formatted: true }, { formatted: true }], ['', '', ''], [undefined, '0605060710', undefined], ['Z', '0605060711', undefined, undefined, 'noheader'], ['W', '6,12E+08', 'x'], ['V', '6.12E+08', 'x'],  ['U', 6.12E+08, 'x'],
		]));
		await show('xlsx empty cells', { ...sending({ message: '=Bonjour {{ $json["Prénom"] }} {{ $json["Note "] }}' }), 'Read the workbook': { options: { includeEmptyCells: true } } }, workbook([
			['Prénom', 'Mobile', 'Note '], ['Zoé', 612345678, 'x'], [], [{ formatted: true }, { formatted: true }], [undefined, '0605060710', 'x'],
		]));
		const dates = workbook([['Prénom', 'Mobile', 'Quand'], ['Zoé', 612345678, { date: 46381.375 }], ['B', 612345679, { date: 46381.3819444444 }], ['C', 612345671, { date: 46200.375 }]]);
		await show('date serial', sending({}, { sendAt: '={{ $json.Quand }}' }), dates);
		await show('date excel', sending({ message: "={{ $json.Quand }} {{ $json.Quand.toDateTime('excel').toFormat('dd/MM/yyyy HH:mm') }} {{ $json.Quand.toDateTime('excel') }} {{ $json.Quand.toDateTime('excel').toUTC().toFormat('dd/MM/yyyy HH:mm') }}" }, { sendAt: "={{ $json.Quand.toDateTime('excel') }}" }), dates);
		await show('date converted', sending({ message: "={{ DateTime.fromMillis(Math.round(($json.Quand - 25569) * 1440) * 60000, { zone: 'utc' }).setLocale('fr').toFormat(\"d LLLL 'à' HH:mm\") }} {{ $json.Quand.toDateTime('excel').toUTC().toISO({ includeOffset: false }) }}" }, { sendAt: "={{ DateTime.fromMillis(Math.round(($json.Quand - 25569) * 1440) * 60000, { zone: 'utc' }).toISO({ includeOffset: false }) }}" }), dates);
		const dcsv = csv('CSV of French Excel', [['Prénom', 'Mobile', 'Quand', 'Accord'], ['Zoé', '0612345678', '05/06/2027 09:00', 'non'], ['B', '0612345679', '25/12/2026 09:00', 'oui'], ['C', '0612345671', '25/12/2026', ''], ['D', '6,12E+08', '05/06/2027 09:00', 'NON'], ['E', '612345678', '05/06/27 09:00', 'Non']]);
		await show('date csv', sending({}, { sendAt: '={{ $json.Quand }}' }), dcsv);
		await show('date csv toDateTime', sending({ message: "={{ $json.Quand.toDateTime().toFormat('d LLLL yyyy HH:mm') }}" }, { sendAt: '={{ $json.Quand.toDateTime() }}' }), dcsv);
		await show('optin', sending({ message: "={{ $json.Accord }} {{ $json.Accord.toBoolean() }} {{ 'no'.toBoolean() }} {{ $json.Accord.trim().toLowerCase() === 'oui' }}" }), dcsv);
		const dup = csv('CSV of French Excel', [['Prénom', 'Mobile'], ['Zoé', '0612345678'], ['Zoé', '06 12 34 56 78'], ['Noël', '+33 6 12 34 56 78'], ['', '0605060708']]);
		await show('dup', sending(), dup);
		await show('dup once', sending({}, { onceKey: 'Reopening' }), dup);
		await show('holes', sending({}, { missingValues: 'refuse' }), dup);
		await show('holes warn dry', sending({}, { dryRun: true }), dup);
		await show('max cost dry', sending({}, { dryRun: true, maxCost: 0.01 }), dup);
		await show('upper', {}, workbook([['Prénom', 'Mobile'], ['Zoé', 612345678]], 'LISTE.XLSX'));
		await show('csv read by xlsx', { 'Read the CSV': { operation: 'xlsx', options: {} } }, csv('CSV UTF-8 of French Excel', people));
		await show('two empty', {}, workbook([['Prénom', 'Mobile']]));
		await show('title row', {}, workbook([['Clients 2026'], ['Prénom', 'Mobile'], ['Zoé', 612345678]]));
		await show('range', { 'Read the workbook': { options: { range: '1' } } }, workbook([['Clients 2026'], ['Prénom', 'Mobile'], ['Zoé', 612345678]]));
		await show('nfd', {}, workbook([['Pre\u0301nom', 'Mobile'], ['Zoé', 612345678]]));
		await show('header w1252', sending({ message: '=Bonjour {{ $json["Dû €"] }}' }), csv('CSV of French Excel', [['Dû €', 'Mobile'], ['5 €', '0612345678']]));
	}, 400_000);
});
