import { readOptions as readDevOptions } from '../../scripts/dev/options';
import { readOptions as readStartOptions } from '../../scripts/start/options';

describe('The options of npm start', () => {
	it('name the usual ports, and free ones with --check', () => {
		expect(readStartOptions([])).toEqual({
			check: false,
			fresh: false,
			n8n: undefined,
			port: 5678,
			simulatorPort: 5690,
		});
		expect(readStartOptions(['--check', '--simulator-port', '7000'])).toMatchObject({
			check: true,
			port: 0,
			simulatorPort: 7000,
		});
	});

	it.each(['65536', '-1', 'a', ''])('take no port "%s"', (port) => {
		expect(() => readStartOptions([`--port=${port}`])).toThrow(
			`--port takes a port number from 0 to 65535, not "${port}".`,
		);
	});

	it('are listed when one is unknown, or help is asked for', () => {
		const print = jest.spyOn(console, 'log').mockReturnValue();
		expect(() => readStartOptions(['--nothing'])).toThrow(/--nothing[^]*npm start \[-- options\]/);
		expect(readStartOptions(['-h'])).toBeUndefined();
		expect(print).toHaveBeenCalledWith(expect.stringContaining('--simulator-port <number>'));
		print.mockRestore();
	});
});

describe('The options of npm run dev', () => {
	it.each([
		[[], undefined],
		[['--inspect'], 9229],
		[['--inspect-port', '9300'], 9300],
	])('%j have a debugger attach to %s', (parameters, inspectPort) => {
		expect(readDevOptions(parameters)).toMatchObject({ inspectPort, port: 5678 });
	});
});
