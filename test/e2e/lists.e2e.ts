import { generations } from './generations';
import { cellTests } from './lists/cells';
import { csvTests } from './lists/csv';
import { dateTests } from './lists/dates';
import { csv, workbook } from './lists/files';
import { openList, sending, useLists, writing } from './lists/form';
import type { Google } from './lists/google';
import { googleOptions, googleTests, startGoogle } from './lists/google';
import { numberTests } from './lists/numbers';
import { arrived, hello, people } from './lists/people';
import type { Stage } from './stage';
import { useStage } from './stage';

describe.each(generations)('A list in n8n %i.x', (generation) => {
	let stage = {} as Stage;
	let google = {} as Google;
	// Without a pool, 1.x fails when it stores two things at the same time.
	const env: Record<string, string> = { DB_SQLITE_POOL_SIZE: '4' };
	beforeAll(async () => {
		google = await startGoogle();
		env.GOOGLE_STAND_IN = google.port;
	});
	useStage({ generation, env, nodeOptions: googleOptions }, (opened) => (stage = opened));
	afterAll(() => google.close());
	const setting = () => stage;
	const lists = useLists(setting);
	const { run, received } = lists;

	beforeEach(async () => {
		await stage.simulator.reset();
		stage.simulator.clock.set(new Date());
	});

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
		const options = { onceKey: 'Reopening', missingValues: 'refuse' };
		const upload = await openList(setting(), sending(options));
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

	csvTests(lists, generation);
	cellTests(lists);
	numberTests(lists);
	dateTests(lists);
	googleTests(lists, () => google);
});
