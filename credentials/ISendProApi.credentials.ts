import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** n8n's HTTP Request node hands a form over as `form`, this package's node as an encoded body. */
type FormRequest = IHttpRequestOptions & { form?: object };

/**
 * A redirect would take the key to wherever an answer points, another host included: it stands in the
 * form or the query, where n8n does not look for credentials. n8n's two ways to ask have a word each.
 */
const NO_REDIRECTS = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
};

function hasFormBody({ body, headers = {} }: FormRequest): boolean {
	if (body instanceof URLSearchParams) return true;
	const contentType = Object.entries(headers).find(([name]) => /^content-type$/i.test(name))?.[1];
	return Boolean(body) && /^application\/x-www-form-urlencoded/i.test(String(contentType));
}

function withKey(key: string, body: FormRequest['body']): FormRequest['body'] {
	if (typeof body === 'string') return `keyid=${encodeURIComponent(key)}&${body}`;
	if (body instanceof URLSearchParams) return new URLSearchParams([['keyid', key], ...body]);
	return { keyid: key, ...(body as object) };
}

/** The account's key. n8n's linter takes its name, which workflows rely on, for no secret. */
const keyId: INodeProperties = {
	displayName: 'Key ID',
	name: 'keyId',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	required: true,
	description: 'The key of your iSendPro account',
	hint: 'In the iSendPro customer area: Mon compte > Mon API. Have the IP address of your n8n allowed there too, or ask support@isendpro.com for it: iSendPro refuses all others.',
};

export class ISendProApi implements ICredentialType {
	name = 'iSendProApi';

	displayName = 'iSendPro API';

	icon: Icon = { light: 'file:../icons/isendpro.svg', dark: 'file:../icons/isendpro.dark.svg' };

	documentationUrl = 'https://github.com/isendpro/n8n-nodes-isendpro#set-up-the-credential';

	properties: INodeProperties[] = [
		keyId,
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://www.isendpro.com/cgi-bin/',
			description:
				'Change it only if iSendPro gave you another address (white label), or for the simulator of this package',
		},
		{
			displayName: 'Text Encoding',
			name: 'textEncoding',
			type: 'options',
			options: [
				{ name: 'ISO-8859-15 (Usual)', value: 'iso-8859-15' },
				{ name: 'UTF-8', value: 'utf-8' },
			],
			default: 'iso-8859-15',
			description:
				'How ordinary text is encoded. Choose UTF-8 only if accents arrive garbled, or if iSendPro told you to.',
		},
	];

	/**
	 * Puts the key into the form, or into the query of a request that has no form [3], and lets no
	 * redirect take it elsewhere: so n8n's HTTP Request node can call the API with this credential. The
	 * rest of the request stays as it is.
	 */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: FormRequest,
	): Promise<IHttpRequestOptions> => {
		const key = String(credentials.keyId ?? '').trim();
		const safe: FormRequest = { ...request, ...NO_REDIRECTS };
		if (request.form) return { ...safe, form: { keyid: key, ...request.form } } as FormRequest;
		if (hasFormBody(request)) return { ...safe, body: withKey(key, request.body) };
		return { ...safe, qs: { ...request.qs, keyid: key } };
	};
}
