import { useGateway, useResource } from '../helpers/simulator';

describe('A directory', () => {
	const gateway = useGateway();
	const run = useResource(gateway, 'directory');

	const open = (id = '39565') =>
		gateway().account.directories.push({ id, name: 'Clients', contacts: [] });
	const contacts = () => gateway().account.directories[0]?.contacts ?? [];
	const change =
		(operation: string) =>
		async (...numbers: string[]) =>
			await run(operation, { directoryId: '39565', phoneNumber: numbers.join(', ') });
	const [add, remove] = [change('addContacts'), change('removeContacts')];
	const [one, two, three] = ['0601020304', '0601020305', '0601020306'];

	it('is created with the name that iSendPro keeps', async () => {
		const { json } = await run('create', { name: ' Clients « été », Ê ' });
		const [created] = gateway().account.directories;
		expect(json).toEqual([
			{
				directoryId: created?.id,
				name: 'Clients « été », E',
				code: 100,
				apiMessage: 'Votre répertoire a été créé !',
			},
		]);
		expect(created?.name).toBe('Clients « été », E');
	});

	it('gives the fields of an item to each of its numbers', async () => {
		open();
		await run('addContacts', {
			directoryId: '39565',
			phoneNumber: '0601020304; 0601020305',
			contactFields: { fields: [{ field: 1, value: 'Martin' }] },
		});
		expect(contacts().map(({ fields }) => fields)).toEqual([{ 1: 'Martin' }, { 1: 'Martin' }]);
	});

	describe('named by the items', () => {
		const parameters = { directoryId: '={{ $json.id }}', phoneNumber: '={{ $json.phone }}' };

		it('gets its own contacts only, and the output keeps the order of the items', async () => {
			open('1');
			open('2');
			const items = [
				{ id: '2', phone: one },
				{ id: '1', phone: two },
				{ id: '2', phone: '0032470123456' },
			];
			const { json } = await run('addContacts', parameters, { items });
			expect(json.map(({ directoryId, phoneNumber }) => [directoryId, phoneNumber])).toEqual(
				items.map(({ id, phone }) => [id, phone]),
			);
			expect(gateway().requests).toHaveLength(2);
			expect(gateway().account.directories.map((each) => each.contacts.length)).toEqual([1, 2]);
		});

		it('is named when it does not exist, and the others get their contacts', async () => {
			open('1');
			const items = [
				{ id: '9', phone: one },
				{ id: '1', phone: two },
			];
			const { json } = await run('addContacts', parameters, { items });
			expect(json).toMatchObject([
				{ directoryId: '9', status: 'rejected', code: 102 },
				{ directoryId: '1', status: 'added' },
			]);
			const { error } = await run('addContacts', parameters, { items: items.slice(0, 1) });
			expect(error?.message).toBe('There is no directory with this ID (iSendPro code 102)');
			expect(error?.description).toContain('…0304 9');
		});
	});

	it.each(['table', 'examples'] as const)(
		'says who was in it already and who was not, in the wording of the %s',
		async (wording) => {
			gateway().service.wording = wording;
			open();
			await add(one);
			const added = await add(one, two);
			expect(added.json.map(({ status }) => status)).toEqual(['alreadyPresent', 'added']);
			const removed = await remove(two, three);
			expect(removed.json.map(({ status }) => status)).toEqual(['removed', 'notPresent']);
			expect([added.hints, removed.error]).toEqual([[], undefined]);
			expect(contacts()).toHaveLength(1);
		},
	);

	it('never gives the result of one contact to another', async () => {
		open();
		gateway().faults.add({ kind: 'missingRecords', records: [2] });
		const missing = await add(one, two, three);
		expect(missing.json.map(({ status }) => status)).toEqual(['added', 'unknown', 'added']);
		gateway().faults.add({ kind: 'cutXml' });
		const { error } = await add(one, two, three);
		expect(error?.message).toContain('so it may have been done');
		gateway().faults.add({ kind: 'shuffledRecords' });
		const { json } = await remove(one, '0609999999', three);
		expect(json.map(({ status }) => status)).toEqual(['removed', 'notPresent', 'removed']);
	});

	it('still reports a contact as added when n8n runs the node again', async () => {
		open();
		const { json } = await run(
			'addContacts',
			{ directoryId: '39565', phoneNumber: '={{ $json.phone }}' },
			{
				items: [{ phone: 'call me' }, { phone: one }],
				onError: 'continueRegularOutput',
				...{ retryOnFail: true, maxTries: 3 },
			},
		);
		expect(json[1]).toMatchObject({ status: 'added' });
		expect(gateway().requests).toHaveLength(1);
	});
});

describe('A field of a contact', () => {
	const gateway = useGateway();
	const run = useResource(gateway, 'directory');
	const add = async (value: string) =>
		await run('addContacts', {
			directoryId: '39565',
			phoneNumber: '0601020304',
			contactFields: { fields: [{ field: 1, value }] },
		});

	it.each([
		[
			'ZoÃ©',
			'The contact field "Name" has words that nobody meant to send: "ZoÃ©" at position 1 (meant: "Zoé")',
		],
		['Zo\ufffd', '"Zo\ufffd" at position 1'],
		['undefined', '"undefined" at position 1'],
		['Ren&eacute;', '(meant: "é")'],
	])('is refused where nobody meant it: %j', async (value, message) => {
		const { error } = await add(value);
		expect(error?.message).toContain(message);
		expect(error?.description).not.toContain('Message Text Checks');
		expect(gateway().requests).toEqual([]);
	});

	it('has the signs of windows-1252', async () => {
		gateway().account.directories.push({ id: '39565', name: 'Clients', contacts: [] });
		await add('L\x92Oréal, cr\x9cur');
		expect(gateway().account.directories[0]?.contacts[0]?.fields).toEqual({ 1: "L'Oréal, crœur" });
	});
});
