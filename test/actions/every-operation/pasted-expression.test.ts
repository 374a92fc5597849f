import type { INodeParameters } from 'n8n-workflow';
import { runNode } from '../../helpers/engine';
import { namesOf, placesOf } from '../../helpers/operations';
import { useBusyGateway } from '../../helpers/simulator';
import { rows } from '../../operations';

const pasted = '{{ $json.name }}';

describe('an expression pasted into a field that is fixed', () => {
	const { gateway, requests } = useBusyGateway();

	const run = async (
		name: string,
		parameters: INodeParameters,
		onError?: 'continueRegularOutput',
	) =>
		await runNode({
			url: gateway().url,
			...namesOf(name),
			parameters,
			items: [{ ...rows[name]?.items[0], name: 'Anna' }],
			onError,
		});

	const places = Object.entries(rows).flatMap(([name, { parameters }]) =>
		placesOf(name)
			.filter(({ property }) => property.type === 'string' || property.type === 'dateTime')
			.map(({ path, property, put }) => ({ name, path, property, put, parameters })),
	);

	it.each(places)('is told so: $name $path', async ({ name, property, put, parameters }) => {
		const { error } = await run(name, put(parameters, `Hello ${pasted} 😀`));
		expect(error).toMatchObject({
			message: `"${property.displayName}" looks like an expression, {{ … }}, but the field is set to Fixed`,
			description: expect.stringContaining('Switch the field from Fixed to Expression'),
		});
		expect(requests()).toEqual([]);
	});

	it('is found beside options that are expressions', async () => {
		const options = { tracker: '={{ $json.name }}', sender: pasted };
		const { error } = await run('sms:send', { to: '0601020304', message: 'Hello', options });
		expect(error?.message).toContain('"Sender" looks like an expression');
	});

	it('makes the items errors where the workflow goes on', async () => {
		const parameters = { to: '0601020304', message: pasted };
		const { json } = await run('sms:send', parameters, 'continueRegularOutput');
		expect(json).toEqual([
			{
				error: {
					message: `"Message" looks like an expression, {{ … }}, but the field is set to Fixed`,
					description: expect.any(String),
					to: '0601020304',
					status: 'notSent',
				},
			},
		]);
	});

	it('is none where an expression gives text with braces', async () => {
		const { json } = await run('directory:create', { name: "={{ '{' + '{ a }' + '}' }}" });
		expect(json).toMatchObject([{ name: '{{ a }}', code: 100 }]);
	});

	it('is none where braces are not in pairs', async () => {
		const { json } = await run('directory:create', { name: '{a} {{ b }' });
		expect(json).toMatchObject([{ name: '{a} {{ b }', code: 100 }]);
	});
});
