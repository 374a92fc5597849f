import { escapeHtml } from '../../../nodes/ISendPro/api/text/html';

describe('Text in a page', () => {
	it('is no markup, in an element or in an attribute', () => {
		expect(escapeHtml(`<a title="x" b='y'>&`)).toBe(
			'&lt;a title=&quot;x&quot; b=&#39;y&#39;&gt;&amp;',
		);
	});
});
