import iconv from 'iconv-lite';

/** The columns of a report [3.8]. */
export const header =
	"Date d'envoi;Emetteur;Destinataire;Message;Information complémentaire;Infos details;Statut;SMS retour;Canal;Prix;STOP;Tracker";
/** The example values of the manual [3.8]. */
export const example =
	"01/07/2016 12:18;iSendPro;601020304;Offre spécial pour l'été;SFR: SMS remis;Message for 0033601020304 has;0;Merci;Haute Qualite;0,044;0;montracker123";

export const latin = (...lines: string[]) => iconv.encode(lines.join('\r\n'), 'iso-8859-15');
export const report = (...rows: string[]) => latin(header, ...rows);

/** The example with some of its cells replaced, by column. */
export const rowWith = (cells: Record<number, string>) =>
	example
		.split(';')
		.map((cell, index) => cells[index] ?? cell)
		.join(';');
