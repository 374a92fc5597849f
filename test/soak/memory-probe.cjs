/**
 * Loaded into n8n: at SIGUSR2, collects the garbage and writes what is left of memory to the file that
 * is named in the environment.
 */
const { renameSync, writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
	collect();
	collect();
	const file = process.env.SOAK_MEMORY;
	writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
	renameSync(`${file}.new`, file);
});
