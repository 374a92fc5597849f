import { zipSync } from 'fflate';
import fc from 'fast-check';

import { UnreadableAnswerError } from '../../../nodes/ISendPro/api/errors';
import { MAX_UNPACKED_BYTES, unzipSingleFile } from '../../../nodes/ISendPro/api/files/zip';

const csv = Buffer.from('MSISDN\n0601020304\n'.repeat(20));

/** The archive with one byte of its directory's first entry changed. */
function withDirectoryByte(archive: Uint8Array, position: number, value: number): Uint8Array {
	const changed = Buffer.from(archive);
	changed[changed.lastIndexOf('PK\u0001\u0002') + position] = value;
	return changed;
}

describe('A ZIP is refused', () => {
	const archive = zipSync({ 'rapport.csv': csv });

	it.each([
		['that is cut off', archive.subarray(0, archive.length - 30), 'is cut off'],
		['that is nothing but its signature', Buffer.from('PK\u0003\u0004'), 'is cut off'],
		['without a file', zipSync({}), 'holds 0 files instead of one'],
		['with two files', zipSync({ a: csv, b: csv }), 'holds 2 files instead of one'],
		['that is encrypted', withDirectoryByte(archive, 8, 1), 'is encrypted'],
		['whose file has another checksum', withDirectoryByte(archive, 16, 0), 'is damaged'],
		['whose file is longer than stated', withDirectoryByte(archive, 24, 10), 'is damaged'],
		['whose file is shorter than stated', withDirectoryByte(archive, 25, 2), 'is damaged'],
		['whose file is stated to be huge', withDirectoryByte(archive, 27, 0x7f), 'would unpack to'],
	])('%s', (_case, body, reason) => {
		expect(() => unzipSingleFile(body)).toThrow(UnreadableAnswerError);
		expect(() => unzipSingleFile(body)).toThrow(`The ZIP file that iSendPro sent ${reason}`);
	});

	it('that would unpack to more than any report has, before it is unpacked', () => {
		expect(MAX_UNPACKED_BYTES).toBe(268_435_456);
		const bomb = zipSync({ 'rapport.csv': Buffer.alloc(5_000_000) }, { level: 9 });
		expect(bomb.length).toBeLessThan(10_000);
		expect(() => unzipSingleFile(bomb, 4_999_999)).toThrow('would unpack to 5000000 bytes');
		expect(unzipSingleFile(bomb, 5_000_000)).toHaveLength(5_000_000);
	});

	it('that is a bomb which states a small size, after its first slice', () => {
		const bomb = zipSync({ 'rapport.csv': Buffer.alloc(20_000_000) }, { level: 9 });
		const lying = Buffer.from(bomb);
		lying.writeUInt32LE(1000, lying.lastIndexOf('PK\u0001\u0002') + 24);
		expect(() => unzipSingleFile(lying)).toThrow('is damaged');
	});

	it('or gives its very content, whichever byte of it is changed', () => {
		fc.assert(
			fc.property(
				fc.nat(archive.length - 1),
				fc.integer({ min: 1, max: 255 }),
				(position, change) => {
					const changed = Uint8Array.from(archive);
					changed[position] = (changed[position] ?? 0) ^ change;
					try {
						expect(Buffer.from(unzipSingleFile(changed))).toEqual(csv);
					} catch (error) {
						expect(error).toBeInstanceOf(UnreadableAnswerError);
					}
				},
			),
			{ numRuns: 2000 },
		);
	});
});
