const plainInterval = 15_000;

/** A duration as people say it. @param {number} milliseconds */
export function duration(milliseconds) {
	const seconds = Math.round(milliseconds / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A size as people say it. @param {number} bytes */
export function size(bytes) {
	return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/**
 * Runs one phase of work while showing that it goes on: the phase, the time it has taken and, where `measure` tells, how far it is.
 * On a terminal one line is rewritten every second; elsewhere (a log) a line is written every 15 seconds.
 *
 * @template T
 * @param {string} phase
 * @param {() => Promise<T>} work
 * @param {() => Promise<string>} [measure]
 * @returns {Promise<T>}
 */
export async function withProgress(phase, work, measure) {
	const started = Date.now();
	const terminal = process.stderr.isTTY === true;
	const show = async () => {
		const detail = measure === undefined ? '' : await measure().catch(() => '');
		const line = `  ${phase}… ${duration(Date.now() - started)}${detail && `, ${detail}`}`;
		if (!finished) process.stderr.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
	};
	let finished = false;
	process.stderr.write(terminal ? `  ${phase}…` : `  ${phase}…\n`);
	const timer = setInterval(() => void show(), terminal ? 1000 : plainInterval);
	const close = (/** @type {string} */ outcome) => {
		finished = true;
		clearInterval(timer);
		const line = `  ${phase}: ${outcome} (${duration(Date.now() - started)})`;
		process.stderr.write(terminal ? `\r\x1b[K${line}\n` : `${line}\n`);
	};
	try {
		const result = await work();
		close('done');
		return result;
	} catch (error) {
		close('failed');
		throw error;
	}
}
