/** A list with what windows-1252 has and Latin1 has not, quotes, and a line break in a cell. */
export const people = [
	['Prénom', 'Mobile', 'Note'],
	['Zoé', '06 01 02 03 04', '5 € d’avoir, au plus…'],
	['Noël', '0605060708', 'Œuf ; "œil"\n2e ligne'],
];

/** A message with its columns. */
export const hello = 'Bonjour {{ $json["Prénom"] }} : {{ $json.Note }}';

/** What then arrives. */
export const arrived = [
	{ to: '0601020304', text: "Bonjour Zoé : 5 € d'avoir, au plus..." },
	{ to: '0605060708', text: 'Bonjour Noel : OEuf ; "oeil"\n2e ligne' },
];
