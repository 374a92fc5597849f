import { flatAnswer, manualAnswer } from '../helpers/answers';
import { euros, flag, formatted, hostileStart, longText, oneOf, sends, text } from './fields';
import type { ResourceRows } from './row';

/** The key of the sub-account that these requests are about. */
export const subAccountKeyId = 'ber296464ce018ab710a';
const placeholders = {
	IdentifiantSousCompte: '4711',
	CleIdentificationSousCompte: subAccountKeyId,
};

const invalidKey = '"Sub-Account Key" has spaces or special characters, or is too long';
const keyField = text({
	'a number': '"Sub-Account Key" has a number, which was rounded on its way',
	'too long': invalidKey,
	hostile: invalidKey,
});

const editForm = (action: string, settings: string) =>
	`subAccountEdit=${action}&subAccountKeyId=${subAccountKeyId}&${settings}`;
const createForm = (login: string, password: string) =>
	`subAccountEdit=addAccount&subAccountLogin=${login}&subAccountPassword=${password}`;
const cannotLogIn =
	'is empty or has characters that do not reach iSendPro as they are typed, so nobody could log in with it';

const restrictionOutput = (
	restriction: string,
	enabled: boolean,
	code: number,
	apiMessage: string,
) => ({ subAccountId: '4711', code, apiMessage, restriction, enabled });

export const subAccount: ResourceRows = {
	/** [3.17.3] */
	addCredit: {
		fields: { subAccountKeyId: keyField, amount: euros },
		parameters: { subAccountKeyId, amount: '={{ $json.amount }}' },
		items: [{ amount: 150 }, { amount: '12,50' }],
		exchanges: ['150', '12.5'].map((amount) => ({
			request: editForm('addCredit', `subAccountAddCredit=${amount}`),
			answer: manualAnswer('credit-added', placeholders),
		})),
		output: [150, 12.5].map((amount) => ({
			subAccountId: '4711',
			code: 239,
			apiMessage: 'Le credit a ete ajoute au sous compte',
			amount,
		})),
		manyItems: { count: 200, item: () => ({ amount: 1 }), requestCount: 200 },
		invalidItem: { amount: -1 },
	},
	/** [3.17.1] */
	create: {
		fields: {
			login: text({
				'too long': sends(createForm(longText, 'secret')),
				hostile: `"Login", ${hostileStart}, ${cannotLogIn}`,
			}),
			password: text({
				'a number': '"Password" has a number, which was rounded on its way',
				'too long': sends(createForm('agence', longText)),
				hostile: `"Password" ${cannotLogIn}`,
			}),
		},
		parameters: { login: '={{ $json.login }}', password: '={{ $json.password }}' },
		items: [
			{ login: 'agence', password: 'secret' },
			{ login: 'agence-lyon', password: 'secret & é' },
		],
		exchanges: [
			{
				request: createForm('agence', 'secret'),
				answer: manualAnswer('sub-account-created', { ...placeholders, subAccountLogin: 'agence' }),
			},
			{
				request: createForm('agence-lyon', 'secret%20%26%20%E9'),
				answer: manualAnswer('sub-account-created', {
					...placeholders,
					subAccountLogin: 'agence-lyon',
				}),
			},
		],
		output: ['agence', 'agence-lyon'].map((login) => ({
			subAccountId: '4711',
			subAccountKeyId,
			login,
			code: 230,
			apiMessage: 'Le sous compte a ete ajoute',
		})),
		manyItems: { count: 200, item: (index) => ({ login: `agence-${index}` }), requestCount: 200 },
		invalidItem: { login: 'Вася' },
	},
	/** [3.17.2] */
	setPrice: {
		fields: {
			subAccountKeyId: keyField,
			price: euros,
			countryCode: formatted((quoted) => `${quoted} is not the calling code of a country`),
		},
		parameters: { subAccountKeyId, price: '={{ $json.price }}', countryCode: '+33' },
		items: [{ price: 0.049 }, { price: '0,05' }],
		exchanges: [
			{
				request: editForm('setPrice', 'subAccountPrice=0.049&subAccountCountryCode=33'),
				answer: manualAnswer('price-created', placeholders),
			},
			{
				request: editForm('setPrice', 'subAccountPrice=0.05&subAccountCountryCode=33'),
				answer: manualAnswer('price-changed', placeholders),
			},
		],
		output: [
			{
				...{ subAccountId: '4711', code: 237, apiMessage: 'Le prix a ete cree' },
				...{ price: 0.049, countryCode: '33' },
			},
			{
				...{ subAccountId: '4711', code: 241, apiMessage: 'Le prix a ete mis a jour' },
				...{ price: 0.05, countryCode: '33' },
			},
		],
		manyItems: { count: 200, item: (index) => ({ price: (index + 1) / 1000 }), requestCount: 200 },
		invalidItem: { price: 'free' },
	},
	/** [3.17.4, 3.17.5] */
	setRestriction: {
		fields: {
			subAccountKeyId: keyField,
			restriction: oneOf('stop', 'time'),
			enabled: flag(editForm('setRestriction', 'subAccountRestrictionStop=1')),
		},
		parameters: {
			subAccountKeyId,
			restriction: '={{ $json.restriction }}',
			enabled: '={{ $json.enabled }}',
		},
		items: [
			{ restriction: 'stop', enabled: true },
			{ restriction: 'stop', enabled: false },
			{ restriction: 'time', enabled: false },
		],
		exchanges: [
			{
				request: editForm('setRestriction', 'subAccountRestrictionStop=1'),
				answer: flatAnswer({
					code: 245,
					message: 'La restriction STOP a ete activee',
					subAccountId: '4711',
				}),
			},
			{
				request: editForm('setRestriction', 'subAccountRestrictionStop=0'),
				answer: manualAnswer('stop-restriction', placeholders),
			},
			{
				request: editForm('setRestriction', 'subAccountRestrictionTime=0'),
				answer: manualAnswer('time-restriction', placeholders),
			},
		],
		output: [
			restrictionOutput('stop', true, 245, 'La restriction STOP a ete activee'),
			restrictionOutput('stop', false, 244, 'La restriction STOP a ete desactivee'),
			restrictionOutput('time', false, 244, 'La restriction horaire a ete desactivee'),
		],
		manyItems: { count: 200, item: (index) => ({ enabled: index % 2 === 0 }), requestCount: 200 },
		invalidItem: { enabled: 'perhaps' },
	},
};
