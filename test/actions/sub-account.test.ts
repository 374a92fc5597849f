import { useGateway, useResource } from '../helpers/simulator';

describe('sub-accounts', () => {
	const gateway = useGateway();

	const run = useResource(gateway, 'subAccount');

	/** The sub-account that was made last. */
	const last = () => gateway().accounts.at(-1);

	/** Makes a sub-account and gives its key. */
	async function created(login = 'agence-lyon'): Promise<string> {
		const { json } = await run('create', { login, password: 'p&ssw0rd é' });
		return String(json[0]?.subAccountKeyId);
	}

	it('are created with any log-in; their key comes out, their password does not', async () => {
		const result = await run('create', { login: ' agence-lyon ', password: ' p&ssw0rd é ' });
		expect(result.json).toEqual([
			{
				subAccountId: last()?.subAccount?.id,
				subAccountKeyId: last()?.keyId,
				login: 'agence-lyon',
				code: 230,
				apiMessage: 'Le sous compte a ete ajoute',
			},
		]);
		expect(last()?.subAccount).toMatchObject({
			login: 'agence-lyon',
			password: ' p&ssw0rd é ',
		});
		expect(JSON.stringify(result.outputs)).not.toContain('p&ssw0rd');
	});

	it('that were created are shown, though the next one is refused', async () => {
		const items = [{ login: 'a' }, { login: 'a' }, { login: 'b' }];
		const { json, hints } = await run(
			'create',
			{ login: '={{ $json.login }}', password: 'x' },
			{ items },
		);
		expect(json).toMatchObject([
			{ login: 'a', code: 230 },
			{ login: 'a', status: 'rejected', code: 233 },
			{ login: 'b', code: 230 },
		]);
		expect(hints).toHaveLength(1);
	});

	it.each([
		[0.049, '0.049'],
		['0,049', '0.049'],
		['={{ 0.1 + 0.2 }}', '0.3'],
	])('get the price %p', async (price, written) => {
		const subAccountKeyId = await created();
		const set = async () => await run('setPrice', { subAccountKeyId, price, countryCode: '+33' });
		const expected = {
			subAccountId: last()?.subAccount?.id,
			price: Number(written),
			countryCode: '33',
		};
		expect((await set()).json).toEqual([
			{ ...expected, code: 237, apiMessage: 'Le prix a ete cree' },
		]);
		expect((await set()).json).toEqual([
			{ ...expected, code: 241, apiMessage: 'Le prix a ete mis a jour' },
		]);
		expect(last()?.prices).toEqual({ 33: Number(written) });
		expect(gateway().requests.at(-1)?.arguments.subAccountPrice).toBe(written);
	});

	it('get the rest when n8n runs the node again, and what they have not twice', async () => {
		const subAccountKeyId = await created();
		gateway().faults.add({ kind: 'code', code: 29, times: 3 });
		const { json } = await run(
			'addCredit',
			{ subAccountKeyId, amount: '={{ $json.euros }}' },
			{
				items: [{ euros: 1 }, { euros: 2 }],
				onError: 'continueRegularOutput',
				retryOnFail: true,
				maxTries: 2,
			},
		);
		expect(json.map(({ amount }) => amount)).toEqual([1, 2]);
		expect(last()?.credit).toBe(3);
	});

	it.each([
		['stop', true, 245],
		['stop', false, 244],
		['time', true, 247],
		['time', false, 246],
	])('have the restriction %s set to %s', async (restriction, enabled, code) => {
		const subAccountKeyId = await created();
		const { json } = await run('setRestriction', { subAccountKeyId, restriction, enabled });
		expect(json).toEqual([
			{
				subAccountId: last()?.subAccount?.id,
				code,
				apiMessage: expect.any(String),
				restriction,
				enabled,
			},
		]);
		const account = last();
		expect(restriction === 'stop' ? !account?.noStopAllowed : account?.quietHours).toBe(enabled);
	});

	it('are restricted in the order of the items', async () => {
		const subAccountKeyId = await created();
		const items = [{ on: true }, { on: false }, { on: true }];
		const { json } = await run(
			'setRestriction',
			{ subAccountKeyId, restriction: 'time', enabled: '={{ $json.on }}' },
			{ items },
		);
		expect(json.map(({ code }) => code)).toEqual([247, 246, 247]);
		expect(last()?.quietHours).toBe(true);
	});

	it('have the time restriction lifted, though the answer names the other code', async () => {
		gateway().service.wording = 'examples';
		const subAccountKeyId = await created();
		const parameters = { subAccountKeyId, restriction: 'time', enabled: false };
		expect((await run('setRestriction', parameters)).json).toMatchObject([
			{ code: 244, restriction: 'time', enabled: false },
		]);
	});

	it('are not said to be restricted when the answer says the opposite', async () => {
		const subAccountKeyId = await created();
		gateway().faults.add({ kind: 'code', code: 244 });
		const { error } = await run('setRestriction', {
			subAccountKeyId,
			restriction: 'stop',
			enabled: true,
		});
		expect(error?.message).toBe(
			'iSendPro answered without saying that the restriction is on (iSendPro code 244)',
		);
	});

	it.each(['setPrice', 'addCredit', 'setRestriction'])(
		'are unknown by a wrong key, which %s does not show',
		async (operation) => {
			const subAccountKeyId = 'ber296464ce018ab710a';
			const parameters = { subAccountKeyId: '={{ $json.secret }}', price: 1, amount: 1 };
			const { error, outputs } = await run(operation, parameters, {
				items: [{ secret: subAccountKeyId }],
			});
			expect(error?.message).toBe('There is no sub-account with this key (iSendPro code 234)');
			expect(
				JSON.stringify([error?.message, error?.description, error?.context, outputs]),
			).not.toContain(subAccountKeyId);
		},
	);

	it('show their key in the output of no operation but the one that creates them', async () => {
		const subAccountKeyId = await created();
		for (const [operation, more] of Object.entries({
			setPrice: { price: 1, countryCode: '33' },
			addCredit: { amount: 1 },
			setRestriction: { restriction: 'stop', enabled: true },
		})) {
			const { outputs } = await run(operation, { subAccountKeyId, ...more });
			expect(outputs[0]).toHaveLength(1);
			expect(JSON.stringify(outputs)).not.toContain(subAccountKeyId);
		}
	});
});
