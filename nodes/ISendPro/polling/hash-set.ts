import { createHash, createHmac } from 'crypto';

/** Characters of a hash: 48 bits in base64url. */
const HASH_LENGTH = 8;

/** Hashes parts of a text. Only who has the secret can tell which number a hash is of. */
export type Hash = (...parts: readonly string[]) => string;

/**
 * Makes the hash of one account: what a state holds of numbers and texts.
 * @param secret the account's key
 */
export function makeHash(secret: string): Hash {
	return (...parts) =>
		createHmac('sha256', secret)
			.update(JSON.stringify(parts))
			.digest('base64url')
			.slice(0, HASH_LENGTH);
}

/** The id of an event, the same in every process and for every workflow. */
export function makeEventId(...parts: readonly string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Writes hashes without anything between them. */
export function packHashes(hashes: Iterable<string>): string {
	return [...hashes].join('');
}

/** Reads what {@link packHashes} wrote. */
export function unpackHashes(packed: string): Set<string> {
	const hashes = new Set<string>();
	for (let start = 0; start < packed.length; start += HASH_LENGTH) {
		hashes.add(packed.slice(start, start + HASH_LENGTH));
	}
	return hashes;
}

/** How many hashes a packed text holds. */
export function countHashes(packed: string): number {
	return packed.length / HASH_LENGTH;
}

/** The sum of no hashes. */
export const NO_SUM = 'AAAAAAAA';

/** Adds hashes to a sum, or takes them out of it: the sum has no order, and no hash twice. */
export function sumHashes(sum: string, hashes: Iterable<string>): string {
	const bytes = Buffer.from(sum, 'base64url');
	for (const hash of hashes) {
		Buffer.from(hash, 'base64url').forEach(
			(byte, index) => (bytes[index] = (bytes[index] ?? 0) ^ byte),
		);
	}
	return bytes.toString('base64url');
}
