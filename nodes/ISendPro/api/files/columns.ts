/** The columns of a campaign report, as its first line names them [3.8]. */
export const REPORT_COLUMNS = {
	date: "Date d'envoi",
	sender: 'Emetteur',
	recipient: 'Destinataire',
	text: 'Message',
	information: 'Information complémentaire',
	status: 'Statut',
	reply: 'SMS retour',
	price: 'Prix',
	stop: 'STOP',
	tracker: 'Tracker',
} as const;

/** The column of a downloaded blacklist [3.15]. */
export const BLACKLIST_COLUMN = 'MSISDN';
