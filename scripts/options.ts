import { parseArgs } from 'node:util';
import { Problem } from '../harness/problem';

type Kinds = Record<string, 'boolean' | 'string'>;
type Values<K extends Kinds> = {
	[name in keyof K]?: K[name] extends 'boolean' ? boolean : string;
};

/**
 * Reads a command line. Prints the usage and gives undefined when only `--help` was asked for.
 *
 * @throws Problem with the usage when an option is unknown
 */
export function parseOptions<K extends Kinds>(
	args: string[],
	kinds: K,
	usage: string,
): Values<K> | undefined {
	const options = Object.entries(kinds).map(([name, type]) => [name, { type }] as const);
	try {
		const { values } = parseArgs({
			args,
			options: { ...Object.fromEntries(options), help: { type: 'boolean', short: 'h' } },
		});
		if (!values.help) return values as Values<K>;
	} catch (error) {
		throw new Problem(error instanceof Error ? error.message : String(error), `\n${usage}`);
	}
	console.log(usage);
	return undefined;
}

/** @throws Problem when what was written is no port */
export function readPort(option: string, written: string | undefined, otherwise: number): number {
	if (written === undefined) return otherwise;
	const port = Number(written);
	if (/^\d+$/.test(written) && port <= 65535) return port;
	throw new Problem(`${option} takes a port number from 0 to 65535, not "${written}".`);
}
