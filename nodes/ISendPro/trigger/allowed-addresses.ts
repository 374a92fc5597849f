import ipaddr from 'ipaddr.js';
import { InvalidInputError } from '../api/errors';

/** The bits before an IPv4 address that is written as an IPv6 one (`::ffff:192.0.2.1`). */
const MAPPED_BITS = 96;

/**
 * Reads the addresses that may call.
 * @param written addresses and CIDR ranges, IPv4 or IPv6, split at commas, semicolons or white space
 * @returns a function that says whether an address is allowed; one that is missing or invalid is not
 * @throws InvalidInputError for an invalid entry, and for an empty list
 */
export function readAllowedAddresses(written: string): (address?: string) => boolean {
	const ranges = written
		.split(/[\s,;]+/)
		.filter(Boolean)
		.map(readRange);
	if (ranges.length === 0) {
		throw new InvalidInputError(
			'The list of allowed IP addresses is empty',
			'List the addresses that may call, or remove the option to let every address call.',
		);
	}
	return (address = '') => {
		const caller = readAddress(address);
		return ranges.some(
			({ network, bits }) =>
				caller?.match(network, bits) === true &&
				// `::/0` is every IPv6 address, not every address.
				(bits >= MAPPED_BITS || !caller.isIPv4MappedAddress()),
		);
	};
}

/** Reads every address as IPv6, so that both spellings of an IPv4 address are equal. */
function readAddress(text: string): ipaddr.IPv6 | undefined {
	// The library would also read 10.1, 010.0.0.1 and 0x0a000001, which are easily misread.
	if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
		return ipaddr.IPv4.parse(text).toIPv4MappedAddress();
	}
	return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined;
}

function readRange(entry: string): { network: ipaddr.IPv6; bits: number } {
	const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
	const network = readAddress(address);
	const bits =
		prefix === undefined ? 128 : Number(prefix) + (address.includes(':') ? 0 : MAPPED_BITS);
	if (!network || bits > 128) {
		throw new InvalidInputError(
			`"${entry}" is neither an IP address nor a range of them`,
			'Under "Allowed IP Addresses", write addresses such as 192.0.2.10 or 2001:db8::1, or ranges such as 192.0.2.0/24 or 2001:db8::/32.',
		);
	}
	return { network, bits };
}
