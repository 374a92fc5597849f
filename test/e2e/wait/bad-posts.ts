/** A POST that is no answer to a question. */
interface BadPost {
	/** Its content type; none if absent. */
	type?: string;
	body?: string | Uint8Array<ArrayBuffer>;
	headers?: Record<string, string>;
}

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

/** What anybody may post to the page of a question, by its name. */
export const badPosts: Readonly<Record<string, BadPost>> = {
	'no body': {},
	'no body, but its type': { type: form },
	'an empty form': { type: form, body: '' },
	'other fields': { type: form, body: 'a=1&__proto__=0&constructor=0&hasOwnProperty=0' },
	'repeated fields': { type: form, body: 'answer=0&answer=0&text=a&text=b' },
	'fields in brackets': { type: form, body: 'answer[0]=0&text[toString]=1' },
	'a button that is not there': { type: form, body: 'answer=9&text=' },
	'bytes that are no UTF-8': { type: form, body: 'answer=%E9%00&text=' },
	null: { type: json, body: 'null' },
	false: { type: json, body: 'false' },
	'a number': { type: json, body: '1' },
	'a text': { type: json, body: '"answer=0"' },
	'a list': { type: json, body: '[{"answer":"0","text":"a"}]' },
	'a prototype': { type: json, body: '{"__proto__":{"answer":"0","text":"a"}}' },
	'values of other types': { type: json, body: '{"answer":{"toString":1},"text":[null]}' },
	'broken JSON': { type: json, body: '{"answer":' },
	'no JSON at all': { type: json, body: 'answer=0' },
	octets: { type: 'application/octet-stream', body: new Uint8Array([0, 255, 0, 1]) },
	'a plain text': { type: 'text/plain', body: 'answer=0' },
	XML: { type: 'application/xml', body: '<answer>9</answer>' },
	'broken XML': { type: 'application/xml', body: '<answer' },
	'a wrong type': { type: 'nothing/at all;;=', body: 'answer=0' },
	'a multipart form': {
		type: 'multipart/form-data; boundary=x',
		body: '--x\r\nContent-Disposition: form-data; name="other"\r\n\r\n0\r\n--x--\r\n',
	},
	'a broken multipart form': { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent' },
	'a multipart form without a boundary': { type: 'multipart/form-data', body: 'answer=0' },
	'1 MB': { type: form, body: `text=${'a'.repeat(1_000_000)}&answer=${'0'.repeat(1_000)}` },
	'an odd language': {
		type: form,
		body: '',
		headers: { 'accept-language': ',;q=x,\u00ff'.repeat(99) },
	},
	'a broken compression': { type: form, body: 'x', headers: { 'content-encoding': 'gzip' } },
};
