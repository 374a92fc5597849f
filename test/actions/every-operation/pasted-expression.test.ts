import type { INodeParameters } from 'n8n-workflow';
import type { EngineRun } from '../../helpers/engine';
import { runNode } from '../../helpers/engine';
import { namesOf, placesOf } from '../../helpers/operations';
import { useBusyGateway } from '../../helpers/simulator';
import { rows } from '../../operations';

const pasted = '{{ $json.name }}';

describe('An expression pasted into a fixed field', () => {
	const { gateway, requests } = useBusyGateway();

	const run = async (name: string, parameters: INodeParameters, onError?: EngineRun['onError']) => {
		const items = [{ ...rows[name]?.items[0], name: 'Anna' }];
		return await runNode({ url: gateway().url, ...namesOf(name), parameters, items, onError });
	};

	const places = Object.keys(rows).flatMap((name) =>
		placesOf(name)
			.filter(({ property }) => property.type === 'string' || property.type === 'dateTime')
			.map((place) => ({ name, ...place })),
	);

	it.each(places)('is refused with advice: $name $path', async ({ name, property, put }) => {
		const { error } = await run(name, put(rows[name]?.parameters ?? {}, `Hello ${pasted} 😀`));
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

	it('makes the items errors where the node continues', async () => {
		const parameters = { to: '0601020304', message: pasted };
		const { json } = await run('sms:send', parameters, 'continueRegularOutput');
		const message = '"Message" looks like an expression, {{ … }}, but the field is set to Fixed';
		const description = expect.any(String) as unknown;
		expect(json).toEqual([
			{ error: { message, description, to: '0601020304', status: 'notSent' } },
		]);
	});

	it.each([
		['an expression gives it', "={{ '{' + '{ a }' + '}' }}", '{{ a }}'],
		['its braces are not in pairs', '{a} {{ b }', '{a} {{ b }'],
	])('is ordinary text when %s', async (_, written, name) => {
		const { json } = await run('directory:create', { name: written });
		expect(json).toMatchObject([{ name, code: 100 }]);
	});
});
