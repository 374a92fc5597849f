import { hintsFor } from '../../../nodes/ISendPro/actions/fields/recipient';
import { readPhoneNumbers } from '../../../nodes/ISendPro/api/numbers/phone-number';
import type { Hint } from '../../../nodes/ISendPro/engine/task';
import { to, useMessages, zoe } from '../../helpers/messages';

const { gateway, send } = useMessages({ noStopAllowed: true });

const LANDLINE =
	/^At least one recipient is a French landline: its number begins with 01 to 05 or 09/;

describe('A recipient', () => {
	const hintsOf = (written: string, hints?: readonly Hint[]) =>
		readPhoneNumbers(written).flatMap((number) => hintsFor(number, hints) ?? []);

	it.each([
		...['0123456789', '+33 1 23 45 67 89', '01 23 45 67 89', '0523456789', '0912345678'],
		...['0262 12 34 56', '0590 12 34 56', '0596 12 34 56', '0269 61 23 45'],
	])('that is a landline is called one: %s', (written) => {
		expect(hintsOf(written)).toMatchObject([{ type: 'warning', message: LANDLINE }]);
	});

	it.each([
		...['0612345678', '0712345678', '0696123456', '0692123456', '0709101234', '+508551234'],
		...['+3221234567', '+32470123456', '0812345678'],
	])('that is another number is not: %s', (written) => {
		expect(hintsOf(written)).toEqual([]);
	});

	it('keeps the hints of its message', () => {
		const hint: Hint = { type: 'info', message: 'Scheduled' };
		expect(hintsOf('0123456789', [hint])).toMatchObject([hint, { message: LANDLINE }]);
		expect(hintsOf('0612345678', [hint])).toEqual([hint]);
	});

	it('that lost its zero is told of the other number with the same digits', () => {
		expect(hintsOf('687751234')[0]?.message).toContain(
			'with + it would be a mobile number of New Caledonia',
		);
	});
});

describe('A run of Send', () => {
	const items = ['0123456789', '0223456789', zoe].map((number) => to(number, 'Hello'));

	it('that is only checked says once that it has landlines', async () => {
		const { hints } = await send(items, { dryRun: true });
		expect(hints.filter(({ message }) => LANDLINE.test(message))).toHaveLength(1);
	});

	it('says of a landline that iSendPro refuses that it is one', async () => {
		const { json } = await send(items);
		expect(json.map(({ reason }) => reason)).toEqual([
			'The phone number is not in use. It is a French landline',
			'The phone number is not in use. It is a French landline',
			'',
		]);
		const { error } = await send([to('0123456789', 'Hello')]);
		expect(error?.message).toContain('It is a French landline');
	});

	it('calls no other refused number a landline', async () => {
		gateway().phones.get(zoe).attributed = false;
		const { json } = await send([to('0612345671', 'Hello'), to(zoe, 'Hello')]);
		expect(json[1]).toMatchObject({ reason: 'The phone number is not in use' });
	});
});
