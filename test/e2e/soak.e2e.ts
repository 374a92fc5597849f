import { agreementOf } from '../soak/agreement';
import { soak } from '../soak/soak';

// What is lost or sent twice once in two times is lost or sent twice.
jest.retryTimes(0);
jest.setTimeout(600_000);

const [generation] = (process.env.N8N_GENERATIONS ?? '2').split(',').map(Number);

describe('While requests fail, and n8n and the gateway are killed', () => {
	it('1,000 messages, receipts, replies and downloads agree with what n8n says of them', async () => {
		const seed = Date.now() % 1e9;
		const tell = (line: string) => process.stdout.write(`  ${line}\n`);
		tell(`Seed ${seed}`);
		const { ledger, memory, faults } = await soak({
			generation: generation === 1 ? 1 : 2,
			...{ seed, messages: 1_000, phases: 4, kills: 1, tell },
		});
		const { wrong, figures } = agreementOf(ledger);
		expect({ seed, wrong }).toEqual({ seed, wrong: [] });
		expect(figures.messages).toBeGreaterThanOrEqual(1_000);
		expect(figures.receipts).toBe(figures.messages);
		expect(figures.replies).toBeGreaterThanOrEqual(100);
		expect(figures.downloads).toBeGreaterThanOrEqual(100);
		expect(faults).toBeGreaterThan(20);
		expect(memory).toEqual([]);
	});
});
