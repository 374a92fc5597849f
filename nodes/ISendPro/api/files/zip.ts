import { Unzip, UnzipInflate } from 'fflate/browser';

import { UnreadableAnswerError } from '../errors';

/** 200,000 rows [3.8], each with a message of 918 characters, make 250 MB: what passes this is no report. */
export const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;

const directoryEndSignature = 0x06054b50;
const directoryEntrySignature = 0x02014b50;

/** What the directory at the end of an archive says of its one file. */
interface DirectoryEntry {
	size: number;
	checksum: number;
}

export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Unpacks an archive that holds one file. It never writes more than the size that the archive itself
 * states, and that is checked first.
 *
 * @param most how large the file may be, in bytes
 * @throws UnreadableAnswerError when it is damaged, encrypted, too large, or holds no file or several
 */
export function unzipSingleFile(archive: Uint8Array, most = MOST_UNPACKED_BYTES): Uint8Array {
	const { size, checksum } = readDirectory(archive);
	if (size > most) throw refusal(`would unpack to ${size} bytes`);
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
	try {
		pushSlices(unzip, archive);
	} catch {
		throw refusal('is damaged');
	}
	if (length !== size || checksumOf(file) !== checksum) throw refusal('is damaged');
	return file;
}

/** A slice can unpack to a thousand times its size before the limit is looked at. */
function pushSlices(unzip: Unzip, archive: Uint8Array): void {
	const sliceBytes = 16 * 1024;
	for (let start = 0; start < archive.length; start += sliceBytes) {
		const end = start + sliceBytes;
		unzip.push(archive.subarray(start, end), end >= archive.length);
	}
}

function readDirectory(archive: Uint8Array): DirectoryEntry {
	const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
	let end = archive.length - 22;
	while (end >= 0 && view.getUint32(end, true) !== directoryEndSignature) end--;
	if (end < 0) throw refusal('is cut off');
	const files = view.getUint16(end + 10, true);
	if (files !== 1) throw refusal(`holds ${files} files instead of one`);
	const entry = view.getUint32(end + 16, true);
	if (entry + 46 > end || view.getUint32(entry, true) !== directoryEntrySignature) {
		throw refusal('is damaged');
	}
	if (view.getUint16(entry + 8, true) & 1) throw refusal('is encrypted');
	return { checksum: view.getUint32(entry + 16, true), size: view.getUint32(entry + 24, true) };
}

/** ZIP's CRC-32, by index: an iterator takes ten times as long over 40 MB. */
function checksumOf(bytes: Uint8Array): number {
	let checksum = -1;
	for (let index = 0; index < bytes.length; index++) {
		const step = checksumSteps[(checksum ^ (bytes[index] ?? 0)) & 0xff] ?? 0;
		checksum = (checksum >>> 8) ^ step;
	}
	return ~checksum >>> 0;
}

const checksumSteps = Int32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
	return value;
});

function refusal(reason: string): UnreadableAnswerError {
	return new UnreadableAnswerError(`The ZIP file that iSendPro sent ${reason}`);
}
