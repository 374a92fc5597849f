import { useGateway, useResource } from '../helpers/simulator';

const numberOf = (index: number) => `06${String(10_000_000 + index)}`;

describe('directories', () => {
	const gateway = useGateway();

	const run = useResource(gateway, 'directory');

	function openDirectory(id = '39565') {
		const directory = { id, name: 'Clients', contacts: [] };
		gateway().account.directories.push(directory);
		return gateway().account.directories.at(-1);
	}

	it('are created, with the name that iSendPro keeps', async () => {
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

	it('take hundreds of contacts with their fields in few requests', async () => {
		const directory = openDirectory();
		const items = Array.from({ length: 1200 }, (_, index) => ({
			phone: numberOf(index),
			name: `Zoé ${index}`,
			city: index % 2 === 0 ? 'Évry' : '',
		}));
		const { json, outputs } = await run(
			'addContacts',
			{
				directoryId: '39565',
				phoneNumber: '={{ $json.phone }}',
				contactFields: {
					fields: [
						{ field: 1, value: '={{ $json.name }}' },
						{ field: 27, value: '={{ $json.city }}' },
					],
				},
			},
			{ items },
		);
		expect(gateway().requests.map(({ kind }) => kind)).toEqual(Array(3).fill('directoryAdd'));
		expect(json).toHaveLength(1200);
		expect(json[700]).toEqual({
			phoneNumber: numberOf(700),
			directoryId: '39565',
			status: 'added',
			code: 103,
			apiMessage: 'Votre donnee a ete ajoutee dans le repertoire!',
		});
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
		expect(directory?.contacts).toHaveLength(1200);
		expect(directory?.contacts[700]).toEqual({
			number: '+33610000700',
			fields: { 1: 'Zoé 700', 27: 'Évry' },
		});
		expect(directory?.contacts[701]?.fields).toEqual({ 1: 'Zoé 701' });
	});

	it('give the fields of an item to each of its numbers', async () => {
		const directory = openDirectory();
		await run('addContacts', {
			directoryId: '39565',
			phoneNumber: '0601020304; 0601020305',
			contactFields: { fields: [{ field: 1, value: 'Martin' }] },
		});
		expect(directory?.contacts.map(({ fields }) => fields)).toEqual([
			{ 1: 'Martin' },
			{ 1: 'Martin' },
		]);
	});

	it('keep contacts of several directories apart, and the order of the items', async () => {
		openDirectory('1');
		openDirectory('2');
		const items = [
			{ id: '2', phone: '0601020304' },
			{ id: '1', phone: '0601020305' },
			{ id: '2', phone: '0032470123456' },
		];
		const { json } = await run(
			'addContacts',
			{ directoryId: '={{ $json.id }}', phoneNumber: '={{ $json.phone }}' },
			{ items },
		);
		expect(json.map(({ directoryId, phoneNumber }) => [directoryId, phoneNumber])).toEqual([
			['2', '0601020304'],
			['1', '0601020305'],
			['2', '0032470123456'],
		]);
		expect(gateway().requests).toHaveLength(2);
		expect(gateway().account.directories.map(({ contacts }) => contacts.length)).toEqual([1, 2]);
	});

	it.each(['table', 'examples'] as const)(
		'say who was there already and who was not, in the wording of the %s',
		async (wording) => {
			gateway().service.wording = wording;
			openDirectory();
			const add = async (phoneNumber: string) =>
				await run('addContacts', { directoryId: '39565', phoneNumber });
			const remove = async (phoneNumber: string) =>
				await run('removeContacts', { directoryId: '39565', phoneNumber });
			await add('0601020304');
			const added = await add('0601020304, 0601020305');
			expect(added.json.map(({ status }) => status)).toEqual(['alreadyPresent', 'added']);
			expect(added.hints).toEqual([]);
			const removed = await remove('0601020305, 0601020306');
			expect(removed.json.map(({ status }) => status)).toEqual(['removed', 'notPresent']);
			expect(removed.error).toBeUndefined();
			expect(gateway().account.directories[0]?.contacts).toHaveLength(1);
		},
	);

	it.each(['manual', 'flat', 'numbered'] as const)(
		'read the answer on one contact where it is %s',
		async (oneNumberAnswer) => {
			gateway().service.oneNumberAnswer = oneNumberAnswer;
			openDirectory();
			const parameters = { directoryId: '39565', phoneNumber: '0601020304' };
			expect((await run('addContacts', parameters)).json).toMatchObject([{ status: 'added' }]);
			expect((await run('removeContacts', parameters)).json).toMatchObject([{ status: 'removed' }]);
		},
	);

	it('say of contacts that iSendPro refused why', async () => {
		openDirectory();
		gateway().faults.add({ kind: 'recordCodes', codes: { 2: 7 } });
		const { json, hints } = await run('addContacts', {
			directoryId: '39565',
			phoneNumber: '0601020304, 0601020305, 0601020306',
		});
		expect(json).toMatchObject([
			{ status: 'added' },
			{ phoneNumber: '0601020305', directoryId: '39565', status: 'rejected', code: 7 },
			{ status: 'added' },
		]);
		expect(hints).toHaveLength(1);
	});

	it('name the directory that does not exist, and go on with the others', async () => {
		openDirectory('1');
		const items = [
			{ id: '9', phone: '0601020304' },
			{ id: '1', phone: '0601020305' },
		];
		const parameters = { directoryId: '={{ $json.id }}', phoneNumber: '={{ $json.phone }}' };
		const { json } = await run('addContacts', parameters, { items });
		expect(json).toMatchObject([
			{ directoryId: '9', status: 'rejected', code: 102 },
			{ directoryId: '1', status: 'added' },
		]);
		const { error } = await run('addContacts', parameters, { items: items.slice(0, 1) });
		expect(error?.message).toBe('There is no directory with this ID (iSendPro code 102)');
		expect(error?.description).toContain('0601020304 9');
	});

	it('never give the result of one contact to another', async () => {
		openDirectory();
		const parameters = {
			directoryId: '39565',
			phoneNumber: '0601020304, 0601020305, 0601020306',
		};
		gateway().faults.add({ kind: 'missingRecords', records: [2] });
		const missing = await run('addContacts', parameters);
		expect(missing.json.map(({ status }) => status)).toEqual(['added', 'unknown', 'added']);
		gateway().faults.add({ kind: 'cutXml' });
		const { error } = await run('addContacts', parameters);
		expect(error?.message).toContain('so it may have been done');
		gateway().faults.add({ kind: 'shuffledRecords' });
		const { json } = await run('removeContacts', {
			directoryId: '39565',
			phoneNumber: '0601020304, 0609999999, 0601020306',
		});
		expect(json.map(({ status }) => status)).toEqual(['removed', 'notPresent', 'removed']);
	});

	it('keep saying that a contact was added, though n8n runs the node again', async () => {
		openDirectory();
		const { outputs } = await run(
			'addContacts',
			{ directoryId: '39565', phoneNumber: '={{ $json.phone }}' },
			{
				items: [{ phone: 'call me' }, { phone: '0601020304' }],
				onError: 'continueRegularOutput',
				retryOnFail: true,
				maxTries: 3,
			},
		);
		expect(outputs[0]?.[1]?.json).toMatchObject({ status: 'added' });
		expect(gateway().requests).toHaveLength(1);
	});
});
