import type { N8n } from '../../harness';
import { startN8n } from '../../harness';
import { generations } from './generations';
import { beforeYouPayTests } from './send/before-you-pay';
import { faultTests, hangTest } from './send/faults';
import { killTest } from './send/killed';
import { Lanes } from './send/lanes';
import { onErrorTests } from './send/on-error';
import { secretKey, secretSearchTest, secretTests } from './send/secrets';

// No retries: a message that is sent twice in one of two runs is sent twice.
jest.retryTimes(0);

const environments = {
	// Without a pool, 1.x fails when two workflows are made at the same time; and in 1.123.81's newer
	// engine for expressions, `$('a node')` is undefined.
	1: { DB_SQLITE_POOL_SIZE: '4', N8N_EXPRESSION_ENGINE: 'legacy' },
	2: {},
};

describe.each(generations)('Sending in n8n %i.x', (generation) => {
	const thorough = generation === 2;
	let n8n: N8n;
	let lanes: Lanes;

	beforeAll(async () => {
		const env = { N8N_LOG_LEVEL: 'debug', ...environments[generation] };
		n8n = await startN8n({ generation, env });
		lanes = await Lanes.open(n8n, 6, secretKey);
	});

	afterAll(async () => {
		await n8n?.stop();
		await lanes?.close();
	});

	const world = () => ({ n8n, lanes });
	const expectHang = thorough ? hangTest(world) : () => undefined;
	faultTests(world, thorough);
	onErrorTests(world);
	beforeYouPayTests(world);
	secretTests(world);
	expectHang();
	secretSearchTest(world, generation);
	killTest(() => n8n);
});
