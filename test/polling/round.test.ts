import { AccountModel, DAY } from './account-model';

const HOUR = DAY / 24;

describe('A poll of several parts', () => {
	it('goes on through older days while the blacklist cannot be read', async () => {
		const model = new AccountModel();
		const { message } = model.send('0601020301');
		await model.poll();
		model.isListDown = true;
		model.now += 2 * DAY;
		await model.poll();
		Object.assign(message, { status: 'delivered', delivered: true });
		model.now += HOUR;
		const { receipts, failure } = await model.poll();
		expect(receipts).toHaveLength(1);
		expect(failure?.message).toBe('down');
	});

	it('goes on through older days next time where time runs out', async () => {
		const model = new AccountModel();
		const { message } = model.send('0601020301');
		model.now += 10 * DAY;
		await model.poll('never', 'stateFirst', 2);
		for (let poll = 0; poll < 20; poll++) await model.poll('never', 'stateFirst', 2);
		Object.assign(message, { status: 'delivered', delivered: true });
		model.now += DAY;
		for (let poll = 0; poll < 20; poll++) await model.poll('never', 'stateFirst', 2);
		expect(model.left.map((id) => id.split(' ', 2).join(' '))).toEqual(['receipt 0601020301']);
	});

	it('says what it takes as known', async () => {
		const model = new AccountModel();
		await model.poll();
		await model.poll();
		expect(model.notes).toEqual([
			'New baseline: what iSendPro has of the messages of the last 14 days is taken as known, and starts nothing.',
			'New baseline: the numbers that are on the blacklist are taken as known, and start nothing.',
		]);
	});

	it('says when there are too many changes of the blacklist to tell them apart', async () => {
		const model = new AccountModel();
		await model.poll();
		for (let index = 0; index < 1_000; index++) model.blacklist.add(`06010${20_000 + index}`);
		await model.poll();
		model.blacklist.delete('0601020000');
		for (let index = 0; index < 900; index++) model.blacklist.delete(`06010${20_001 + index}`);
		await model.poll();
		expect(model.notes.at(-1)).toContain('Too many numbers entered and left the blacklist');
		expect(new Set(model.left.map((id) => id.split(' ', 1)[0]))).toEqual(new Set(['blacklisted']));
	});
});

describe('After n8n was killed between storing and executing', () => {
	const kinds = ({ left }: AccountModel) => left.map((id) => id.split(' ', 2).join(' '));

	it('an event of an old message comes out at the next poll', async () => {
		const model = new AccountModel();
		const { message } = model.send('0601020301');
		await model.poll();
		model.now += 5 * DAY;
		Object.assign(message, { status: 'delivered', delivered: true });
		await model.poll('between');
		model.now += HOUR / 4;
		await model.poll();
		expect(kinds(model)).toEqual(['receipt 0601020301']);
	});

	it('a change of the blacklist comes out as soon as the list can be read', async () => {
		const model = new AccountModel();
		await model.poll();
		model.blacklist.add('0601020301');
		await model.poll('between');
		model.isListDown = true;
		await model.poll();
		model.isListDown = false;
		await model.poll();
		expect(kinds(model)).toEqual(['blacklisted 0601020301']);
	});
});
