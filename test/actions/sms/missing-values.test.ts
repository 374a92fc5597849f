import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { EngineRun } from '../../helpers/engine';
import { anna, leo, openDirectory, useMessages, withoutSummary, zoe } from '../../helpers/messages';

const { gateway, run, reached, kinds } = useMessages();
const people: IDataObject[] = [
	{ phone: anna, firstName: 'Anna', city: 'Lyon' },
	{ phone: zoe, firstName: '', city: 'Nice' },
	{ phone: leo, city: null },
];
const greeting = '=Bonjour {{ $json.firstName }} de {{ $json.city }}, à demain';

const send = async (options: INodeParameters = {}, more: Partial<EngineRun> = {}) =>
	await run(
		'send',
		{ to: '={{ $json.phone }}', message: greeting, options },
		{
			items: people,
			...more,
		},
	);

const warning = {
	type: 'warning',
	location: 'outputPane',
	message:
		'2 of 3 texts have a part without a value, so nothing stands there: $json.firstName (items 1, 2), $json.city (item 2)',
};
const refusal = '"Message" has a part without a value: $json.firstName';

describe('A message with a part that has no value', () => {
	it('is sent, and a hint counts such messages and names parts and items', async () => {
		const { json, hints } = await send();
		expect(json.map(({ text }) => text)).toEqual([
			'Bonjour Anna de Lyon, à demain',
			'Bonjour  de Nice, à demain',
			'Bonjour  de , à demain',
		]);
		expect(withoutSummary(hints)).toEqual([warning]);
	});

	it('is told in a dry run too, and where the user asks for the warning', async () => {
		expect((await send({ dryRun: true })).hints).toContainEqual(warning);
		expect((await send({ missingValues: 'warn' })).hints[0]).toEqual(warning);
	});

	it('stops the node before anything is sent where it is to be refused', async () => {
		const { error, hints } = await send({ missingValues: 'refuse' });
		expect(error?.message).toBe(refusal);
		expect(error?.description).toContain('Fill it in for this item');
		expect(error?.context?.itemIndex).toBe(1);
		expect([hints, kinds()]).toEqual([[], []]);
	});

	it('is an error item where the node continues, and the others are sent', async () => {
		const { outputs, hints } = await send(
			{ missingValues: '={{ "refuse" }}' },
			{ onError: 'continueErrorOutput' },
		);
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1]?.map(({ json }) => json.error)).toMatchObject([
			{ message: refusal, to: zoe, status: 'notSent' },
			{ message: refusal, to: leo, status: 'notSent' },
		]);
		expect(reached()).toEqual([anna]);
		expect(hints).toMatchObject([{ message: expect.stringContaining('2 of 3') as unknown }]);
	});

	it('is not counted when it is refused for something else', async () => {
		const items = [...people, { phone: 'call me' }];
		const { hints } = await send({}, { items, onError: 'continueRegularOutput' });
		expect(hints[0]).toEqual(warning);
	});

	it('is told of a directory, of a count and of a question', async () => {
		openDirectory(gateway(), anna);
		const items = [{ phone: anna }];
		const message = '=Bonjour {{ $json.firstName }}';
		const told = {
			message:
				'1 of 1 texts has a part without a value, so nothing stands there: $json.firstName (item 0)',
		};
		for (const [operation, recipient] of [
			['sendToDirectory', { directoryId: '39565' }],
			['count', { to: anna }],
			['sendAndWait', { to: anna }],
		] as const) {
			const { hints } = await run(operation, { ...recipient, message }, { items });
			expect([operation, withoutSummary(hints)]).toMatchObject([operation, [told]]);
		}
	});

	it('is refused for a directory', async () => {
		const options = { missingValues: 'refuse' };
		const parameters = { directoryId: '39565', message: '=Bonjour {{ $json.name }}', options };
		const { error } = await run('sendToDirectory', parameters, {});
		expect(error?.message).toBe('"Message" has a part without a value: $json.name');
		expect(kinds()).toEqual([]);
	});

	it('that was left out on purpose is not told', async () => {
		const message = "=Bonjour {{ $json.vip ? 'VIP ' : '' }}Anna";
		const { hints } = await run('send', { to: anna, message }, {});
		expect(withoutSummary(hints)).toEqual([]);
	});
});
