import { codeOf, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

const a = (count: number) => 'a'.repeat(count);

describe('A sender', () => {
	it.each([
		['of four characters', 'Acme', 0],
		['of eleven characters with a space', 'Mon%20Magasi', 0],
		['with digits', 'MaSociete7', 0],
		['of twelve characters', 'Abcdefghijkl', 17],
		['with a hyphen', 'Ma-Boite', 42],
	])('%s gets %3$i', async (_, sender, expected) => {
		expect(await codeOf(`num=0601020304&sms=a&emetteur=${sender}`)).toBe(expected);
	});

	it('adds the STOP mention, which only some accounts may remove', async () => {
		expect(await codeOf('num=0601020304&sms=a&emetteur=Acme')).toBe(0);
		expect(await codeOf('num=0601020304&sms=a&emetteur=Acme&nostop=1')).toBe(36);
		simulator.account.noStopAllowed = true;
		expect(await codeOf(`num=0601020304&sms=${a(160)}&emetteur=Acme&nostop=1`)).toBe(0);
		const [first, second] = simulator.phones.messages();
		expect(first).toMatchObject({ text: 'a', sender: 'Acme', stopMention: 'STOP 36180' });
		expect(second?.stopMention).toBeUndefined();
	});

	it('is a short number by default, and another with numAzur=1', async () => {
		await xmlOf('num=0601020304&sms=a');
		await xmlOf('num=0601020304&sms=a&numAzur=1');
		const [first, second] = simulator.phones.messages();
		expect(first?.sender).toMatch(/^\d+$/);
		expect(second?.sender).toMatch(/^\d+$/);
		expect(second?.sender).not.toBe(first?.sender);
	});
});

describe('A tracker', () => {
	it.each([
		["the manual's example", 'monCompte_monId', 0],
		['of 49 characters', a(49), 0],
		['of 50 characters', a(50), 999],
		['with a space', 'a%20b', 999],
	])('%s gets %3$i', async (_, tracker, expected) => {
		expect(await codeOf(`num=0601020304&sms=a&tracker=${tracker}`)).toBe(expected);
	});
});
