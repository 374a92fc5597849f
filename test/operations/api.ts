import { manualAnswer } from '../helpers/answers';
import { hostileStart, text, unsendable } from './fields';
import type { ResourceRows } from './row';

const unknownCommand = 'iSendPro does not know this command (iSendPro code 240)';

export const api: ResourceRows = {
	request: {
		fields: {
			'parameters.parameter.name': text({
				empty: 'A parameter has no name',
				nothing: '"Name" must be text, but is nothing',
				'too long': unknownCommand,
				hostile: unsendable(`The parameter ${hostileStart}`),
			}),
			'parameters.parameter.value': text({
				empty: unknownCommand,
				nothing: '"Value" must be text, but is nothing',
				'too long': unknownCommand,
				hostile: unsendable('The value of "credit"'),
			}),
		},
		parameters: { parameters: { parameter: [{ name: 'credit', value: '={{ $json.value }}' }] } },
		items: [{ value: '1' }, { value: '2' }],
		exchanges: [
			{ request: 'credit=1', answer: manualAnswer('balance-credit') },
			{ request: 'credit=2', answer: manualAnswer('balance-quantity') },
		],
		output: [{ credit: '108.16' }, { credit: '108.16', quantite: '2704' }],
		fullOutput: { code: 100, message: 'Votre repertoire a ete cree!' },
		manyItems: { count: 200, item: () => ({ value: '2' }), requestCount: 200 },
		invalidItem: { value: 'Привет' },
	},
};
