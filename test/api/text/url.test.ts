import { parseUrl } from '../../../nodes/ISendPro/api/text/url';

describe('A web address', () => {
	it('is read', () => {
		expect(parseUrl('https://exämple.com/ü?a=1')?.href).toBe(
			'https://xn--exmple-cua.com/%C3%BC?a=1',
		);
	});

	it.each(['', 'example.com', 'https://', 'https://a b'])('is none: %j', (address) => {
		expect(parseUrl(address)).toBeUndefined();
	});
});
