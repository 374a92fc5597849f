import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { EngineRun } from '../../helpers/engine';
import { runNode } from '../../helpers/engine';
import { itemsLike, namesOf, placesOf } from '../../helpers/operations';
import { startScriptedGateway } from '../../helpers/scripted-gateway';
import { useBusyGateway } from '../../helpers/simulator';
import { rows } from '../../operations';

const { gateway, forms } = useBusyGateway();

const own = { id: 7, nested: { list: [1, { a: null }] }, status: 'from the CRM', code: 'input' };

/** Runs the operation of a row, whose items have fields of their own, with or without the option. */
async function run(name: string, isOn: boolean, more: Partial<EngineRun> = {}) {
	const row = rows[name];
	const answering = await startScriptedGateway((row?.exchanges ?? []).map(({ answer }) => answer));
	const options = { ...(row?.parameters.options as INodeParameters), includeInputFields: isOn };
	const result = await runNode({
		...{ url: answering.url, ...namesOf(name) },
		parameters: { ...row?.parameters, options },
		items: (row?.items ?? []).map((item) => ({ ...item, ...own })),
		...more,
	});
	answering.close();
	return { ...result, bodies: answering.bodies };
}

const names = Object.keys(rows).filter((name) =>
	placesOf(name).some(({ path }) => path === 'options.includeInputFields'),
);

it('The option Include Input Fields is there where an item is about a recipient or a number', () => {
	expect(names).toEqual(
		expect.arrayContaining([
			...['sms:send', 'sms:count', 'sms:sendToDirectory', 'phoneNumber:verify'],
			...['blacklist:add', 'blacklist:remove'],
			...['directory:addContacts', 'directory:removeContacts'],
		]),
	);
});

describe.each(names)('The input fields beside the output of %s', (name) => {
	it('come after its own, which win, and change no request', async () => {
		const without = await run(name, false);
		const { json, error, bodies, pairedItems } = await run(name, true);
		expect([error, bodies]).toEqual([undefined, without.bodies]);
		for (const [index, item] of json.entries()) {
			const input: IDataObject = { ...rows[name]?.items[index], ...own };
			const named = Object.keys(without.json[index] ?? {});
			expect(Object.keys(item).slice(0, named.length)).toEqual(named);
			expect(Object.keys(item)).toEqual([...new Set([...named, ...Object.keys(input)])]);
			expect(item.nested).toEqual(own.nested);
			for (const key of Object.keys(input)) {
				if (!named.includes(key)) expect(item[key]).toEqual(input[key]);
			}
		}
		expect(pairedItems).toEqual(without.pairedItems);
	});

	it('are added to an error by n8n alone', async () => {
		const row = rows[name];
		const [first] = row ? itemsLike(row, 1) : [];
		const invalid = { ...first, ...row?.invalidItem, id: 7 };
		const { json } = await run(name, true, {
			items: [invalid],
			onError: 'continueRegularOutput',
		});
		expect(json.map((item) => Object.keys(item))).toEqual([['error']]);
	});
});

describe('The input fields', () => {
	const send = async (items: IDataObject[], more: Partial<EngineRun> = {}) =>
		await runNode({
			...{ url: gateway().url, resource: 'sms', operation: 'send', items, ...more },
			parameters: {
				to: '={{ $json.phone }}',
				message: 'Hello',
				options: { includeInputFields: true },
			},
		});

	it('are those of each item, also of one that repeats another', async () => {
		const items = ['a', 'b', 'c'].map((id) => ({ phone: '0601020304', id }));
		const { json } = await send(items);
		expect(json).toMatchObject([
			{ status: 'sent', id: 'a' },
			{ status: 'skipped', id: 'b' },
			{ status: 'skipped', id: 'c' },
		]);
		expect(forms()).toHaveLength(1);
	});

	it('are those of one item for each of its recipients', async () => {
		const { json } = await send([{ phone: '0601020304, 0601020305', id: 'a' }]);
		expect(json).toMatchObject([
			{ to: '0601020304', id: 'a' },
			{ to: '0601020305', id: 'a' },
		]);
	});

	it('leave out an error, which n8n would take for one of this node', async () => {
		const items = [{ phone: '0601020304', error: 'of an earlier node', id: 'a' }];
		const { json } = await send(items, { retryOnFail: true, maxTries: 3 });
		expect(json).toMatchObject([{ status: 'sent', id: 'a' }]);
		expect(json[0]).not.toHaveProperty('error');
		expect(forms()).toHaveLength(1);
	});

	it('keep names that mean something to JavaScript as what they are', async () => {
		const item: IDataObject = JSON.parse(
			'{"phone":"0601020304","__proto__":{"to":"x"},"constructor":1}',
		);
		const { json } = await send([item]);
		expect(json[0]).toMatchObject({ to: '0601020304', constructor: 1 });
		expect(Object.getPrototypeOf(json[0])).toBe(Object.prototype);
	});

	it('stay as they are in the input', async () => {
		const items = [{ phone: '0601020304', nested: { a: 1 } }];
		const before = structuredClone(items);
		await send(items);
		expect(items).toEqual(before);
	});
});
