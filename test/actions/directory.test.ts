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

	describe('that gets many contacts with three fields each, on a server that reads few form fields', () => {
		const count = 500;
		const items = Array.from({ length: count }, (_, index) => ({
			phone: `06${10_000_000 + index}`,
			name: `Name ${index}`,
		}));
		const fields = { 1: '={{ $json.name }}', 2: '={{ $json.name }}', 27: '={{ $json.name }}' };
		const parameters = {
			directoryId: '39565',
			phoneNumber: '={{ $json.phone }}',
			contactFields: {
				fields: Object.entries(fields).map(([field, value]) => ({ field: Number(field), value })),
			},
		};
		/** What the directory has to hold of the contacts that it holds. */
		const complete = (number: string) => {
			const name = `Name ${Number(number.slice(-8)) - 10_000_000}`;
			return { 1: name, 2: name, 27: name };
		};
		const wholeContacts = () =>
			contacts().map(({ number }) => ({ number, fields: complete(number) }));

		beforeEach(() => open());

		it('of 1,000 reads all of them, since no request has more', async () => {
			gateway().faults.add({ kind: 'cutForm', fields: 1000, times: 10 });
			const { json } = await run('addContacts', parameters, { items });
			expect(json.filter(({ status }) => status === 'added')).toHaveLength(count);
			expect(contacts()).toHaveLength(count);
			expect(contacts()).toEqual(wholeContacts());
			// 249 contacts of 4 fields, and 3 fields before them, are 999
			const fieldCounts = gateway().requests.map(({ body }) => body.split('&').length);
			expect(fieldCounts).toEqual([999, 999, 11]);
		});

		it.each([
			['before a contact', 3 + 40, 10],
			['within the fields of a contact', 3 + 41, 10],
			['between its fields and its number', 3 + 43, 10],
		])('cut off %s, leaves out whole contacts, which are unknown', async (_, cut, added) => {
			gateway().faults.add({ kind: 'cutForm', fields: cut, times: 10 });
			const few = items.slice(0, 20);
			const { json } = await run('addContacts', parameters, { items: few });
			expect(json.map(({ status }) => status)).toEqual(
				few.map((__, index) => (index < added ? 'added' : 'unknown')),
			);
			expect(contacts()).toEqual(wholeContacts());
			expect(contacts()).toHaveLength(added);
		});

		it('keeps a smaller batch size that the user chose', async () => {
			const options = { batchSize: 200 };
			await run('addContacts', { ...parameters, options }, { items });
			expect(gateway().requests).toHaveLength(3);
			await run('addContacts', { ...parameters, options: { batchSize: 500 } }, { items });
			expect(
				gateway()
					.requests.slice(3)
					.map(({ body }) => body.split('&').length),
			).toEqual([999, 999, 11]);
		});
	});

	it('gets 500 contacts without fields in one request', async () => {
		open();
		const items = Array.from({ length: 500 }, (_, index) => ({ phone: `06${10_000_000 + index}` }));
		const parameters = { directoryId: '39565', phoneNumber: '={{ $json.phone }}' };
		await run('addContacts', parameters, { items });
		expect(gateway().requests).toHaveLength(1);
	});

	describe('that several items name alike', () => {
		const names = () => gateway().account.directories.map(({ name }) => name);
		const create = async (...given: string[]) =>
			await run(
				'create',
				{ name: '={{ $json.name }}' },
				{ items: given.map((name) => ({ name })) },
			);

		it('is created once, for all of them, and a hint says so', async () => {
			const { json, hints, pairedItems } = await create('Clients', 'Leads', ' Clients ', 'Clients');
			expect(names()).toEqual(['Clients', 'Leads']);
			const [clients, leads] = gateway().account.directories.map(({ id }) => id);
			expect(json.map(({ directoryId }) => directoryId)).toEqual([
				clients,
				leads,
				clients,
				clients,
			]);
			expect(pairedItems).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
			expect(hints.map(({ type, message }) => [type, message])).toEqual([
				[
					'info',
					'Several items ask for a directory of the same name: it was created once, and they share its ID.',
				],
			]);
		});

		it('is created once for a fixed name, however many items there are', async () => {
			const items = Array.from({ length: 50 }, (_, index) => ({ index }));
			const { json } = await run('create', { name: 'Clients' }, { items });
			expect(names()).toEqual(['Clients']);
			expect(new Set(json.map(({ directoryId }) => directoryId)).size).toBe(1);
		});

		it('is created for each name that differs in case or accents', async () => {
			const { hints } = await create('Clients', 'clients', 'Été', 'Ete');
			expect(names()).toEqual(['Clients', 'clients', 'Été', 'Ete']);
			expect(hints).toEqual([]);
		});

		it('fails for all of them where iSendPro refuses it, after one request', async () => {
			gateway().faults.add({ kind: 'code', code: 101 });
			const { error } = await create('Clients', 'Clients');
			expect(error?.message).toContain('iSendPro code 101');
			expect(gateway().requests).toHaveLength(1);
		});

		it('is created once even if n8n runs the node again', async () => {
			const { json, hints } = await run(
				'create',
				{ name: '={{ $json.name }}' },
				{
					items: ['Клиенты', 'Clients', 'Clients'].map((name) => ({ name })),
					onError: 'continueRegularOutput',
					...{ retryOnFail: true, maxTries: 3 },
				},
			);
			expect(names()).toEqual(['Clients']);
			expect(json[1]).toMatchObject({ name: 'Clients', code: 100 });
			expect(json[2]).toEqual(json[1]);
			expect(hints.map(({ message }) => message)).toContainEqual(
				expect.stringContaining('it was created once'),
			);
		});

		it('is created again by the next run', async () => {
			await create('Clients');
			await create('Clients');
			expect(names()).toEqual(['Clients', 'Clients']);
		});
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
