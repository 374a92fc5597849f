/** A curve over the same positions as the others. */
export interface Curve {
	title: string;
	values: number[];
}

const WIDTH = 280;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 16;
const TOP = 34;
const BOTTOM = 40;

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 2 });

/** Where a value stands between the powers of ten around all, from 0 to 1. */
function scaleOf(values: readonly number[]): { ticks: number[]; place(value: number): number } {
	const positive = values.filter((value) => value > 0);
	const low = Math.floor(Math.log10(Math.min(...positive)));
	const high = Math.max(Math.ceil(Math.log10(Math.max(...positive))), low + 1);
	return {
		ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
		place: (value) => Math.max(0, (Math.log10(Math.max(value, 1e-9)) - low) / (high - low)),
	};
}

function drawCurve(xTitle: string, xs: readonly number[], { title, values }: Curve): string {
	const across = scaleOf(xs);
	const up = scaleOf(values);
	const x = (value: number) => (LEFT + across.place(value) * (WIDTH - LEFT - RIGHT)).toFixed(1);
	const y = (value: number) =>
		(HEIGHT - BOTTOM - up.place(value) * (HEIGHT - TOP - BOTTOM)).toFixed(1);
	const points = xs.map((value, index) => [x(value), y(values[index] ?? 0)] as const);
	return [
		`<text x="${LEFT}" y="18" font-weight="bold">${title}</text>`,
		...up.ticks.map(
			(tick) =>
				`<path d="M${LEFT} ${y(tick)}H${WIDTH - RIGHT}" stroke="#8884"/><text x="${LEFT - 6}" y="${y(tick)}" dy="4" text-anchor="end">${short.format(tick)}</text>`,
		),
		...across.ticks.map(
			(tick) =>
				`<text x="${x(tick)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${short.format(tick)}</text>`,
		),
		`<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${xTitle}</text>`,
		`<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="#e8590c" stroke-width="2"/>`,
		...points.map(
			([cx, cy], index) =>
				`<circle cx="${cx}" cy="${cy}" r="3" fill="#e8590c"><title>${values[index]?.toPrecision(2)}</title></circle>`,
		),
	].join('');
}

/**
 * Draws curves side by side, both axes by powers of ten.
 * @returns an SVG that is readable on a light and on a dark page
 */
export function drawCurves(
	xTitle: string,
	xs: readonly number[],
	curves: readonly Curve[],
): string {
	const drawn = curves.map(
		(curve, index) =>
			`<g transform="translate(${index * WIDTH})">${drawCurve(xTitle, xs, curve)}</g>`,
	);
	const box = `0 0 ${curves.length * WIDTH} ${HEIGHT}`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" font-family="sans-serif" font-size="11" fill="#868e96">${drawn.join('')}</svg>\n`;
}
