import type { DataTable } from '../../../harness';
import { activate, addressesOf } from '../../../harness';
import { statusesOnce } from '../trigger/workflows';
import type { Stage } from '../stage';
import { createTable, example, withParameters, withTable } from './imported';
import { listenForPosts } from './posts';

const arrived = { statut: '0', code_erreur: '000' };
const failed = { statut: '2', code_erreur: '101' };

type Fields = Record<string, string>;

/** The query of a receipt. */
const queryOf = (fields: Fields) =>
	new URLSearchParams({
		...{ tel: '0601020304', libelle: '', operateur: 'ORAN', id: '1', tracker: 'a' },
		...{ date: '2026-11-23', heure: '11:00:00', ...fields },
	}).toString();

/** The examples that take delivery receipts. */
export function receiptTests(setting: () => Stage): void {
	describe('The example that records what became of a message', () => {
		/** Publishes it with a table of its own. */
		async function publish() {
			const { n8n, credential } = setting();
			const table = await createTable(n8n, example('receipt-to-record'));
			const workflow = await n8n.api.createWorkflow(
				withTable(example('receipt-to-record'), table),
				credential,
			);
			await activate(n8n, workflow);
			const { receipts } = addressesOf(n8n, workflow);
			const call = async (fields: Fields) =>
				await (await fetch(`${receipts}?${queryOf(fields)}`)).text();
			return { table, call };
		}

		const recorded = async (table: DataTable) =>
			(await setting().n8n.api.rowsOf(table)).map(
				({ tracker, phone, delivery, reason, reportedAt }) => [
					...[tracker, phone, delivery, reason ?? ''],
					reportedAt === null ? '' : String(reportedAt).slice(11, 19),
				],
			);

		const at = (heure: string) => ({ heure });
		const withoutTime = { heure: '', date: '' };

		it.each<[order: string, receipts: Fields[], delivery: string, time: string]>([
			['newer later', [failed, { ...arrived, ...at('12:00:00') }], 'delivered', '12:00:00'],
			['older later', [{ ...arrived, ...at('12:00:00') }, failed], 'delivered', '12:00:00'],
			['older failure last', [{ ...failed, ...at('12:00:00') }, arrived], 'failed', '12:00:00'],
			['of yesterday later', [failed, { ...arrived, date: '2026-11-22' }], 'failed', '11:00:00'],
			['failed, then delivered in one second', [failed, arrived], 'delivered', '11:00:00'],
			['delivered, then failed in one second', [arrived, failed], 'delivered', '11:00:00'],
			['without a time later', [failed, { ...arrived, ...withoutTime }], 'failed', '11:00:00'],
			['with a time later', [{ ...arrived, ...withoutTime }, failed], 'failed', '11:00:00'],
			[
				'both without a time, delivered first',
				[arrived, failed].map((receipt) => ({ ...receipt, ...withoutTime })),
				'delivered',
				'',
			],
			[
				'both without a time, delivered last',
				[failed, arrived].map((receipt) => ({ ...receipt, ...withoutTime })),
				'delivered',
				'',
			],
			[
				'the older one again',
				[failed, { ...arrived, ...at('12:00:00') }, failed],
				'delivered',
				'12:00:00',
			],
		])('keeps the newest receipt: %s', async (_, receipts, delivery, time) => {
			const { table, call } = await publish();
			for (const receipt of receipts) expect(await call(receipt)).toBe('validation');
			const reason = delivery === 'failed' ? 'Unknown subscriber' : '';
			expect(await recorded(table)).toEqual([['a', '0601020304', delivery, reason, time]]);
		});

		it('has a record for each phone, and none for a message without a tracker', async () => {
			const { table, call } = await publish();
			for (const fields of [
				{ ...failed, tel: '33605060708' },
				arrived,
				{ ...failed, tracker: '' },
				{ ...arrived, tracker: '', heure: '12:00:00' },
			])
				expect(await call(fields)).toBe('validation');
			expect(await recorded(table)).toEqual([
				['a', '0605060708', 'failed', 'Unknown subscriber', '11:00:00'],
				['a', '0601020304', 'delivered', '', '11:00:00'],
			]);
		});

		it('fills in the record that the sending made before it', async () => {
			const { n8n } = setting();
			const { table, call } = await publish();
			await n8n.api.addRows(table, [{ tracker: 'a', phone: '0601020304', sent: 'sent' }]);
			expect(await call({ ...failed, ...withoutTime })).toBe('validation');
			expect(await call(failed)).toBe('validation');
			expect(await n8n.api.rowsOf(table)).toMatchObject([{ sent: 'sent', delivery: 'failed' }]);
		});
	});

	describe('The example that tells another channel of what failed', () => {
		/**
		 * Publishes it with a table of its own; another channel listens.
		 * @param changes what else to set, by node
		 */
		async function publish(changes: Parameters<typeof withParameters>[1] = {}) {
			const { n8n, credential } = setting();
			const chat = await listenForPosts();
			const definition = example('failed-receipt-to-second-channel');
			const table = await createTable(n8n, definition);
			const workflow = await n8n.api.createWorkflow(
				withParameters(withTable(definition, table), {
					'Post to the chat': { url: chat.url },
					...changes,
				}),
				credential,
			);
			await activate(n8n, workflow);
			const { receipts } = addressesOf(n8n, workflow);
			const call = async (query: string) => await (await fetch(`${receipts}?${query}`)).text();
			return { chat, table, workflow, call };
		}

		it('tells it once of each message that failed', async () => {
			const { n8n } = setting();
			const { chat, table, workflow, call } = await publish();
			const query = queryOf(failed);
			for (const each of [
				query,
				query,
				queryOf({ ...arrived, id: '2', tracker: 'b' }),
				query.split('&').reverse().join('&'),
				queryOf({ ...failed, code_erreur: '', id: '3', tracker: 'c' }),
			])
				expect(await call(each)).toBe('validation');

			const statuses = Array(5).fill('success');
			expect(await statusesOnce(statuses, n8n, workflow)).toEqual(statuses);
			const posts = await chat.received(2);
			expect(posts.map(({ text }) => text).sort()).toEqual([
				'SMS to 0601020304 was not delivered: Unknown subscriber (Orange, a)',
				'SMS to 0601020304 was not delivered: no reason given (Orange, c)',
			]);
			expect(await n8n.api.rowsOf(table)).toHaveLength(2);
			chat.close();
		});

		it('goes on after ten thousand of them, and knows each', async () => {
			const { n8n } = setting();
			const { chat, table, call } = await publish();
			const first = queryOf({ ...failed, tracker: 'first' });
			expect(await call(first)).toBe('validation');
			for (let start = 0; start < 10_000; start += 1_000)
				await n8n.api.addRows(
					table,
					Array.from({ length: 1_000 }, (_, id) => ({ eventId: `event ${start + id}` })),
				);
			const next = queryOf({ ...failed, tracker: 'next' });
			for (const query of [next, first, next]) expect(await call(query)).toBe('validation');
			expect((await chat.received(2)).map(({ text }) => /\w+(?=\)$)/.exec(text)?.[0])).toEqual([
				...['first', 'next'],
			]);
			chat.close();
		});

		it('forgets what is older than a month', async () => {
			const { n8n } = setting();
			const condition = { keyName: 'createdAt', condition: 'lt' };
			const tomorrow = { ...condition, keyValue: '={{ $now.plus({ days: 1 }).toISO() }}' };
			const { chat, table, call } = await publish({
				'Forget the old ones': { filters: { conditions: [tomorrow] } },
			});
			await n8n.api.addRows(table, [{ eventId: 'old' }]);
			expect(await call(queryOf(failed))).toBe('validation');
			expect(await n8n.api.rowsOf(table)).toEqual([]);
			chat.close();
		});

		it('has iSendPro call again when the channel could not be told', async () => {
			const { n8n } = setting();
			const { chat, table, workflow, call } = await publish({
				'Post to the chat': { url: 'http://127.0.0.1:9/' },
			});
			expect(await call(queryOf(failed))).toBe('probleme');
			expect(await statusesOnce(['error'], n8n, workflow)).toEqual(['error']);
			expect(await n8n.api.rowsOf(table)).toEqual([]);
			chat.close();
		});
	});
}
