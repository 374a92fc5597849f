/**
 * The time that the processor spends on work, in milliseconds. Unlike a clock, it does not count what other
 * programs take meanwhile, so a limit that only a growth with the square would break holds on a busy machine.
 */
export function processorTime(work: () => void): number {
	const before = process.cpuUsage();
	work();
	return process.cpuUsage(before).user / 1_000;
}
