import { describeCharacter, startOf } from '../../../nodes/ISendPro/api/text/character';

describe('A character in an error', () => {
	it.each([
		['😀', '"😀" (U+1F600)'],
		['\u0007', 'U+0007'],
		[' ', 'space (U+0020)'],
		['\u00a0', 'no-break space (U+00A0)'],
		['\u0301', '"◌\u0301" (U+0301)'],
	])('%j is described as %s', (character, description) => {
		expect(describeCharacter(character)).toBe(description);
	});
});

describe('The start of a text', () => {
	it.each([
		['short', 'short'],
		[' on\r\n2\u200b lines ', 'on 2 lines'],
		['0123456789012', '0123456789…'],
		['😀'.repeat(11), `${'😀'.repeat(10)}…`],
		['\0'.repeat(1000), '…'],
	])('of %j is %j', (text, start) => {
		expect(startOf(text, 10)).toBe(start);
	});
});
