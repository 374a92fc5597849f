import type { INodeParameters } from 'n8n-workflow';
import type { ReportRow } from '../../simulator';
import type { EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

const header =
	"Date d'envoi;Emetteur;Destinataire;Message;Information complémentaire;Infos details;Statut;SMS retour;Canal;Prix;STOP;Tracker";

const row: ReportRow = {
	sentAt: new Date('2016-07-01T10:18:00Z'),
	sender: 'iSendPro',
	to: '0601020304',
	text: "Offre spéciale; pour l'été",
	information: 'SFR: SMS remis',
	details: 'Message for 0033601020304 has',
	status: '0',
	reply: 'Merci',
	channel: 'Haute Qualite',
	price: 0.044,
	stop: 0,
	tracker: 'montracker123',
};

describe('the campaign report', () => {
	const gateway = useGateway();
	const july = { startDate: '2016-07-01T00:00:00', endDate: '2016-07-31T23:59:00' };

	async function report(parameters: INodeParameters, more: Partial<EngineRun> = {}) {
		return await runNode({
			url: gateway().url,
			resource: 'campaign',
			operation: 'getReport',
			parameters: { ...july, ...parameters },
			...more,
		});
	}

	/** So many rows, a minute apart. */
	function addRows(count: number) {
		for (let index = 0; index < count; index++) {
			const sentAt = new Date(row.sentAt.getTime() + index * 60_000);
			gateway().account.reportRows.push({ ...row, sentAt, tracker: `t${index}` });
		}
	}

	it.each([
		['status', { status: 'failed' }, ['b', 'd']],
		['recipient', { to: '+33 6 01 02 03 05, 06 01 02 03 06' }, ['b', 'c']],
		['tracker', { tracker: 'c' }, ['c']],
		['status and recipient', { status: 'failed', to: '0601020305' }, ['b']],
		['what was left blank', { to: '', tracker: '' }, ['a', 'b', 'c', 'd']],
	])('keeps the rows of a %s, simplified and as they came', async (_, options, trackers) => {
		gateway().account.reportRows.push(
			{ ...row, tracker: 'a' },
			{ ...row, tracker: 'b', to: '0601020305', information: 'SFR: Abonne absent', status: '107' },
			{ ...row, tracker: 'c', to: '0601020306' },
			{ ...row, tracker: 'd', information: 'SFR: Abonne inconnu', status: '101' },
		);
		for (const simplify of [true, false]) {
			const { json } = await report({ simplify, options });
			expect(json.map((one) => one.tracker ?? one.Tracker)).toEqual(trackers);
		}
		const { json } = await report({ options, limit: 1 });
		expect(json.map(({ tracker }) => tracker)).toEqual(trackers.slice(0, 1));
	});

	it.each(['csv', 'zip'] as const)('comes as simplified items, sent as %s', async (files) => {
		gateway().service.files = files;
		gateway().account.reportRows.push(row, { ...row, text: 'a "b"\nc', reply: '', status: 'ACK' });
		const { json } = await report({});
		const simplified = {
			sentAt: '2016-07-01T12:18:00+02:00',
			sender: 'iSendPro',
			to: '0601020304',
			text: "Offre spéciale; pour l'été",
			status: 'delivered',
			statusCode: '0',
			delivered: true,
			operator: 'SFR',
			reply: 'Merci',
			price: 0.044,
			stop: false,
			tracker: 'montracker123',
		};
		const { reply, ...withoutReply } = simplified;
		expect(reply).toBe('Merci');
		expect(json).toEqual([simplified, { ...withoutReply, text: 'a "b"\nc', statusCode: 'ACK' }]);
	});

	it('comes with its own columns and text where it is not simplified', async () => {
		gateway().account.reportRows.push(row);
		const { json } = await report({ simplify: false });
		expect(Object.keys(json[0] ?? {}).join(';')).toBe(header);
		expect(json[0]).toMatchObject({ "Date d'envoi": '01/07/2016 12:18', Prix: '0,044', STOP: '0' });
	});

	it('asks for the period, and a minute more, by the clock of France, whatever the zone of the workflow', async () => {
		await report(
			{ startDate: '2016-11-02T09:00:00', endDate: '2016-11-17T17:45:00Z' },
			{ timezone: 'America/New_York' },
		);
		expect(gateway().requests[0]?.body).toBe(
			'keyid=a296464ce012b8ab710a&rapportCampagne=1&date_deb=2016-11-02%2014%3A00&date_fin=2016-11-17%2018%3A46',
		);
	});

	it('gives no more rows than the limit', async () => {
		addRows(60);
		expect((await report({})).json).toHaveLength(50);
		expect((await report({ limit: 7 })).json).toHaveLength(7);
		expect((await report({ returnAll: true, limit: 7 })).json).toHaveLength(60);
	});

	it('is halved until each part is small enough: no row is lost, none comes twice', async () => {
		gateway().service.maxRows = 100;
		addRows(1000);
		const { json, error } = await report({ returnAll: true });
		expect(error).toBeUndefined();
		expect(json.map(({ tracker }) => tracker)).toEqual(
			Array.from({ length: 1000 }, (_, index) => `t${index}`),
		);
	});

	describe.each(['wholeMinute', 'firstSecond', 'nothing'] as const)(
		'where date_fin covers %s of its minute',
		(reportEnd) => {
			/** Rows on the edges of so many minutes. */
			function addEdges(start: number, minutes: readonly number[]) {
				for (const after of minutes) {
					for (const seconds of [0, 1, 30, 59]) {
						const sentAt = new Date(start + after * 60_000 + seconds * 1000);
						const tracker = `t${after}_${seconds}`;
						gateway().account.reportRows.push({ ...row, sentAt, tracker });
					}
				}
			}

			it.each([
				['in summer', '2016-07-01T10:18:00Z', 1, 90, 40],
				['in the night that skips an hour', '2016-03-27T00:10:00Z', 1, 90, 40],
				['in the night that has an hour twice', '2016-10-29T23:20:00Z', 5, 200, 100],
			])(
				'has each row of its period once, %s',
				async (_when, start, step, length, maxRows) => {
					Object.assign(gateway().service, { reportEnd, maxRows });
					const begin = Date.parse(start);
					const minutes = Array.from({ length: length / step }, (_, index) => index * step);
					addEdges(begin, minutes);
					const [first, last] = [10, length - 11];
					const wanted = minutes
						.filter((minute) => minute >= first && minute <= last)
						.flatMap((minute) => [0, 1, 30, 59].map((seconds) => `t${minute}_${seconds}`));
					const period = {
						startDate: new Date(begin + first * 60_000).toISOString(),
						endDate: new Date(begin + last * 60_000).toISOString(),
					};
					for (const simplify of [true, false]) {
						const { json, error } = await report({ ...period, returnAll: true, simplify });
						expect(error).toBeUndefined();
						expect(json.map((item) => item.tracker ?? item.Tracker)).toEqual(wanted);
					}
					expect(gateway().requests.length).toBeGreaterThan(4);
					const { outputs } = await report({ ...period, output: 'file' });
					const data = outputs[0]?.[0]?.binary?.data?.data ?? '';
					const lines = Buffer.from(data, 'base64').toString('latin1').trimEnd().split('\r\n');
					expect(lines.slice(1).map((line) => line.split(';').at(-2))).toEqual(wanted);
				},
				30_000,
			);

			it('has none of the hour after it which comes twice', async () => {
				gateway().service.reportEnd = reportEnd;
				addEdges(Date.parse('2016-10-29T23:58:00Z'), [0, 1, 2, 3, 61, 62, 63, 122]);
				const { json } = await report({
					startDate: '2016-10-30T01:00:00',
					endDate: '2016-10-30T01:59:00',
				});
				expect(json).toHaveLength(8);
			});

			it('has none where only the minute after it has some', async () => {
				gateway().service.reportEnd = reportEnd;
				gateway().account.reportRows.push(row);
				const before = { startDate: '2016-07-01T12:00:00', endDate: '2016-07-01T12:17:00' };
				expect((await report(before)).outputs).toEqual([[]]);
				expect((await report({ ...before, output: 'file' })).outputs).toEqual([[]]);
			});
		},
	);

	it('stays byte for byte what came, but for the rows of the minute after it', async () => {
		addRows(3);
		const { body } = { body: { startDate: '2016-07-01T12:00', endDate: '2016-07-01T12:19' } };
		const whole = await report({ ...july, output: 'file' });
		const cut = await report({ ...body, output: 'file' });
		const [all = '', some = ''] = [whole, cut].map(({ outputs }) =>
			Buffer.from(outputs[0]?.[0]?.binary?.data?.data ?? '', 'base64').toString('latin1'),
		);
		expect(all.split('\r\n')).toHaveLength(5);
		expect(some).toBe(all.split('\r\n').slice(0, 3).join('\r\n') + '\r\n');
	});

	it.each([
		['text', 'It begins: Service indisponible'],
		['html', 'is a web page, not an answer of iSendPro. It begins: <html><body>Service'],
		['json', 'It begins: {"error":"Service indisponible"}'],
		['utf16', 'It begins: <html><body>Service indisponible'],
		['zipInZip', 'holds another ZIP file'],
	] as const)('is an error where %s comes in its place', async (page, beginning) => {
		gateway().service.inPlaceOfFiles = page;
		addRows(1);
		for (const output of ['items', 'file']) {
			const { error, outputs } = await report({ output });
			expect(error?.message).toContain(beginning);
			expect(outputs).toEqual([]);
		}
	});

	it('asks for no more parts than the limit needs', async () => {
		gateway().service.maxRows = 100;
		addRows(1000);
		const { json } = await report({ limit: 10 });
		expect(json.map(({ tracker }) => tracker)).toEqual(
			Array.from({ length: 10 }, (_, index) => `t${index}`),
		);
		const all = gateway().requests.length;
		await report({ returnAll: true });
		expect(gateway().requests.length - all).toBeGreaterThan(all);
	});

	it('stays one file with one header when it is halved', async () => {
		gateway().service.maxRows = 100;
		gateway().service.dialect = 'plain';
		addRows(250);
		const { outputs } = await report({ output: 'file', binaryPropertyName: 'csv' });
		const [item, ...others] = outputs[0] ?? [];
		expect(others).toEqual([]);
		expect(item?.json).toEqual({ fileName: 'campaign-report.csv' });
		const file = Buffer.from(item?.binary?.csv?.data ?? '', 'base64').toString('latin1');
		const lines = file.trimEnd().split('\r\n');
		expect(lines[0]).toBe(header);
		expect(lines.filter((line) => line.startsWith("Date d'envoi"))).toHaveLength(1);
		expect(lines).toHaveLength(251);
		expect(item?.binary?.csv).toMatchObject({ mimeType: 'text/csv', fileExtension: 'csv' });
	});

	it('cannot be halved below a minute, and says so', async () => {
		gateway().service.maxRows = 1;
		gateway().account.reportRows.push(row, row);
		const { error } = await report({});
		expect(error?.message).toBe('The selection has more than 200,000 rows (iSendPro code 205)');
	});

	it('is empty where nothing was sent', async () => {
		expect((await report({})).outputs).toEqual([[]]);
		expect((await report({ output: 'file' })).outputs).toEqual([[]]);
	});

	it('comes for each input item, and is asked for once where they want the same', async () => {
		addRows(2);
		const { outputs } = await report({}, { items: [{}, {}] });
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
			{ item: 1 },
		]);
		expect(gateway().requests).toHaveLength(1);
	});

	it('is asked for again where it broke off', async () => {
		addRows(2);
		gateway().faults.add({ kind: 'cutConnection' }, { kind: 'status', status: 503 });
		expect((await report({})).json).toHaveLength(2);
	}, 20_000);

	it.each([
		[{ startDate: '={{ $json.nothing }}' }, '"Start Date" is empty'],
		[{ startDate: '2016-08-01' }, '"End Date" is 2016-07-31 23:59, before "Start Date"'],
	])('is not asked for with %j', async (parameters, message) => {
		const { error } = await report(parameters);
		expect(error?.message).toContain(message);
		expect(gateway().requests).toEqual([]);
	});
});
