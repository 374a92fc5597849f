import type { IHttpRequestOptions } from 'n8n-workflow';
import { ISendProApi } from '../../credentials/ISendProApi.credentials';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

async function authenticated(request: Partial<IHttpRequestOptions> & { form?: object }) {
	return await new ISendProApi().authenticate(
		{ keyId: ' a296464ce012b8ab710a ', baseUrl: '', textEncoding: '' },
		{ url: 'https://www.isendpro.com/cgi-bin/', ...request },
	);
}

describe('the key', () => {
	it('goes in front of an encoded form, which stays as it is, byte for byte', async () => {
		const { body, qs } = await authenticated({ headers: form, body: 'sms=%CA%D5&num=06' });
		expect(body).toBe('keyid=a296464ce012b8ab710a&sms=%CA%D5&num=06');
		expect(qs).toBeUndefined();
	});

	it('goes into a form that n8n encodes', async () => {
		const { body, qs } = await authenticated({
			headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
			body: { credit: '2' },
		});
		expect(body).toEqual({ keyid: 'a296464ce012b8ab710a', credit: '2' });
		expect(qs).toBeUndefined();
	});

	it('goes into URLSearchParams', async () => {
		const { body } = await authenticated({ body: new URLSearchParams({ credit: '2' }) });
		expect(String(body)).toBe('keyid=a296464ce012b8ab710a&credit=2');
	});

	it("goes into the form of n8n's HTTP Request node", async () => {
		expect(await authenticated({ form: { credit: '2' } })).toMatchObject({
			form: { keyid: 'a296464ce012b8ab710a', credit: '2' },
		});
	});

	it('goes into the query of a request without a form', async () => {
		const { body, qs } = await authenticated({ method: 'GET', qs: { credit: 2 } });
		expect(qs).toEqual({ credit: 2, keyid: 'a296464ce012b8ab710a' });
		expect(body).toBeUndefined();
	});

	it('leaves a body alone that is no form', async () => {
		const { body, qs } = await authenticated({ body: { a: 1 } });
		expect(body).toEqual({ a: 1 });
		expect(qs).toEqual({ keyid: 'a296464ce012b8ab710a' });
	});

	it('is masked in the editor', () => {
		const [key] = new ISendProApi().properties;
		expect(key).toMatchObject({ name: 'keyId', typeOptions: { password: true } });
	});
});
