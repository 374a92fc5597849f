import { csvFile } from '../helpers/answers';
import { anyText, downloadFields, flag, hostile, instant, long, oneOf, text } from './fields';
import type { ResourceRows } from './row';

const form = 'rapportCampagne=1&date_deb=2016-07-01%2000%3A00&date_fin=2016-07-31%2012%3A01';

export const campaign: ResourceRows = {
	/** [3.8] */
	getReport: {
		fields: {
			period: oneOf('custom', 'last7Days', 'lastMonth', 'thisMonth', 'today', 'yesterday'),
			startDate: instant(),
			endDate: instant(),
			...downloadFields(form),
			simplify: flag(form),
			'options.status': oneOf('delivered', 'failed', 'unknown'),
			'options.to': text({
				'too long': `${long(60)} is not a phone number`,
				hostile: `${hostile} is not a phone number`,
			}),
			'options.tracker': anyText(form),
		},
		parameters: { startDate: '={{ $json.start }}', endDate: '2016-07-31T12:00:00+02:00' },
		items: [{ start: '2016-07-01T00:00:00+02:00' }],
		exchanges: [
			{
				request: form,
				answer: csvFile(
					"Date d'envoi;Emetteur;Destinataire;Message;Information complémentaire;Infos details;Statut;SMS retour;Canal;Prix;STOP;Tracker",
					'05/07/2016 14:00;iSendPro;0601020304;"Été; ""10 %""\nfin";SFR: SMS remis;;0;Merci;;0,044;0;a',
				),
			},
		],
		output: [
			{
				...{ sentAt: '2016-07-05T14:00:00+02:00', sender: 'iSendPro', to: '0601020304' },
				...{ text: 'Été; "10 %"\nfin', status: 'delivered', statusCode: '0', delivered: true },
				...{ operator: 'SFR', reply: 'Merci', price: 0.044, stop: false, tracker: 'a' },
			},
		],
		manyItems: { count: 600, item: () => ({ start: '2016-07-01' }), requestCount: 1 },
		invalidItem: { start: 'soon' },
	},
};
