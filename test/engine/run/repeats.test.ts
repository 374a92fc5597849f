import { anna, openDirectory, to, useMessages, zoe } from '../../helpers/messages';

describe('a repeat in a run', () => {
	const { gateway, send, sendToDirectory, reached } = useMessages();
	const twice = [to(anna, 'a'), to(anna, 'a')];

	it('is skipped, and names the item that it repeats', async () => {
		const { json } = await send([to(anna, 'a'), to('+33612345671', 'a'), to(anna, 'b')]);
		expect(json).toMatchObject([
			{ to: anna, status: 'sent', text: 'a' },
			{ to: anna, status: 'skipped', code: '', reason: expect.stringContaining('item 0') },
			{ to: anna, status: 'sent', text: 'b' },
		]);
		expect(
			gateway()
				.phones.messages()
				.map(({ text }) => text),
		).toEqual(['a', 'b']);
	});

	it('is a text that looks the same on the phone', async () => {
		const { json } = await send([to(anna, 'Fête'), to(anna, 'Fete')]);
		expect(json).toMatchObject([{ status: 'sent' }, { status: 'skipped', text: 'Fete' }]);
		expect(reached()).toEqual([anna]);
	});

	it.each([
		['another sender', { sender: '={{ $json.set }}' }, ['Acme', 'Zenith']],
		['another time', { sendAt: '={{ $json.set }}' }, ['2126-11-25T16:30', '2126-11-25T17:30']],
		['as many parts as needed', { maxParts: '={{ $json.set }}' }, [1, 'automatic']],
		['the number of SMS Azur', { useAzurNumber: '={{ $json.set }}' }, [true, false]],
	])('is not the same text with %s', async (_, options, [first, second]) => {
		const items = [first, second, first].map((set) => ({ ...to(anna, 'a'), set }));
		const { json } = await send(items, options);
		const sent = expect.stringMatching(/sent|scheduled/) as unknown;
		expect(json.map(({ status }) => status)).toEqual([sent, sent, 'skipped']);
	});

	it('has the failure of what it repeats', async () => {
		gateway().account.blacklist.add('+33612345671');
		const { json, hints } = await send([...twice, to(zoe, 'a')]);
		const refused = { to: anna, status: 'rejected', code: 11 };
		expect(json).toMatchObject([refused, refused, { to: zoe, status: 'sent' }]);
		expect(hints[0]?.message).toContain('2 of 3 were not accepted: 2 refused');
	});

	it('fails the run where all repeat what was refused, and is not named again', async () => {
		gateway().account.blacklist.add('+33612345671');
		const { error } = await send(twice);
		expect(error?.message).toBe('The recipient is on the blacklist (iSendPro code 11)');
		expect(error?.description).toMatch(new RegExp(`Refused: …${anna.slice(-4)}\\.$`));
	});

	it('is sent where its own item allows it', async () => {
		const items = [false, true, false].map((again) => ({ ...to(anna, 'a'), again }));
		const { json } = await send(items, { allowDuplicates: '={{ $json.again }}' });
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent', 'skipped']);
		expect(reached()).toEqual([anna, anna]);
	});

	it('is the same text to the same directory', async () => {
		openDirectory(gateway(), '+33612345671');
		const { json } = await sendToDirectory('a', {}, { items: [{}, {}] });
		expect(json).toMatchObject([
			{ directoryId: '39565', status: 'sent', code: 0 },
			{ directoryId: '39565', status: 'skipped' },
		]);
		expect(reached()).toEqual([anna]);
	});
});
