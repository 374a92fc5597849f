import type { OutputItem } from '../task';

/**
 * A downloaded file as an item.
 * @param property the binary property to put it into
 */
export function csvItem(bytes: Uint8Array, property: string, fileName: string): OutputItem {
	return { json: { fileName }, file: { property, bytes, fileName, mimeType: 'text/csv' } };
}
