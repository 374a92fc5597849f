import type { UnzipFileInfo } from 'fflate/browser';
import { Unzip, UnzipInflate, unzipSync, ZipPassThrough } from 'fflate/browser';
import { UnreadableAnswerError } from '../errors';

/** 200,000 rows [3.8], each with a message of 918 characters, make 250 MB; anything larger is no report. */
export const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Unpacks an archive of one file. It never writes more than the size that the archive states, which is
 * checked first.
 * @param maxBytes how large the file may be, in bytes
 * @throws UnreadableAnswerError when it is damaged, encrypted, too large, or holds no file or several
 */
export function unzipSingleFile(archive: Uint8Array, maxBytes = MAX_UNPACKED_BYTES): Uint8Array {
	const files = listFiles(archive);
	const [listed] = files;
	if (!listed || files.length > 1) throw zipError(`holds ${files.length} files instead of one`);
	const { encrypted, checksum } = readEntry(archive);
	if (encrypted) throw zipError('is encrypted');
	const size = listed.originalSize;
	if (size > maxBytes) throw zipError(`would unpack to ${size} bytes`);
	try {
		const file = inflate(archive, size);
		if (computeChecksum(file) === checksum) return file;
	} catch {
		// The errors of fflate and of a full buffer say no more than the one below.
	}
	throw zipError('is damaged');
}

/** Lists up to 100 files from the directory at the end of an archive; nothing is unpacked. */
function listFiles(archive: Uint8Array): UnzipFileInfo[] {
	const files: UnzipFileInfo[] = [];
	const list = (file: UnzipFileInfo): boolean => {
		// A damaged directory may claim to have billions
		if (files.push(file) === 100) throw new RangeError('There are too many files');
		return false;
	};
	try {
		unzipSync(archive, { filter: list });
	} catch {
		if (files.length === 0) throw zipError('is cut off');
	}
	return files;
}

/** Reads from the only entry of the directory what fflate leaves out. */
function readEntry(archive: Uint8Array): { encrypted: boolean; checksum: number } {
	const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
	const entry = bytes.lastIndexOf('PK\u0001\u0002');
	if (entry === -1 || entry + 46 > bytes.length) throw zipError('is damaged');
	const encrypted = (bytes.readUInt16LE(entry + 8) & 1) === 1;
	return { encrypted, checksum: bytes.readUInt32LE(entry + 16) };
}

/** @throws Error when the file is damaged, or not as long as stated */
function inflate(archive: Uint8Array, size: number): Uint8Array {
	const file = new Uint8Array(size);
	let length = 0;
	const unzip = new Unzip((found) => {
		found.ondata = (error, chunk) => {
			if (error) throw error;
			// set() throws where the file is longer than stated
			file.set(chunk, length);
			length += chunk.length;
		};
		found.start();
	});
	unzip.register(UnzipInflate);
	// A slice can unpack to a thousand times its size before the limit is looked at.
	const sliceBytes = 16 * 1024;
	for (let start = 0; start < archive.length; start += sliceBytes) {
		const end = start + sliceBytes;
		unzip.push(archive.subarray(start, end), end >= archive.length);
	}
	if (length !== size) throw new RangeError('The file is shorter than stated');
	return file;
}

/** ZIP's CRC-32, which fflate computes when it stores a file. */
function computeChecksum(file: Uint8Array): number {
	const entry = new ZipPassThrough('');
	entry.ondata = () => {};
	entry.push(file, true);
	return entry.crc >>> 0;
}

function zipError(reason: string): UnreadableAnswerError {
	return new UnreadableAnswerError(`The ZIP file that iSendPro sent ${reason}`);
}
