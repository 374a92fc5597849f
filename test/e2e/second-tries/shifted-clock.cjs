// Loaded into n8n by a test: its clock is ahead by so many milliseconds.
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const RealDate = Date;
const now = () => RealDate.now() + ahead;

globalThis.Date = class Date extends RealDate {
	constructor(...values) {
		if (values.length === 0) super(now());
		else super(...values);
	}

	static now() {
		return now();
	}
};
