import { parseOptions, readPort } from '../options';
import type { ServerOptions } from '../servers';

export interface DevOptions extends ServerOptions {
	/** n8n's user folder; one in the cache when not given. */
	folder: string | undefined;
	/** Where a debugger attaches; undefined for none. */
	inspectPort: number | undefined;
}

const usage = `npm run dev [-- options]   what npm start runs, following the files of this project

Saving a file under nodes/, credentials/ or icons/ rebuilds the package, and n8n loads its nodes again.
Saving a file under simulator/ restarts the simulator. A change of package.json needs a new start.
Workflows are kept. Types are not checked: see npm run check.

  --inspect                let a debugger attach to n8n: breakpoints in TypeScript hold
  --inspect-port <number>  the same, on another port than 9229
  --port <number>          n8n's port (5678)
  --simulator-port <number>  the simulator's port (5690)
  --fresh                  begin with an empty n8n instead of the one that earlier runs left
  --folder <path>          keep n8n's workflows there instead of in the cache folder
  --n8n <command>          an installed n8n, 2.x and no older than the pinned one. Without this, one
                           that is in PATH and fits is used; --n8n pinned uses the pinned one
  --help                   this text`;

const kinds = {
	folder: 'string',
	fresh: 'boolean',
	inspect: 'boolean',
	'inspect-port': 'string',
	n8n: 'string',
	port: 'string',
	'simulator-port': 'string',
} as const;

/** Reads the command line; undefined when only help was asked for. Throws a `Problem`. */
export function readOptions(parameters: string[]): DevOptions | undefined {
	const values = parseOptions(parameters, kinds, usage);
	if (values === undefined) return undefined;
	const inspects = values.inspect === true || values['inspect-port'] !== undefined;
	return {
		folder: values.folder,
		fresh: values.fresh ?? false,
		inspectPort: inspects ? readPort('--inspect-port', values['inspect-port'], 9229) : undefined,
		n8n: values.n8n,
		port: readPort('--port', values.port, 5678),
		simulatorPort: readPort('--simulator-port', values['simulator-port'], 5690),
	};
}
