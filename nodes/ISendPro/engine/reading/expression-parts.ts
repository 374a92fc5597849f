import type { IExecuteFunctions } from 'n8n-workflow';
import { startOf } from '../../api/text/character';
import { findAll, referencesIn } from './direct-expression';
import type { Reader } from './parameters';
import { partReader } from './parameters';
import { isRounded } from './rounded-number';
import type { Sources } from './sources';
import { splitExpression } from './split-expression';

/** One `{{ … }}` of an expression. */
interface Part {
	/** Its code, as an error names it. */
	readonly label: string;
	/** Whether it takes a value from an item and decides nothing: then an empty text is a blank cell. */
	readonly isFromItem: boolean;
	readonly read: Reader;
}

const FROM_ITEM = /^\{\{\s*\$(?:json\b|input\.|node\b|\()/;
/** `$json.vip ? 'VIP ' : ''` is empty on purpose. */
const DECIDES = /\?(?!\.)|[|&]|=>|\bif\b|ifEmpty/;
/** What a form calls its column is no code: `$json["Your name?"]`. */
const QUOTED = /"[^"]*"|'[^']*'/g;
/** What n8n does not write into a text as it stands in the expression. */
const CHANGED_BY_N8N = /\\|\{\{/;
/** Only a text with such digits may have a number that JavaScript cannot keep. */
const MANY_DIGITS = /\d{16}|\de\+\d/;
const MAX_LABEL_CHARACTERS = 60;

function hasNoValue(value: unknown): boolean {
	return value === null || value === undefined || Number.isNaN(value);
}

/** The parts of an expression, and what tells that one of them may have no value. */
interface Parts {
	readonly parts: readonly Part[];
	/** Matches a text in which nothing stands in the place of a part; absent where that cannot be told. */
	readonly gap?: RegExp;
}

function gapIn(texts: readonly string[]): RegExp | undefined {
	if (texts.some((text) => CHANGED_BY_N8N.test(text))) return undefined;
	const last = texts.length - 1;
	const quoted = texts.map((text, index) => {
		const escaped = text.replace(/[$()*+.?[\]^{|}]/g, String.raw`\$&`);
		return `${index === 0 ? '^' : ''}${escaped}${index === last ? '$' : ''}`;
	});
	const gaps = quoted.slice(1).map((after, index) => `${quoted[index]}\\s*${after}`);
	return new RegExp(gaps.join('|'));
}

/** Calls an expression of n8n, which may throw; then it gives nothing. */
function attempt(read: Reader, itemIndex: number): unknown {
	try {
		return read(itemIndex);
	} catch {
		return undefined;
	}
}

/**
 * Looks at each part of an expression by itself. n8n writes nothing into a text for what is missing, null
 * or no number, and for every error, so that the whole text tells nothing of it.
 */
export class ExpressionParts {
	private readonly known = new Map<string, Parts>();

	constructor(
		private readonly context: Pick<IExecuteFunctions, 'evaluateExpression'>,
		private readonly sources: Sources,
	) {}

	/**
	 * The parts of a text that give nothing for an item.
	 * @param raw the text as the workflow stores it
	 * @param text what n8n made of it for the item
	 * @returns their code, e.g. `$json.firstName`, in order; none if the text is a single part
	 */
	missingIn(raw: unknown, text: unknown, itemIndex: number): string[] {
		if (typeof raw !== 'string' || !raw.startsWith('=')) return [];
		const { parts, gap } = this.partsOf(raw);
		// Where nothing is missing, as it is nearly always, no part has to be read.
		if (gap && typeof text === 'string' && !gap.test(text)) return [];
		const missing: string[] = [];
		for (const { label, isFromItem, read } of parts) {
			const value = attempt(read, itemIndex);
			const isBlank = isFromItem && typeof value === 'string' && value.trim() === '';
			if (isBlank || hasNoValue(value)) missing.push(label);
		}
		return missing;
	}

	/**
	 * A number in a text that was rounded before it got there.
	 * @param raw the text as the workflow stores it
	 * @param text what n8n made of it for the item
	 */
	roundedIn(raw: string, text: string, itemIndex: number): number | undefined {
		if (!MANY_DIGITS.test(text)) return undefined;
		const found = findAll(referencesIn(raw), (source) => this.sources.jsonOf(source, itemIndex));
		const inItem = found.filter(isRounded).find((number) => text.includes(String(number)));
		if (inItem !== undefined) return inItem;
		return this.partsOf(raw)
			.parts.map(({ read }) => attempt(read, itemIndex))
			.find(isRounded);
	}

	/** None if the whole is one part: then its value is the parameter's own, and read as that. */
	private partsOf(raw: string): Parts {
		const known = this.known.get(raw);
		if (known) return known;
		const { codes, texts } = splitExpression(raw);
		const isOnePart = raw.slice(1).trim() === codes[0];
		const parts = codes.map((code) => ({
			label: startOf(code.slice(2, -2), MAX_LABEL_CHARACTERS),
			isFromItem: FROM_ITEM.test(code) && !DECIDES.test(code.replace(QUOTED, '')),
			read: partReader(this.context, code, this.sources),
		}));
		const prepared = isOnePart || codes.length === 0 ? { parts: [] } : { parts, gap: gapIn(texts) };
		this.known.set(raw, prepared);
		return prepared;
	}
}
