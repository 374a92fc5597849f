import { zipSync } from 'fflate';
import type { FormField } from '../../nodes/ISendPro/api/wire/form';
import { answering, codeAnswer } from '../helpers/answers';

/** That of the account that `answering` gives. */
const KEY = 'a296464ce012b8ab710a';
const PASSWORD = 'Été-2026 & <co>!';
const fields: FormField[] = [
	['subAccountKeyId', 'ber296464ce018ab710a'],
	['subAccountPassword', PASSWORD],
];
const form = `keyid=${KEY}&subAccountKeyId=ber296464ce018ab710a&subAccountPassword=${encodeURIComponent(PASSWORD)}`;

const messageOf = async (work: Promise<unknown>) =>
	await work.then(
		() => 'nothing failed',
		(error: Error) => error.message,
	);

describe('The account', () => {
	describe('quotes no secret', () => {
		it.each([
			['a page', Buffer.from(`<html>${form}`)],
			['a page in UTF-16', Buffer.from(`<html>${form}`, 'utf16le')],
			['a text', Buffer.from(`${form} ${PASSWORD}`)],
			['a text in ISO-8859-15', Buffer.from(`${form} ${PASSWORD}`, 'latin1')],
			['a cut answer', Buffer.from(`<etat><code>0</code><message>${form}`)],
			['another root', Buffer.from(`<a>${form}</a>`)],
			['a secret at the end of the excerpt', Buffer.from(`<html>${'a'.repeat(80)}${form}`)],
		])('of %s in the place of an answer', async (_, page) => {
			const message = await messageOf(answering(page).account.ask(fields));
			expect(message).toContain('***');
			expect(message.replaceAll('\0', '')).not.toMatch(/a2964|ber29|t%C3|t\u00e9|2026/i);
		});

		it.each([
			['a page', Buffer.from(`<html>${form}`)],
			['a page in UTF-16', Buffer.from(`<html>${form}`, 'utf16le')],
			['JSON', Buffer.from(JSON.stringify({ form }))],
			['a text in a ZIP', zipSync({ a: Buffer.from(form) })],
		])('of %s in the place of a file', async (_, page) => {
			const message = await messageOf(answering(page).account.download([]));
			expect(message).toMatch(/It begins: .*\*\*\*/);
			expect(message).not.toContain('a2964');
		});

		it('of an answer that has one', async () => {
			const answer = codeAnswer(3, `<echo>${form.replaceAll('&', '&amp;')}</echo>`);
			expect((await answering(answer).account.ask(fields)).fields.echo).toBe(
				'keyid=***&subAccountKeyId=***&subAccountPassword=***',
			);
		});

		it('of a file that has one, packed or not', async () => {
			const csv = Buffer.from(`MSISDN\n${KEY}\n`);
			const { account } = answering(csv, zipSync({ a: csv }));
			const files = [await account.download([]), await account.download([])];
			expect(files.map((file) => String(file.csv))).toEqual(['MSISDN\n***\n', 'MSISDN\n***\n']);
		});
	});

	it('reads an answer although a password is what one of its elements is called', async () => {
		const { account } = answering(codeAnswer(0));
		const { fields: read } = await account.ask([['subAccountPassword', 'message']]);
		expect(read).toEqual({ code: '0', message: 'Message' });
	});

	describe('loads once', () => {
		it('what is asked for twice, also at the same time', async () => {
			const load = jest.fn(async () => await Promise.resolve({}));
			const { account } = answering();
			const [one, other] = await Promise.all([account.once(load), account.once(load)]);
			expect(one).toBe(other);
			expect(load).toHaveBeenCalledTimes(1);
			expect(load).toHaveBeenCalledWith(account);
		});

		it('what fails', async () => {
			const load = jest.fn(async () => await Promise.reject(new Error('no')));
			const { account } = answering();
			await expect(account.once(load)).rejects.toThrow('no');
			await expect(account.once(load)).rejects.toThrow('no');
			expect(load).toHaveBeenCalledTimes(1);
		});
	});
});
