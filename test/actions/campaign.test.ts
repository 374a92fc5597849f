import type { INodeParameters } from 'n8n-workflow';
import type { ReportRow } from '../../simulator';
import type { EngineRun } from '../helpers/engine';
import { fileText, KEY } from '../helpers/engine';
import { asTimePasses } from '../engine/run/clock';
import { useGateway, useResource } from '../helpers/simulator';

const header =
	"Date d'envoi;Emetteur;Destinataire;Message;Information complémentaire;Infos details;Statut;SMS retour;Canal;Prix;STOP;Tracker";

const row: ReportRow = {
	...{ sentAt: new Date('2016-07-01T10:18:00Z'), sender: 'iSendPro', to: '0601020304' },
	...{ text: "Offre spéciale; pour l'été", information: 'SFR: SMS remis', status: '0' },
	...{ details: 'Message for 0033601020304 has', reply: 'Merci', channel: 'Haute Qualite' },
	...{ price: 0.044, stop: 0, tracker: 'montracker123' },
};

const minute = 60_000;
const trackers = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);

describe('The campaign report', () => {
	const gateway = useGateway();
	const run = useResource(gateway, 'campaign');
	const july = { startDate: '2016-07-01T00:00:00', endDate: '2016-07-31T23:59:00' };

	const report = async (parameters: INodeParameters, more: Partial<EngineRun> = {}) =>
		await run('getReport', { ...july, ...parameters }, more);
	const addRows = (...rows: Array<Partial<ReportRow>>) =>
		gateway().account.reportRows.push(...rows.map((one) => ({ ...row, ...one })));
	/** Adds so many rows, a minute apart. */
	const addMinutes = (count: number) =>
		addRows(
			...trackers(count).map((tracker, index) => ({
				sentAt: new Date(row.sentAt.getTime() + index * minute),
				tracker,
			})),
		);

	it.each([
		['a status', { status: 'failed' }, ['b', 'd']],
		['recipients', { to: '+33 6 01 02 03 05, 06 01 02 03 06' }, ['b', 'c']],
		['a tracker', { tracker: 'c' }, ['c']],
		['a status and a recipient', { status: 'failed', to: '0601020305' }, ['b']],
		['blank options', { to: '', tracker: '' }, ['a', 'b', 'c', 'd']],
	])('has the rows of %s, simplified and raw', async (_, options, wanted) => {
		addRows(
			{ tracker: 'a' },
			{ tracker: 'b', to: '0601020305', information: 'SFR: Abonne absent', status: '107' },
			{ tracker: 'c', to: '0601020306' },
			{ tracker: 'd', information: 'SFR: Abonne inconnu', status: '101' },
		);
		for (const simplify of [true, false]) {
			const { json } = await report({ simplify, options });
			expect(json.map((one) => one.tracker ?? one.Tracker)).toEqual(wanted);
		}
		const { json } = await report({ options, limit: 1 });
		expect(json.map(({ tracker }) => tracker)).toEqual(wanted.slice(0, 1));
	});

	it.each(['csv', 'zip'] as const)('gives simplified items of a file sent as %s', async (files) => {
		gateway().service.files = files;
		addRows({}, { text: 'a "b"\nc', reply: '', status: 'ACK' });
		const withoutReply = {
			...{ sentAt: '2016-07-01T12:18:00+02:00', sender: 'iSendPro', to: '0601020304' },
			...{ text: "Offre spéciale; pour l'été", status: 'delivered', statusCode: '0' },
			...{ delivered: true, operator: 'SFR', price: 0.044, stop: false },
			tracker: 'montracker123',
		};
		expect((await report({})).json).toEqual([
			{ ...withoutReply, reply: 'Merci' },
			{ ...withoutReply, text: 'a "b"\nc', statusCode: 'ACK' },
		]);
	});

	it('gives its own columns and text when it is not simplified', async () => {
		addRows({});
		const { json } = await report({ simplify: false });
		expect(Object.keys(json[0] ?? {}).join(';')).toBe(header);
		expect(json[0]).toMatchObject({ "Date d'envoi": '01/07/2016 12:18', Prix: '0,044', STOP: '0' });
	});

	it('asks for the period and a minute more in French time, in any time zone of the workflow', async () => {
		await report(
			{ startDate: '2016-11-02T09:00:00', endDate: '2016-11-17T17:45:00Z' },
			{ timezone: 'America/New_York' },
		);
		expect(gateway().requests[0]?.body).toBe(
			`keyid=${KEY}&rapportCampagne=1&date_deb=2016-11-02%2014%3A00&date_fin=2016-11-17%2018%3A46`,
		);
	});

	describe('of a named period', () => {
		/** Ten minutes after a month began in France, while UTC has the last one. */
		const now = new Date('2026-11-30T23:10:00Z');
		const reportNow: typeof report = async (...run) =>
			await asTimePasses(
				[now, now],
				() => false,
				async () => await report(...run),
			);

		it.each([
			['today', '2026-12-01%2000%3A00', '2026-12-02%2000%3A00'],
			['yesterday', '2026-11-30%2000%3A00', '2026-12-01%2000%3A00'],
			['last7Days', '2026-11-24%2000%3A00', '2026-12-01%2000%3A00'],
			['thisMonth', '2026-12-01%2000%3A00', '2026-12-02%2000%3A00'],
			['lastMonth', '2026-11-01%2000%3A00', '2026-12-01%2000%3A00'],
		])('%s asks for it in French time, without dates', async (period, start, end) => {
			const dateless = { startDate: '', endDate: '', period };
			const { error } = await reportNow(dateless, { timezone: 'America/New_York' });
			expect(error).toBeUndefined();
			expect(gateway().requests.map(({ body }) => body)).toEqual([
				`keyid=${KEY}&rapportCampagne=1&date_deb=${start}&date_fin=${end}`,
			]);
		});

		it('takes the period of each item from an expression', async () => {
			const items = [{ period: 'today' }, { period: 'lastMonth' }, { period: 'custom' }];
			await reportNow({ period: '={{ $json.period }}' }, { items });
			expect(gateway().requests.map(({ arguments: { date_deb } }) => date_deb)).toEqual([
				'2026-12-01 00:00',
				'2026-11-01 00:00',
				'2016-07-01 00:00',
			]);
		});

		it('is refused where its name is unknown', async () => {
			const { error } = await report({ period: '={{ "lastYear" }}' });
			expect(error?.message).toContain('"Period" must be one of Custom, Last 7 Days');
			expect(gateway().requests).toEqual([]);
		});
	});

	it('covers the whole of an end date without a time, and says how a date was read', async () => {
		addRows({});
		const { hints } = await report({
			startDate: '={{ "01/07/2016" }}',
			endDate: '={{ "2016-07-31" }}',
		});
		expect(gateway().requests[0]?.body).toContain(
			'date_deb=2016-07-01%2000%3A00&date_fin=2016-08-01%2000%3A00',
		);
		expect(hints.map(({ type, message }) => [type, message])).toEqual([
			['info', '"Start Date" "01/07/2016" was read day first, as 2016-07-01 00:00 in French time.'],
		]);
	});

	it.each([
		['a text', '={{ $json.at }}'],
		['a Date of JavaScript', '={{ new Date($json.at) }}'],
		['a date of luxon', '={{ DateTime.fromISO($json.at) }}'],
		['$now', '={{ $now.set({ year: 2016, month: 7, day: $json.day, hour: 12, minute: 0 }) }}'],
	])('takes %s of each item of a run', async (_, startDate) => {
		const items = [1, 2, 3].map((day) => ({ day, at: `2016-07-0${day}T12:00:00+02:00` }));
		const { error } = await report({ startDate }, { items, timezone: 'Europe/Paris' });
		expect(error).toBeUndefined();
		expect(gateway().requests.map(({ arguments: { date_deb } }) => date_deb)).toEqual(
			items.map(({ day }) => `2016-07-0${day} 12:00`),
		);
	});

	it('gives no more rows than the limit', async () => {
		addMinutes(60);
		expect((await report({})).json).toHaveLength(50);
		expect((await report({ limit: 7 })).json).toHaveLength(7);
		expect((await report({ returnAll: true, limit: 7 })).json).toHaveLength(60);
	});

	describe('that is too large for one request', () => {
		beforeEach(() => {
			gateway().service.maxRows = 100;
			addMinutes(1000);
		});

		it('is one file with one header', async () => {
			gateway().service.dialect = 'plain';
			const result = await report({ output: 'file', binaryPropertyName: 'csv' });
			const [item, ...others] = result.outputs[0] ?? [];
			expect(others).toEqual([]);
			expect(item?.json).toEqual({ fileName: 'campaign-report.csv' });
			expect(item?.binary?.csv).toMatchObject({ mimeType: 'text/csv', fileExtension: 'csv' });
			const lines = fileText(result, 'csv').trimEnd().split('\r\n');
			expect([lines.length, lines[0]]).toEqual([1001, header]);
			expect(lines.filter((line) => line.startsWith("Date d'envoi"))).toHaveLength(1);
		});

		it('takes no more requests than the limit needs', async () => {
			const { json } = await report({ limit: 10 });
			expect(json.map(({ tracker }) => tracker)).toEqual(trackers(10));
			const few = gateway().requests.length;
			await report({ returnAll: true });
			expect(gateway().requests.length - few).toBeGreaterThan(few);
		});
	});

	describe.each(['wholeMinute', 'firstSecond', 'nothing'] as const)(
		'of a gateway whose date_fin covers %s of its minute',
		(reportEnd) => {
			beforeEach(() => (gateway().service.reportEnd = reportEnd));

			/** Adds rows on the edges of minutes. */
			const addEdges = (start: number, minutes: readonly number[]) =>
				addRows(
					...minutes.flatMap((after) =>
						[0, 1, 30, 59].map((seconds) => ({
							sentAt: new Date(start + after * minute + seconds * 1000),
							tracker: `t${after}_${seconds}`,
						})),
					),
				);

			it.each([
				['in summer', '2016-07-01T10:18:00Z', 1, 90, 40],
				['in the night that skips an hour', '2016-03-27T00:10:00Z', 1, 90, 40],
				['in the night that has an hour twice', '2016-10-29T23:20:00Z', 5, 200, 100],
			])(
				'has each row of its period once %s',
				async (_when, start, step, length, maxRows) => {
					gateway().service.maxRows = maxRows;
					const begin = Date.parse(start);
					const minutes = Array.from({ length: length / step }, (_, index) => index * step);
					addEdges(begin, minutes);
					const [first, last] = [10, length - 11];
					const wanted = minutes
						.filter((after) => after >= first && after <= last)
						.flatMap((after) => [0, 1, 30, 59].map((seconds) => `t${after}_${seconds}`));
					const period = {
						startDate: new Date(begin + first * minute).toISOString(),
						endDate: new Date(begin + last * minute).toISOString(),
					};
					for (const simplify of [true, false]) {
						const { json, error } = await report({ ...period, returnAll: true, simplify });
						expect(error).toBeUndefined();
						expect(json.map((item) => item.tracker ?? item.Tracker)).toEqual(wanted);
					}
					expect(gateway().requests.length).toBeGreaterThan(4);
					const [, ...lines] = fileText(await report({ ...period, output: 'file' }))
						.trimEnd()
						.split('\r\n');
					expect(lines.map((line) => line.split(';').at(-2))).toEqual(wanted);
				},
				30_000,
			);

			it('has no row of the repeated hour after its end', async () => {
				addEdges(Date.parse('2016-10-29T23:58:00Z'), [0, 1, 2, 3, 61, 62, 63, 122]);
				const { json } = await report({
					startDate: '2016-10-30T01:00:00',
					endDate: '2016-10-30T01:59:00',
				});
				expect(json).toHaveLength(8);
			});

			it('is empty when only the minute after its end has rows', async () => {
				addRows({});
				const before = { startDate: '2016-07-01T12:00:00', endDate: '2016-07-01T12:17:00' };
				expect((await report(before)).outputs).toEqual([[]]);
				expect((await report({ ...before, output: 'file' })).outputs).toEqual([[]]);
			});
		},
	);

	it('is byte for byte the file of iSendPro without the rows after its end', async () => {
		addMinutes(3);
		const whole = fileText(await report({ output: 'file' })).split('\r\n');
		const period = { startDate: '2016-07-01T12:00', endDate: '2016-07-01T12:19' };
		expect(whole).toHaveLength(5);
		expect(fileText(await report({ ...period, output: 'file' }))).toBe(
			`${whole.slice(0, 3).join('\r\n')}\r\n`,
		);
	});

	it.each([
		['text', 'It begins: Service indisponible'],
		['html', 'is a web page, not an answer of iSendPro. It begins: <html><body>Service'],
		['json', 'It begins: {"error":"Service indisponible"}'],
		['utf16', 'It begins: <html><body>Service indisponible'],
		['zipInZip', 'holds another ZIP file'],
	] as const)('fails when %s comes instead of a file', async (page, beginning) => {
		gateway().service.inPlaceOfFiles = page;
		addMinutes(1);
		for (const output of ['items', 'file']) {
			const { error, outputs } = await report({ output });
			expect(error?.message).toContain(beginning);
			expect(outputs).toEqual([]);
		}
	});

	it('is empty when nothing was sent', async () => {
		expect((await report({})).outputs).toEqual([[]]);
		expect((await report({ output: 'file' })).outputs).toEqual([[]]);
	});
});
