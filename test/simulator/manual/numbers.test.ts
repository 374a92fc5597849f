import { codeOf, simulator, useSimulator } from '../client';

useSimulator();

describe('A number', () => {
	it.each([
		['0601020304', 0, '+33601020304'],
		['0701020304', 0, '+33701020304'],
		['0033601020304', 0, '+33601020304'],
		['33601020304', 0, '+33601020304'],
		['%2B33601020304', 0, '+33601020304'],
		['0032470123456', 0, '+32470123456'],
		['0596696123456', 0, '+596696123456'],
		['0696123456', 0, '+596696123456'],
		['00262692123456', 0, '+262692123456'],
		['0012025550123', 0, '+12025550123'],
		['601020304', 7, undefined],
		['06%2001%2002%2003%2004', 7, undefined],
		['06010203045', 7, undefined],
		['003360102030', 7, undefined],
		['+33601020304', 7, undefined],
		['abc', 7, undefined],
		['0145678901', 21, undefined],
		['00999123456789', 27, undefined],
	])('written %s gets %i', async (number, expected, international) => {
		expect(await codeOf(`sms=a&num=${number}`)).toBe(expected);
		const reached = simulator.phones.all().find(({ messages }) => messages.length > 0);
		expect(reached?.number).toBe(international);
	});

	it('gets 27 when its country is not allowed', async () => {
		simulator.account.allowedCallingCodes = ['33', '32'];
		expect(await codeOf('sms=a&num=0032470123456')).toBe(0);
		expect(await codeOf('sms=a&num=0044712345678')).toBe(27);
	});

	it('gets 40 for UCS-2 in metropolitan France, and 0 in Martinique', async () => {
		expect(await codeOf('sms=a&ucs2=1&num=0601020304')).toBe(40);
		expect(await codeOf('sms=a&ucs2=1&num=0596696123456')).toBe(0);
	});
});
