import { strToU8, zipSync } from 'fflate';
import { encode } from 'iconv-lite';

/** A file that a person uploads. */
export interface ListFile {
	name: string;
	/** What the browser says that it is. */
	type: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** What a cell of a workbook holds: text, a number, a date as days since 1899-12-30, or only a format. */
export type Cell = string | number | { date: number } | { formatted: true } | undefined;

const escape = (text: string) =>
	text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r/g, '_x000D_');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Format 22 of Excel is a date with its time of day; 49 is text. */
const STYLES =
	'<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
	'<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
	'<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>';

/** How spreadsheets store a date with its time of day: as days since 1899-12-30. */
export const serial = (...clock: [number, number, number, number, number]) => ({
	date: Date.UTC(...clock) / 86_400_000 + 25_569,
});

/** Writes a workbook of one sheet as Excel does: texts shared, dates as numbers with a format. */
export function workbook(rows: Cell[][], name = 'liste.xlsx'): ListFile {
	const texts: string[] = [];
	const cellOf = (cell: Cell, row: number, column: number): string => {
		const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
		if (cell === undefined) return '';
		if (typeof cell === 'string') return `<c ${place} t="s"><v>${texts.push(cell) - 1}</v></c>`;
		if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
		return 'date' in cell ? `<c ${place} s="1"><v>${cell.date}</v></c>` : `<c ${place} s="1"/>`;
	};
	const data = rows.map(
		(cells, row) =>
			`<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, row, column)).join('')}</row>`,
	);
	const parts: Record<string, string> = {
		'[Content_Types].xml':
			`<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
			'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
			[
				'workbook:sheet.main',
				'worksheets/sheet1:worksheet',
				'styles:styles',
				'sharedStrings:sharedStrings',
			]
				.map((entry) => entry.split(':'))
				.map(
					([part, kind]) =>
						`<Override PartName="/xl/${part}.xml" ContentType="${KIND}.${kind}+xml"/>`,
				)
				.join('') +
			'</Types>',
		'_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels':
			`<Relationships xmlns="${PACKAGE}/relationships">` +
			['worksheet:worksheets/sheet1', 'styles:styles', 'sharedStrings:sharedStrings']
				.map((entry) => entry.split(':'))
				.map(
					([kind, part], index) =>
						`<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${part}.xml"/>`,
				)
				.join('') +
			'</Relationships>',
		'xl/styles.xml': `<styleSheet ${MAIN}>${STYLES}</styleSheet>`,
		'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${data.join('')}</sheetData></worksheet>`,
		'xl/sharedStrings.xml': `<sst ${MAIN}>${texts.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
	};
	const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)] as const);
	return {
		name,
		type: `${KIND}.sheet`,
		bytes: Uint8Array.from(zipSync(Object.fromEntries(files))),
	};
}

/** How a spreadsheet program writes a CSV. */
export const dialects = {
	'CSV of French Excel': { delimiter: ';', encoding: 'win1252', addBOM: false },
	'CSV UTF-8 of French Excel': { delimiter: ';', encoding: 'utf8', addBOM: true },
	'CSV (Macintosh)': { delimiter: ';', encoding: 'macintosh', addBOM: false },
	'CSV (MS-DOS)': { delimiter: ';', encoding: 'cp850', addBOM: false },
	'CSV of Google Sheets': { delimiter: ',', encoding: 'utf8', addBOM: false },
};

export type Dialect = keyof typeof dialects;

/** Writes a CSV: quotes where a cell needs them, a line feed within a cell, CRLF behind each row. */
export function csv(dialect: Dialect, rows: string[][], name = 'liste.csv'): ListFile {
	const { delimiter, encoding, addBOM } = dialects[dialect];
	const quoted = (cell: string) =>
		/["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
	const text = rows.map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`).join('');
	return { name, type: 'text/csv', bytes: Uint8Array.from(encode(text, encoding, { addBOM })) };
}
