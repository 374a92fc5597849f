import { InvalidInputError } from '../../nodes/ISendPro/api/errors';
import { readAllowedAddresses } from '../../nodes/ISendPro/trigger/allowed-addresses';

const list = '192.0.2.10, 198.51.100.0/24;2001:db8::1\n2001:db8:1::/48 ::ffff:203.0.113.7';

describe('An allowed address', () => {
	it.each([
		...['192.0.2.10', '::ffff:192.0.2.10', '::ffff:c000:20a', '0:0:0:0:0:ffff:192.0.2.10'],
		...['198.51.100.0', '198.51.100.255', '::ffff:198.51.100.77'],
		...['2001:db8::1', '2001:0DB8:0:0:0:0:0:1'],
		...['2001:db8:1::', '2001:db8:1:ffff:ffff:ffff:ffff:ffff'],
		...['203.0.113.7', '::ffff:203.0.113.7'],
	])('may call: %s', (address) => {
		expect(readAllowedAddresses(list)(address)).toBe(true);
	});

	it.each([
		...['192.0.2.11', '192.0.2.1', '198.51.99.255', '198.51.101.0', '203.0.113.8', '127.0.0.1'],
		...['2001:db8::2', '2001:db8:2::', '::1'],
		// no addresses
		...[undefined, '', 'unknown', '192.0.2.10, 10.0.0.1', '3221226250', '0xc000020a', '192.0.522'],
	])('is not %j', (address) => {
		expect(readAllowedAddresses(list)(address)).toBe(false);
	});

	it.each([
		['0.0.0.0/0', '203.0.113.1', true],
		['0.0.0.0/0', '::ffff:203.0.113.1', true],
		['0.0.0.0/0', '2001:db8::1', false],
		['::/0', '2001:db8::1', true],
		['::/0', '203.0.113.1', false],
		['::/0', '::ffff:203.0.113.1', false],
		['::ffff:0:0/96', '203.0.113.1', true],
		['192.0.2.77/24', '192.0.2.1', true],
		['192.0.2.1/32', '192.0.2.2', false],
		['192.0.2.1/31', '192.0.2.0', true],
		['2001:db8::/127', '2001:db8::1', true],
		['2001:db8::/127', '2001:db8::2', false],
	])('within %s: %s %s', (range, address, allowed) => {
		expect(readAllowedAddresses(range)(address)).toBe(allowed);
	});
});

describe('A list of allowed addresses', () => {
	it.each([
		...['192.0.2', '192.0.2.256', '192.0.2.10.1', '010.0.0.1', '0x7f.0.0.1', '3221226250'],
		...['192.0.2.*', '192.0.2.1-192.0.2.9', '192.0.2.10:80', '192.0.2.0/255.255.255.0'],
		...['192.0.2.0/33', '192.0.2.0/-1', '192.0.2.0/', '192.0.2.0/24/24'],
		...['[2001:db8::1]', '2001:db8::/129', '2001:db8:::1', '2001:db8'],
		...['isendpro.com', '*', 'undefined'],
	])('with the entry %s is refused, naming it', (entry) => {
		expect(() => readAllowedAddresses(`192.0.2.10, ${entry}`)).toThrow(InvalidInputError);
		expect(() => readAllowedAddresses(`192.0.2.10, ${entry}`)).toThrow(`"${entry}" is neither`);
	});

	it.each(['', '  ', ' , ;\n'])('without an entry (%j) is refused', (written) => {
		expect(() => readAllowedAddresses(written)).toThrow(
			'The list of allowed IP addresses is empty',
		);
	});
});
