import {
	codeOf,
	codesOf,
	createDirectory,
	elementIn,
	flat,
	numbered,
	post,
	simulator,
	useSimulator,
	xmlOf,
} from '../client';

useSimulator();

describe('A directory', () => {
	it('is created with the answer of the manual', async () => {
		const xml = await xmlOf('repertoireEdit=create&repertoireNom=Mon%20r%E9pertoire');
		const id = elementIn(xml, 'repertoireId');
		expect(id).toMatch(/^\d+$/);
		expect(xml).toBe(
			flat(
				'<code>100</code>',
				`<repertoireId>${id}</repertoireId>`,
				'<message>Votre r\u00e9pertoire a \u00e9t\u00e9 cr\u00e9\u00e9 !</message>',
			),
		);
		expect(simulator.account.directories).toMatchObject([{ id, name: 'Mon répertoire' }]);
	});

	it('answers as the manual shows, and distinguishes contacts that are present and absent', async () => {
		const id = await createDirectory();
		const added = 'Votre donnee a ete ajoutee dans le repertoire!';
		expect(
			await xmlOf(`repertoireEdit=add&repertoireId=${id}&num1=0601020304&num2=0601020305`),
		).toBe(
			flat(
				`<etat1>\n<code1>103</code1>\n<repertoireId>${id}</repertoireId>\n<tel1>0601020304</tel1>\n<message1>${added}</message1>\n</etat1>`,
				`<etat2>\n<code2>103</code2>\n<repertoireId>${id}</repertoireId>\n<tel2>0601020305</tel2>\n<message2>${added}</message2>\n</etat2>`,
			),
		);
		const edit = `repertoireId=${id}&num1=0601020304&num2=0601020306&num3=06`;
		expect(await codesOf(`repertoireEdit=add&${edit}`)).toEqual([105, 103, 7]);
		expect(await codesOf(`repertoireEdit=del&${edit}`)).toEqual([106, 106, 7]);
		expect(await codesOf(`repertoireEdit=del&${edit}`)).toEqual([107, 107, 7]);
		expect(simulator.account.directories[0]?.contacts).toMatchObject([{ number: '+33601020305' }]);
	});

	it('reads champY for one number, champY_X for several, and ignores the others', async () => {
		const id = await createDirectory();
		const add = `repertoireEdit=add&repertoireId=${id}`;
		await post(`${add}&num1=0601020304&champ1=Martin&champ27=Z&champ2_1=ignored`);
		expect(simulator.requests.at(-1)?.ignoredArguments).toEqual(['champ2_1']);
		await post(
			`${add}&num1=0601020305&num2=0601020306&champ1_2=Dup%E9&champ27_1=%CA&champ1=no&champ28_1=no`,
		);
		expect(simulator.requests.at(-1)?.ignoredArguments).toEqual(['champ1', 'champ28_1']);
		expect(simulator.account.directories[0]?.contacts.map(({ fields }) => fields)).toEqual([
			{ 1: 'Martin', 27: 'Z' },
			{ 27: '€' },
			{ 1: 'Dupé' },
		]);
	});

	it('takes 500 contacts in a request, and not 501', async () => {
		const id = await createDirectory();
		const add = `repertoireEdit=add&repertoireId=${id}`;
		expect(await codesOf(`${add}&${numbered(501)}`)).toEqual([23]);
		expect(await codesOf(`${add}&${numbered(500)}`)).toHaveLength(500);
		expect(await codesOf(add)).toEqual([6]);
	});

	it('cannot be edited while a send to it is scheduled', async () => {
		const id = await createDirectory();
		const add = `repertoireEdit=add&repertoireId=${id}`;
		await post(`${add}&num1=0601020304`);
		simulator.clock.set('2026-11-23T09:00:00Z');
		expect(await codeOf(`repertoireId=${id}&sms=a&date_envoi=2026-11-23%2012:00`)).toBe(0);
		expect(await codeOf(`${add}&num1=0601020305`)).toBe(104);
		await simulator.clock.advance(3 * 3_600_000);
		expect(await codeOf(`${add}&num1=0601020305`)).toBe(103);
	});

	it("removes with the code of the manual's example when set to", async () => {
		const id = await createDirectory();
		await post(`repertoireEdit=add&repertoireId=${id}&num1=0601020304`);
		simulator.service.wording = 'examples';
		expect(await xmlOf(`repertoireEdit=del&repertoireId=${id}&num1=0601020304`)).toContain(
			'<code1>103</code1>',
		);
	});
});
