import { parseOptions, readPort } from '../options';
import type { ServerOptions } from '../servers';

export interface StartOptions extends ServerOptions {
	/** Send, compare, and end. */
	check: boolean;
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

const kinds = {
	check: 'boolean',
	fresh: 'boolean',
	n8n: 'string',
	port: 'string',
	'simulator-port': 'string',
} as const;

/** Reads the command line; undefined when only help was asked for. Throws a `Problem`. */
export function readOptions(parameters: string[]): StartOptions | undefined {
	const values = parseOptions(parameters, kinds, usage);
	if (values === undefined) return undefined;
	const check = values.check ?? false;
	return {
		check,
		fresh: values.fresh ?? false,
		n8n: values.n8n,
		port: readPort('--port', values.port, check ? 0 : 5678),
		simulatorPort: readPort('--simulator-port', values['simulator-port'], check ? 0 : 5690),
	};
}
