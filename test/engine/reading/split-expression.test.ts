import fc from 'fast-check';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { SplitExpression } from '../../../nodes/ISendPro/engine/reading/split-expression';
import { splitExpression } from '../../../nodes/ISendPro/engine/reading/split-expression';
import { inEngine } from './in-engine';

/** The text that the parts give, each evaluated by itself, with what stands around them. */
function joinParts({ codes, texts }: SplitExpression, context: IExecuteFunctions): string {
	const joined = codes.map((code, index) => {
		const value: unknown = context.evaluateExpression(code, 0);
		const isNothing = value === undefined || value === null || Number.isNaN(value);
		return unescape(texts[index] ?? '') + (isNothing ? '' : String(value));
	});
	return [...joined, texts.at(-1)].join('');
}

/** n8n drops one of two backslashes in the text before a part. */
const unescape = (text: string) => text.replace(/\\\\/g, '\\');

describe('the parts of an expression', () => {
	it.each([
		['=Bonjour', []],
		['=', []],
		['=Bonjour {{ $json.a }}, à {{$json.b}}!', ['{{ $json.a }}', '{{$json.b}}']],
		['={{ $json.a }}{{ $json.b }}', ['{{ $json.a }}', '{{ $json.b }}']],
		['=a {{ $json.a\n\t.trim() }}\nb', ['{{ $json.a\n\t.trim() }}']],
		// A `}}` ends a part, in a quoted text too; escaped, it does not.
		['={{ "a}}" + $json.a }} b', ['{{ "a}}']],
		['={{ "a\\}}" + $json.a }} b', ['{{ "a\\}}" + $json.a }}']],
		['=\\{{ $json.a }} {{ $json.b }}', ['{{ $json.b }}']],
		['=\\\\{{ $json.a }}', ['{{ $json.a }}']],
		['={{ {a: {b: 1}}.a }} b', ['{{ {a: {b: 1}}']],
		['={ {{ $json.a }', []],
		['={{{ $json.a }}}', ['{{{ $json.a }}']],
	])('are found in %j', (raw, parts) => {
		expect(splitExpression(raw).codes).toEqual(parts);
	});

	it('are those of n8n: evaluated by themselves, they give the whole text', async () => {
		const piece = fc.constantFrom(
			...['{{ $json.a }}', '{{$json["b"]}}', '{{ "x\\}}" }}', "{{ '{{' }}", '{{ $json.c ?? "" }}'],
			...['{{ $json.none }}', '{{ null }}', '{{ $json.a.none.b }}', '{{ 0/0 }}', '{{ 1 }}'],
		);
		const fixed = fc.constantFrom('', ' ', 'a', '}}', '}', '\n', '€', '\\\\', '\\{{', ', ');
		const raws = fc
			.array(fc.oneof(piece, fixed), { minLength: 2, maxLength: 6 })
			.map((parts) => `=-${parts.join('')}.`);
		await inEngine({}, [{ a: 'A', b: 'B' }], (context) => {
			for (const raw of fc.sample(raws, 300)) {
				const split = splitExpression(raw);
				if (split.codes.length === 0) continue;
				const whole = context.evaluateExpression(raw.slice(1), 0);
				expect({ raw, text: joinParts(split, context) }).toEqual({ raw, text: whole });
			}
		});
	});
});
