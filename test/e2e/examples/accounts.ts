import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { itemsOf, runsOf } from '../../../harness';
import type { Stage } from '../stage';
import { example, withParameters } from './imported';

/** The examples about credit, lists and reports. @param folder where n8n may write files */
export function accountTests(setting: () => Stage, folder: string): void {
	it('tell somebody when the credit is low, and nobody before', async () => {
		const { n8n, simulator, credential } = setting();
		const workflow = await n8n.api.createWorkflow(example('low-balance-alert'), credential);
		expect(await n8n.api.run(workflow)).toMatchObject({ status: 'success' });
		expect(simulator.phones.messages()).toEqual([]);

		simulator.account.credit = 12.5;
		expect(await n8n.api.run(workflow)).toMatchObject({ status: 'success' });

		expect(simulator.phones.messages().map(({ to, text }) => [to, text])).toEqual([
			['0609090909', expect.stringMatching(/^Crédit iSendPro : 12,50 € \(\d+ SMS\)\./)],
		]);
	});

	it('put only numbers that are valid and not blacklisted into a directory', async () => {
		const { n8n, simulator, credential } = setting();
		simulator.phones.get('0605060708').attributed = false;
		simulator.account.blacklist.add('+33780910112');
		const workflow = await n8n.api.createWorkflow(example('clean-a-list'), credential);

		const execution = await n8n.api.run(workflow);

		expect(execution.status).toBe('success');
		expect(simulator.account.directories).toEqual([
			{
				id: expect.any(String) as string,
				name: `Customers ${DateTime.now().setZone('America/New_York').toFormat('yyyy-MM-dd')}`,
				contacts: [{ number: '+33601020304', fields: { 1: 'Élodie' } }],
			},
		]);
		const left = runsOf(execution, 'To correct or leave out').flatMap(
			({ data }) => data?.main?.[0] ?? [],
		);
		expect(left.map(({ json }) => json.phoneNumber ?? json.phone).sort()).toEqual([
			'06 13 14',
			'0605060708',
			'0780910112',
		]);
	});

	it('put a contact without a name into the directory, and leave out what cannot be added', async () => {
		const { n8n, simulator, credential } = setting();
		const contacts = [
			{ name: '', phone: '06 01 02 03 04' },
			{ name: null, phone: '06 01 02 03 05' },
			{ phone: '06 01 02 03 06' },
			{ name: 'Anna', phone: '' },
			{ name: 'ZoÃ©', phone: '06 01 02 03 07' },
			{ name: 'Léo', phone: '06 01 02 03 08' },
			{ name: 'Léo', phone: '+33 601020308' },
		];
		const workflow = withParameters(example('clean-a-list'), {
			Contacts: { jsonOutput: JSON.stringify({ contacts }) },
		});
		const execution = await n8n.api.run(await n8n.api.createWorkflow(workflow, credential));
		expect([execution.status, execution.data.resultData.error?.message]).toEqual([
			...['success', undefined],
		]);
		expect(
			simulator.account.directories.flatMap(({ contacts: all }) =>
				all.map(({ number, fields }) => [number, fields[1]]),
			),
		).toEqual([
			['+33601020304', undefined],
			['+33601020305', undefined],
			['+33601020306', undefined],
			['+33601020308', 'Léo'],
		]);
		const left = runsOf(execution, 'To correct or leave out').flatMap(
			({ data }) => data?.main?.[0] ?? [],
		);
		expect(left.map(({ json }) => json.name).sort()).toEqual(['Anna', 'ZoÃ©']);
	});

	it("write last month's report to a file, and none when there was no SMS", async () => {
		const { n8n, simulator, credential } = setting();
		const lastMonth = DateTime.now().setZone('Europe/Paris').minus({ months: 1 });
		const name = `isendpro-${lastMonth.toFormat('yyyy-MM')}.csv`;
		const workflow = await n8n.api.createWorkflow(
			withParameters(example('monthly-report'), {
				'Write the file': {
					fileName: `=${folder}/isendpro-{{ $now.minus({ months: 1 }).toFormat('yyyy-MM') }}.csv`,
				},
			}),
			credential,
		);
		expect(await n8n.api.run(workflow)).toMatchObject({ status: 'success' });
		expect(readdirSync(folder)).toEqual([]);

		const row = { sender: '', information: '', details: '', status: '0', reply: '', stop: 0 };
		for (const [index, time] of [
			lastMonth.startOf('month'),
			lastMonth.endOf('month'),
			lastMonth.endOf('month').plus({ minutes: 1 }),
			lastMonth.startOf('month').minus({ minutes: 1 }),
		].entries())
			simulator.account.reportRows.push({
				...row,
				sentAt: time.toJSDate(),
				to: `060000000${index}`,
				text: 'Bonjour',
				channel: 'Haute Qualite',
				price: 0.044,
				tracker: '',
			});
		const execution = await n8n.api.run(workflow);

		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Write the file')).toHaveLength(1);
		const lines = readFileSync(join(folder, name), 'latin1').trim().split('\n');
		expect(lines.map((line) => /060000000\d/.exec(line)?.[0])).toEqual([
			undefined,
			'0600000000',
			'0600000001',
		]);
		rmSync(join(folder, name));
	});
}
