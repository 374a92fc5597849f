/** Columns of the campaign report [3.8]. */
export const REPORT_COLUMNS = [
	"Date d'envoi",
	'Emetteur',
	'Destinataire',
	'Message',
	'Information complémentaire',
	'Infos details',
	'Statut',
	'SMS retour',
	'Canal',
	'Prix',
	'STOP',
	'Tracker',
];

/** The only column of the blacklist [3.15]. */
export const BLACKLIST_COLUMN = 'MSISDN';
