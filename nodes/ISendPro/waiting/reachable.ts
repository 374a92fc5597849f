import ipaddr from 'ipaddr.js';
import { InvalidInputError } from '../api/errors';
import { parseUrl } from '../api/text/url';

/** Ends of names that the internet does not know: RFC 6761, 6762, 8375, ICANN's `internal`, and routers'. */
const PRIVATE_NAME =
	/(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|test|home\.arpa)$/;

/** Whether an address is of the internet. Every URL writes an IPv4 address in four decimal parts. */
function isPublicAddress(address: string): boolean {
	const bytes = ipaddr.parse(address).toByteArray();
	// An IPv4 address in an IPv6 one: `::ffff:10.0.0.1`, and the older `::10.0.0.1`.
	const isEmbedded = bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0);
	const inner = isEmbedded ? ipaddr.fromByteArray(bytes.slice(12)) : ipaddr.fromByteArray(bytes);
	return inner.range() === 'unicast';
}

/**
 * Whether the internet cannot reach a web address, as far as the address tells: its host is of this
 * machine or of a private network.
 * @param address of any scheme
 * @returns false for what is no web address
 */
export function isPrivateAddress(address: string): boolean {
	const host = parseUrl(address)?.hostname.replace(/^\[|\]$|\.$/g, '');
	if (!host) return false;
	if (ipaddr.isValid(host)) return !isPublicAddress(host);
	return !host.includes('.') || PRIVATE_NAME.test(host);
}

/**
 * Refuses a question whose page nobody could open, before its SMS is paid.
 * @param page the address of the page, which n8n makes of its own
 * @param gateway the base URL of the account: one that is private itself is a test gateway, whose phones
 * are on this machine too
 * @throws InvalidInputError
 */
export function checkReachable(page: string, gateway: string): void {
	if (!isPrivateAddress(page) || isPrivateAddress(gateway)) return;
	throw new InvalidInputError(
		`Phones cannot open the page of the question: the address of this n8n is ${parseUrl(page)?.origin}, which the internet does not reach`,
		"Set n8n's environment variable WEBHOOK_URL to the address at which the internet reaches n8n, e.g. https://n8n.example.com/, and restart n8n. To try it out, use the iSendPro simulator: set the Base URL of the credential to its address.",
	);
}
