import { useGateway, useResource } from '../helpers/simulator';

describe('A sub-account', () => {
	const gateway = useGateway();
	const run = useResource(gateway, 'subAccount');

	/** The sub-account that was created last. */
	const last = () => gateway().accounts.at(-1);

	/** Creates a sub-account and gives its key. */
	async function create(): Promise<string> {
		const { json } = await run('create', { login: 'agence-lyon', password: 'p&ssw0rd é' });
		return String(json[0]?.subAccountKeyId);
	}

	it('is created with any log-in; its key comes out, its password does not', async () => {
		const login = ' agence-lyon ';
		const { json, outputs } = await run('create', { login, password: ' p&ssw0rd é ' });
		expect(json).toEqual([
			{
				subAccountId: last()?.subAccount?.id,
				subAccountKeyId: last()?.keyId,
				login: 'agence-lyon',
				code: 230,
				apiMessage: 'Le sous compte a ete ajoute',
			},
		]);
		expect(last()?.subAccount).toMatchObject({ login: 'agence-lyon', password: ' p&ssw0rd é ' });
		expect(JSON.stringify(outputs)).not.toContain('p&ssw0rd');
	});

	it('comes out though the next one is refused', async () => {
		const items = [{ login: 'a' }, { login: 'a' }, { login: 'b' }];
		const parameters = { login: '={{ $json.login }}', password: 'x' };
		const { json, hints } = await run('create', parameters, { items });
		expect(json).toMatchObject([
			{ login: 'a', code: 230 },
			{ login: 'a', status: 'rejected', code: 233 },
			{ login: 'b', code: 230 },
		]);
		expect(hints).toHaveLength(1);
	});

	it('gets each credit once when n8n runs the node again', async () => {
		const subAccountKeyId = await create();
		gateway().faults.add({ kind: 'code', code: 29, times: 3 });
		const { json } = await run(
			'addCredit',
			{ subAccountKeyId, amount: '={{ $json.euros }}' },
			{
				items: [{ euros: 1 }, { euros: 2 }],
				onError: 'continueRegularOutput',
				...{ retryOnFail: true, maxTries: 2 },
			},
		);
		expect(json.map(({ amount }) => amount)).toEqual([1, 2]);
		expect(last()?.credit).toBe(3);
	});

	describe.each([
		['setPrice', { price: 1, countryCode: '33' }],
		['addCredit', { amount: 1 }],
		['setRestriction', { restriction: 'stop', enabled: true }],
	])('in %s', (operation, parameters) => {
		it('shows its key in no output', async () => {
			const subAccountKeyId = await create();
			const { outputs } = await run(operation, { subAccountKeyId, ...parameters });
			expect(outputs[0]).toHaveLength(1);
			expect(JSON.stringify(outputs)).not.toContain(subAccountKeyId);
		});

		it('shows a wrong key in no error', async () => {
			const secret = 'ber296464ce018ab710a';
			const { error, outputs } = await run(
				operation,
				{ subAccountKeyId: '={{ $json.secret }}', ...parameters },
				{ items: [{ secret }] },
			);
			expect(error?.message).toBe('There is no sub-account with this key (iSendPro code 234)');
			const { message, description, context } = error ?? {};
			expect(JSON.stringify([message, description, context, outputs])).not.toContain(secret);
		});
	});
});
