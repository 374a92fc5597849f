/** Which rows of a file are not of the part of the report that it was asked for. */
export interface ReportEdges {
	/** How the dates of rows after the part begin: `01/07/2016 12:19`. */
	readonly surplus?: string;
	/** Of a part that has a neighbour: rows without a readable date, which may stand in both. */
	readonly undated?: UndatedRows;
}

/**
 * Rows whose date cannot be read, of the parts of one report. A part and the next one both hold the
 * minute between them, or do not, as `date_fin` is taken [3.8]; for these rows only their likeness tells.
 */
export class UndatedRows {
	private before = new Map<string, number>();
	private current = new Map<string, number>();

	/** To be called before the rows of each part. */
	beginPart(): void {
		this.before = this.current;
		this.current = new Map();
	}

	/** Takes a row of the part, unless the part before had one that is like it. */
	takes(cells: readonly string[]): boolean {
		const row = cells.join(';');
		const earlier = this.before.get(row) ?? 0;
		if (earlier > 0) {
			this.before.set(row, earlier - 1);
			return false;
		}
		this.current.set(row, (this.current.get(row) ?? 0) + 1);
		return true;
	}
}
