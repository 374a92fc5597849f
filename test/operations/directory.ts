import { manualAnswer, numberedAnswer } from '../helpers/answers';
import {
	directoryId,
	inputFields,
	longText,
	numberOptions,
	oneOfMany,
	phoneNumbers,
	sends,
	text,
	unmeant,
	unsendable,
} from './fields';
import { manyNumbers, twoNumbers } from './phone-numbers';
import type { ResourceRows } from './row';

const addOne = (field = '') => `repertoireEdit=add&repertoireId=39565${field}&num1=0601020304`;
const createdAnswer = manualAnswer('directory-created');

const contact = (phoneNumber: string, status: string, code: number, apiMessage: string) => ({
	phoneNumber,
	directoryId: '39565',
	status,
	code,
	apiMessage,
});

export const directory: ResourceRows = {
	/** [3.7.3] */
	addContacts: {
		fields: {
			directoryId,
			phoneNumber: phoneNumbers,
			'contactFields.fields.field': oneOfMany(1, 2, 3, 4, 5, 6, 7, 8),
			'contactFields.fields.value': text({
				empty: sends(addOne()),
				blank: sends(addOne('&champ1=%20%20')),
				nothing: '"Value" must be text, but is nothing',
				'too long': sends(addOne(`&champ1=${longText}`)),
				hostile: unmeant('The contact field "Name"'),
			}),
			...numberOptions,
			...inputFields(addOne('&champ1=Martin')),
		},
		parameters: {
			directoryId: '39565',
			phoneNumber: '={{ $json.phone }}',
			contactFields: {
				fields: [
					{ field: 1, value: '={{ $json.name }}' },
					{ field: 27, value: '={{ $json.firstName }}' },
				],
			},
		},
		items: [
			{ phone: '0601020304', name: 'Martin', firstName: '' },
			{ phone: '0601020309', name: '', firstName: 'Zoé' },
		],
		exchanges: [
			{
				request:
					'repertoireEdit=add&repertoireId=39565&champ1_1=Martin&num1=0601020304&champ27_2=Zo%E9&num2=0601020309',
				answer: numberedAnswer(
					{ code: 103, repertoireId: 39565, tel: '0601020304', message: 'Ajoutee' },
					{ code: 105, repertoireId: 39565, tel: '0601020309', message: 'Deja presente' },
				),
			},
		],
		output: [
			contact('0601020304', 'added', 103, 'Ajoutee'),
			contact('0601020309', 'alreadyPresent', 105, 'Deja presente'),
		],
		...manyNumbers,
	},
	/** [3.7.1] */
	create: {
		fields: {
			name: text({
				'too long': sends(`repertoireEdit=create&repertoireNom=${longText}`),
				hostile: unsendable('The name of the directory'),
			}),
		},
		parameters: { name: '={{ $json.name }}' },
		items: [{ name: 'Clients' }, { name: 'Été' }],
		exchanges: [
			{ request: 'repertoireEdit=create&repertoireNom=Clients', answer: createdAnswer },
			{ request: 'repertoireEdit=create&repertoireNom=%C9t%E9', answer: createdAnswer },
		],
		output: ['Clients', 'Été'].map((name) => ({
			directoryId: '39565',
			name,
			code: 100,
			apiMessage: 'Votre repertoire a ete cree!',
		})),
		manyItems: { count: 200, item: (index) => ({ name: `Clients ${index}` }), requestCount: 200 },
		invalidItem: { name: 'Клиенты' },
	},
	/** [3.7.4] */
	removeContacts: {
		fields: {
			directoryId,
			phoneNumber: phoneNumbers,
			...numberOptions,
			...inputFields('repertoireEdit=del&repertoireId=39565&num1=0601020304'),
		},
		parameters: { directoryId: '39565', phoneNumber: '={{ $json.phone }}' },
		items: twoNumbers,
		exchanges: [
			{
				request: 'repertoireEdit=del&repertoireId=39565&num1=0601020304&num2=0601020305',
				answer: numberedAnswer(
					{ code: 106, repertoireId: 39565, tel: '0601020304', message: 'Supprimee' },
					{ code: 107, repertoireId: 39565, tel: '0601020305', message: 'Absente' },
				),
			},
		],
		output: [
			contact('0601020304', 'removed', 106, 'Supprimee'),
			contact('0601020305', 'notPresent', 107, 'Absente'),
		],
		...manyNumbers,
	},
};
