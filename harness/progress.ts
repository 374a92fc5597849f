const plainInterval = 15_000;

function duration(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A number of bytes, to be read. */
export function size(bytes: number): string {
	return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/**
 * Runs one phase of work and shows its progress: on a terminal by one line that is rewritten every
 * second, elsewhere (a log) by a line every 15 seconds.
 *
 * @param measure gives the progress in words
 */
export async function withProgress<T>(
	phase: string,
	work: () => Promise<T>,
	measure: () => Promise<string> = async () => '',
): Promise<T> {
	const started = Date.now();
	const terminal = process.stderr.isTTY;
	const elapsed = () => duration(Date.now() - started);
	const write = (text: string, last = false) =>
		process.stderr.write(terminal ? `\r\x1b[K  ${text}${last ? '\n' : ''}` : `  ${text}\n`);
	let finished = false;
	const show = async () => {
		const detail = await measure().catch(() => '');
		if (!finished) write(`${phase}… ${elapsed()}${detail && `, ${detail}`}`);
	};
	write(`${phase}…`);
	const timer = setInterval(() => void show(), terminal ? 1000 : plainInterval);
	let outcome = 'failed';
	try {
		const result = await work();
		outcome = 'done';
		return result;
	} finally {
		finished = true;
		clearInterval(timer);
		write(`${phase}: ${outcome} (${elapsed()})`, true);
	}
}
