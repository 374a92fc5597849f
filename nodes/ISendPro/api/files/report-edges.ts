/** Which rows of a file belong to another part of the report. */
export interface ReportEdges {
	/** How the dates of rows after this part begin: `01/07/2016 12:19`. */
	readonly surplus?: string;
	/** Rows without a readable date, which may be in this part and in its neighbour. */
	readonly undated?: UndatedRows;
}

/**
 * The rows of a report whose date cannot be read. Depending on what `date_fin` covers [3.8], two neighbouring
 * parts may both hold the minute between them: an equal row in both parts is taken once.
 */
export class UndatedRows {
	private before = new Map<string, number>();
	private current = new Map<string, number>();

	/** To be called before the rows of each part. */
	beginPart(): void {
		this.before = this.current;
		this.current = new Map();
	}

	/** Takes a row of the part, unless the part before had an equal one. */
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
