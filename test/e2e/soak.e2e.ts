import { agreementOf } from '../soak/agreement';
import { growthOf, soak } from '../soak/soak';

// No retries: what is lost or sent twice in one of two runs is a defect.
jest.retryTimes(0);
jest.setTimeout(900_000);

describe('While requests fail, and n8n and the gateway are killed', () => {
	it('1,000 messages and what follows them agree with what n8n says of them', async () => {
		const seed = Date.now() % 1e9;
		const tell = (line: string) => process.stdout.write(`  Seed ${seed}: ${line}\n`);
		const { ledger, memory, faults } = await soak({
			...{ generation: 2, seed, messages: 1_000, phases: 4, kills: 1, tell },
		});
		const { wrong, figures } = agreementOf(ledger);
		expect({ seed, wrong }).toEqual({ seed, wrong: [] });
		expect(figures.messages).toBeGreaterThanOrEqual(1_000);
		expect(figures.receipts).toBe(figures.messages);
		expect(figures.replies).toBeGreaterThanOrEqual(100);
		expect(figures['downloads: right']).toBeGreaterThanOrEqual(90);
		expect(faults).toBeGreaterThan(20);
		expect(growthOf(memory)).toBeLessThan(25);
	});
});
