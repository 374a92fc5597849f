/** Does work from that time on; the clock moves to another once something has happened. */
export async function asTimePasses<Result>(
	[from, to]: readonly [from: Date, to: Date],
	hasHappened: () => boolean,
	work: () => Promise<Result>,
): Promise<Result> {
	const realTimers = ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] as const;
	jest.useFakeTimers({ now: from, doNotFake: [...realTimers, 'queueMicrotask', 'performance'] });
	const clock = setInterval(() => {
		if (hasHappened()) jest.setSystemTime(to);
	}, 1);
	try {
		return await work();
	} finally {
		clearInterval(clock);
		jest.useRealTimers();
	}
}
