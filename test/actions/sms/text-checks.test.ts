import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { anna, openDirectory, to, useMessages, withoutSummary, zoe } from '../../helpers/messages';

const { gateway, run, send, sendToDirectory, forms, reached } = useMessages();

/** The texts that the phones have got. */
const texts = () =>
	gateway()
		.phones.messages()
		.map(({ text }) => text);

const warn = { textChecks: 'warn' };

describe('A text that nobody meant to send', () => {
	it.each([
		['Bonjour ZoÃ©', '"ZoÃ©" at position 9 (meant: "Zoé")', 'wrong encoding'],
		['à lâ€™heure', '"lâ€™heure" at position 3 (meant: "l’heure")', 'Extract from File'],
		['Bonjour Zo\ufffd', '"Zo\ufffd" at position 9', 'Extract from File'],
		['Bonjour [object Object]', '"[object Object]" at position 9', 'JavaScript'],
		['RDV le Invalid DateTime', '"Invalid DateTime" at position 8', '.toFormat('],
		['Bonjour undefined', '"undefined" at position 9', 'check the expression'],
		['Caf&eacute;<br>', '"&eacute;" at position 4 (meant: "é"), "<br>"', '.removeTags()'],
		['Bonjour {{prenom}}', '"{{prenom}}" at position 9', 'placeholder'],
	])('is refused before any request: %j', async (text, words, advice) => {
		for (const options of [{}, { textChecks: 'refuse' }, { unsupportedCharacters: 'remove' }]) {
			const { error } = await send([to(anna, 'Hello'), to(zoe, text)], options);
			expect(error?.message).toBe(
				`The message has words that nobody meant to send: ${words}${text.endsWith('<br>') ? ' at position 12' : ''}`,
			);
			expect(error?.description).toContain(advice);
			expect(error?.description).toContain('Message Text Checks');
			expect(error?.context?.itemIndex).toBe(1);
		}
		expect(gateway().requests).toEqual([]);
	});

	it('is refused for a directory and for a question too', async () => {
		const message = 'Bonjour ZoÃ©';
		const refused = [
			await sendToDirectory(message),
			await run('sendAndWait', { to: anna, message }),
			await send([to(anna, message)], { dryRun: true }),
		];
		for (const { error } of refused) expect(error?.message).toContain('(meant: "Zoé")');
		expect(gateway().requests).toEqual([]);
	});

	it('does not keep the other items back where the node continues', async () => {
		const items = [to(anna, 'NaN'), to(zoe, 'Hello')];
		const { json } = await send(items, {}, { onError: 'continueRegularOutput' });
		expect(json).toMatchObject([{ error: { status: 'notSent' } }, { status: 'sent' }]);
		expect(reached()).toEqual([zoe]);
	});

	it('is sent where Message Text Checks says so, and a hint counts such texts', async () => {
		const items = [to(anna, 'Hello'), to(anna, 'NaN'), to(zoe, 'undefined')];
		const { json, hints } = await send(items, warn);
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
		expect(withoutSummary(hints)).toMatchObject([
			{
				type: 'warning',
				message:
					'Sent with words that nobody meant to send, since Message Text Checks is set to Send and Warn (2 times, first in item 1: "NaN" at position 1)',
			},
		]);
	});

	it.each([
		['a directory', async () => await sendToDirectory('NaN', warn)],
		[
			'a question',
			async () => await run('sendAndWait', { to: anna, message: 'NaN', options: warn }),
		],
	])('is sent to %s where Message Text Checks says so', async (_, sendIt) => {
		openDirectory(gateway(), '+33612345671');
		const { error, hints } = await sendIt();
		expect(error).toBeUndefined();
		expect(hints).toContainEqual(
			expect.objectContaining({
				message: expect.stringContaining('(once, in item 0: "NaN" at position 1)') as unknown,
			}),
		);
		expect(reached()).toEqual([anna]);
	});

	it('is counted, and a hint says that Send refuses it', async () => {
		const { json, hints } = await run('count', { to: anna, message: 'Bonjour ZoÃ©' });
		expect(json).toMatchObject([{ to: anna, localParts: 1 }]);
		expect(hints).toMatchObject([
			{ message: expect.stringContaining('Send refuses a text with words') },
		]);
	});

	it.each([
		'São Paulo, Ångström, PÂTÉ EN CROÛTE',
		'«CAFÉ» CRÊPE™ MARCHÉ®',
		'Âge : 20 °C',
		'null <3 A&B; R&D a < b > c',
	])('is not this one: %s', async (text) => {
		const { json, hints } = await send([to(anna, text)]);
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(withoutSummary(hints)).toEqual([]);
	});
});

describe('A text that has to be mended', () => {
	/** Sends a text and counts it: `text` of both outputs. */
	async function shown(text: string, options: INodeParameters = {}) {
		const sent = await send([to(anna, text)], options);
		const counted = await run('count', { to: anna, message: text, options });
		expect(counted.json[0]?.text).toBe(sent.json[0]?.text);
		const { text: output, characters } = sent.json[0] as IDataObject;
		return { output, characters, hints: withoutSummary(sent.hints).map(({ message }) => message) };
	}

	it('has the signs of windows-1252 that were read as ISO-8859-1', async () => {
		expect(await shown('5 \x80 d\x92avoir')).toEqual({
			output: "5 € d'avoir",
			characters: 12,
			hints: [],
		});
		expect(forms()[0]).toBe('smslong=999&sms=5%20%CA%20d%27avoir&num=0612345671');
	});

	it('has them in Unicode too', async () => {
		const { json } = await send([to('+32470123456', 'Да: 5 \x80')]);
		expect(json).toMatchObject([{ text: 'Да: 5 €', encoding: 'unicode' }]);
	});

	it('has a line break where one was typed, and a hint says so', async () => {
		expect(await shown(String.raw`Bonjour\nMerci\r\nAnna`)).toEqual({
			output: 'Bonjour\nMerci\nAnna',
			// a line break counts double
			characters: 20,
			hints: [
				'A \\n that was typed as two characters became a line break (once, in item 0: position 8)',
			],
		});
		expect(texts()).toEqual(['Bonjour\nMerci\nAnna']);
	});

	it('has none in the path of a file', async () => {
		expect(await shown(String.raw`C:\new\names`)).toMatchObject({
			output: 'C:/new/names',
			hints: [],
		});
	});

	it('ends a link at a typed line break, and shortens what was meant', async () => {
		const text = String.raw`Voir https://a.fr/m²\nMerci`;
		const { json } = await send([to(anna, text)], { shortenLinks: true });
		expect(json).toMatchObject([
			{
				text: expect.stringMatching(/^Voir www\.sms\.ht\/\w{4}\nMerci$/) as unknown,
				links: [{ target: 'https://a.fr/m%C2%B2' }],
			},
		]);
	});

	it('has line breaks on the page of a question too', async () => {
		const message = String.raw`Livrer\nlundi ? 5 ` + '\x80';
		const { error, hints, stored } = await run('sendAndWait', { to: anna, message });
		expect(error).toBeUndefined();
		expect(hints).toMatchObject([{ message: expect.stringContaining('became a line break') }]);
		expect(texts()[0]).toMatch(/^Livrer\nlundi \? 5 €\n/);
		expect(stored).toContain(JSON.stringify('Livrer\nlundi ? 5 €'));
	});

	it('costs nothing for white space at its end', async () => {
		const text = 'x'.repeat(160);
		const items = [to(anna, `${text} \n`), to(anna, `${text}\u00a0`)];
		const { json } = await send(items);
		expect(json).toMatchObject([
			{ status: 'sent', text, characters: 160, parts: 1 },
			{ status: 'skipped' },
		]);
		const withStop = 'x'.repeat(148);
		const named = await send([to(anna, `${withStop}\r\n`)], { sender: 'MyShop' });
		expect(named.json).toMatchObject([{ text: withStop, parts: 1 }]);
	});

	it('costs nothing for white space behind a link that is shortened', async () => {
		const { json } = await send([to(anna, 'Voir https://a.fr/1 \n')], { shortenLinks: true });
		expect(json).toMatchObject([
			{ text: expect.stringMatching(/^Voir www\.sms\.ht\/\w{4}$/) as unknown, characters: 20 },
		]);
	});
});

describe('The advice for a pictogram among other texts', () => {
	const items = [to(anna, 'Hello'), to(zoe, 'Salut ☎')];

	it('names no option that the operation lacks', async () => {
		const refused = {
			send: await send(items),
			sendAndWait: await run('sendAndWait', { to: anna, message: 'Salut ☎' }),
			count: await run('count', { to: anna, message: 'Salut ☎' }),
		};
		for (const { error } of Object.values(refused)) {
			expect(error?.message).toContain('"☎" (U+260E) at position 7');
			expect(error?.description).toContain('Message Unsupported Characters');
			expect(error?.description).not.toContain('Message Encoding');
			expect(error?.description).not.toContain('directory');
		}
		expect(refused.send.error?.context?.itemIndex).toBe(1);
	});

	it('names Message Encoding for a directory, where it may help', async () => {
		const { error } = await sendToDirectory('Salut ☎');
		expect(error?.description).toContain('set Message Encoding to Unicode');
	});
});
