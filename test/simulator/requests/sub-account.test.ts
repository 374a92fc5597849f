import {
	call,
	codeOf,
	codesIn,
	elementIn,
	flat,
	key,
	simulator,
	useSimulator,
	xmlOf,
} from '../client';

useSimulator();

describe('A sub-account', () => {
	const create = async () => {
		const xml = await xmlOf(
			'subAccountEdit=addAccount&subAccountLogin=shop&subAccountPassword=secret',
		);
		return { id: elementIn(xml, 'subAccountId'), keyId: elementIn(xml, 'subAccountKeyId'), xml };
	};

	it('is created with the answer of the manual', async () => {
		const { id, keyId, xml } = await create();
		expect(xml).toBe(
			flat(
				'<code>230</code>',
				'<message>Le sous compte a ete ajoute</message>',
				'<subAccountLogin>shop</subAccountLogin>',
				`<subAccountId>${id}</subAccountId>`,
				`<subAccountKeyId>${keyId}</subAccountKeyId>`,
			),
		);
	});

	it('gets prices and pays them', async () => {
		const { keyId, id } = await create();
		const set = `subAccountEdit=setPrice&subAccountKeyId=${keyId}`;
		expect(await xmlOf(`${set}&subAccountPrice=0.049&subAccountCountryCode=33`)).toBe(
			flat(
				'<code>237</code>',
				'<message>Le prix a ete cree</message>',
				`<subAccountId>${id}</subAccountId>`,
				`<subAccountKeyId>${keyId}</subAccountKeyId>`,
			),
		);
		expect(await codeOf(`${set}&subAccountPrice=0.05&subAccountCountryCode=33`)).toBe(241);
		const add = `subAccountEdit=addCredit&subAccountKeyId=${keyId}`;
		expect(await codeOf(`${add}&subAccountAddCredit=150`)).toBe(239);
		const asSubAccount = async (form: string) =>
			(await call(`${simulator.url}?keyid=${keyId}&${form}`)).body;
		expect(codesIn(await asSubAccount('num=0601020304&sms=a'))).toEqual([0]);
		expect(await asSubAccount('credit=1')).toContain('<credit>149.95</credit>');
		expect(simulator.account.credit).toBe(108.16);
	});

	it.each([
		['setPrice', 'subAccountPrice=0,049&subAccountCountryCode=33', 236],
		['setPrice', 'subAccountPrice=0.049&subAccountCountryCode=FR', 235],
		['addCredit', 'subAccountAddCredit=-5', 238],
		['setRestriction', 'subAccountRestrictionStop=yes', 248],
	])('is refused for %s with %s with %i', async (command, rest, expected) => {
		const { keyId } = await create();
		const form = `subAccountEdit=${command}&subAccountKeyId=${keyId}&${rest}`;
		expect(await codeOf(form)).toBe(expected);
	});

	it("is refused with 234 when the key is the main account's", async () => {
		const form = `subAccountEdit=addCredit&subAccountAddCredit=1&subAccountKeyId=${key.slice(6)}`;
		expect(await codeOf(form)).toBe(234);
	});

	it('obeys its restrictions when they are switched on and off', async () => {
		const { keyId } = await create();
		const set = `subAccountEdit=setRestriction&subAccountKeyId=${keyId}`;
		const send = async () => {
			const form = 'num=0601020304&sms=a&emetteur=Acme&nostop=1';
			return codesIn((await call(`${simulator.url}?keyid=${keyId}&${form}`)).body);
		};
		simulator.clock.set('2026-11-22T10:00:00Z');
		expect(await send()).toEqual([36]);
		expect(await codeOf(`${set}&subAccountRestrictionStop=0`)).toBe(244);
		expect(await send()).toEqual([12]);
		expect(await codeOf(`${set}&subAccountRestrictionTime=1`)).toBe(247);
		expect(await send()).toEqual([24]);
		expect(await codeOf(`${set}&subAccountRestrictionTime=0`)).toBe(246);
		expect(await codeOf(`${set}&subAccountRestrictionStop=1`)).toBe(245);
	});

	it("gets the code of the manual's example when set to", async () => {
		const { keyId } = await create();
		simulator.service.wording = 'examples';
		expect(
			await xmlOf(
				`subAccountEdit=setRestriction&subAccountKeyId=${keyId}&subAccountRestrictionTime=0`,
			),
		).toContain('<code>244</code>\n<message>La restriction horaire a ete desactivee</message>');
	});
});
