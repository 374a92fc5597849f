import { parseArgs } from 'node:util';
import { Problem } from '../setup/problem.mjs';

/**
 * @typedef {object} StartOptions
 * @property {boolean} check send, compare, and end
 * @property {boolean} fresh throw away what earlier runs left in n8n
 * @property {number} port n8n's; 0 for a free one
 * @property {number} simulatorPort the simulator's; 0 for a free one
 */

const usage = `npm start [-- options]     a real n8n with the iSendPro node, and a simulator of iSendPro

  --check                  send the example's SMS on free ports, in a new n8n, and end; fails if one did not arrive as written
  --port <number>          n8n's port (5678)
  --simulator-port <number>  the simulator's port (5690)
  --fresh                  begin with an empty n8n instead of the one that earlier runs left
  --help                   this text`;

/**
 * Reads the command line; undefined when only help was asked for.
 * @param {string[]} parameters @returns {StartOptions | undefined}
 */
export function readOptions(parameters) {
	const values = parse(parameters);
	if (values.help) {
		console.log(usage);
		return undefined;
	}
	const check = values.check ?? false;
	return {
		check,
		fresh: values.fresh ?? false,
		port: readPort('--port', values.port, check ? 0 : 5678),
		simulatorPort: readPort('--simulator-port', values['simulator-port'], check ? 0 : 5690),
	};
}

/** @param {string[]} parameters */
function parse(parameters) {
	try {
		return parseArgs({
			args: parameters,
			options: {
				check: { type: 'boolean' },
				fresh: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
				port: { type: 'string' },
				'simulator-port': { type: 'string' },
			},
		}).values;
	} catch (error) {
		throw new Problem(error instanceof Error ? error.message : String(error), `\n${usage}`);
	}
}

/** @param {string} name @param {string | undefined} written @param {number} otherwise */
function readPort(name, written, otherwise) {
	if (written === undefined) return otherwise;
	const port = Number(written);
	if (/^\d+$/.test(written) && port <= 65535) return port;
	throw new Problem(`${name} takes a port number from 0 to 65535, not "${written}".`, '');
}
