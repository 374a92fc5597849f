import { parseArgs } from 'node:util';
import { Problem } from '../../harness/problem';

export interface StartOptions {
	/** Send, compare, and end. */
	check: boolean;
	/** Throw away what earlier runs left in n8n. */
	fresh: boolean;
	/** n8n's command, to use that one, or `pinned`. */
	n8n: string | undefined;
	/** n8n's; 0 for a free one. */
	port: number;
	/** The simulator's; 0 for a free one. */
	simulatorPort: number;
}

const usage = `npm start [-- options]     a real n8n with the node, and a simulator of iSendPro

  --check                  send the example's SMS on free ports, in a new n8n, and end;
                           fails if one did not arrive as expected
  --port <number>          n8n's port (5678)
  --simulator-port <number>  the simulator's port (5690)
  --fresh                  begin with an empty n8n instead of the one that earlier runs left
  --n8n <command>          an installed n8n, 2.x and no older than the pinned one. Without this, one
                           that is in PATH and fits is used; --n8n pinned uses the pinned one
  --help                   this text`;

/** Reads the command line; undefined when only help was asked for. Throws a `Problem`. */
export function readOptions(parameters: string[]): StartOptions | undefined {
	const values = parse(parameters);
	if (values.help) {
		console.log(usage);
		return undefined;
	}
	const check = values.check ?? false;
	return {
		check,
		fresh: values.fresh ?? false,
		n8n: values.n8n,
		port: readPort('--port', values.port, check ? 0 : 5678),
		simulatorPort: readPort('--simulator-port', values['simulator-port'], check ? 0 : 5690),
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				check: { type: 'boolean' },
				fresh: { type: 'boolean' },
				n8n: { type: 'string' },
				help: { type: 'boolean', short: 'h' },
				port: { type: 'string' },
				'simulator-port': { type: 'string' },
			},
		}).values;
	} catch (error) {
		throw new Problem(error instanceof Error ? error.message : String(error), `\n${usage}`);
	}
}

function readPort(name: string, written: string | undefined, otherwise: number): number {
	if (written === undefined) return otherwise;
	const port = Number(written);
	if (/^\d+$/.test(written) && port <= 65535) return port;
	throw new Problem(`${name} takes a port number from 0 to 65535, not "${written}".`);
}
