import type { IExecuteFunctions } from 'n8n-workflow';
import { startOf } from '../../api/text/character';
import { findDirectly, referencesIn } from './direct-expression';
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
const DECIDES = /[?|&]|=>|\bif\b|ifEmpty/;
/** Only a text with such digits may have a number that JavaScript cannot keep. */
const MANY_DIGITS = /\d{16}|\de\+\d/;
const MAX_LABEL_CHARACTERS = 60;

function hasNoValue(value: unknown): boolean {
	return value === null || value === undefined || Number.isNaN(value);
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
	private readonly known = new Map<string, readonly Part[]>();

	constructor(
		private readonly context: Pick<IExecuteFunctions, 'evaluateExpression'>,
		private readonly sources: Sources,
	) {}

	/**
	 * The parts of a text that give nothing for an item.
	 * @param raw the text as the workflow stores it
	 * @returns their code, e.g. `$json.firstName`, in order; none if the text is a single part
	 */
	missingIn(raw: unknown, itemIndex: number): string[] {
		if (typeof raw !== 'string' || !raw.startsWith('=')) return [];
		const missing: string[] = [];
		for (const { label, isFromItem, read } of this.partsOf(raw)) {
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
		const found = referencesIn(raw).map((reference) =>
			findDirectly(reference, (source) => this.sources.jsonOf(source, itemIndex)),
		);
		const inItem = found.filter(isRounded).find((number) => text.includes(String(number)));
		if (inItem !== undefined) return inItem;
		return this.partsOf(raw)
			.map(({ read }) => attempt(read, itemIndex))
			.find(isRounded);
	}

	/** None if the whole is one part: then its value is the parameter's own, and read as that. */
	private partsOf(raw: string): readonly Part[] {
		const known = this.known.get(raw);
		if (known) return known;
		const codes = splitExpression(raw);
		const parts = codes.map((code) => ({
			label: startOf(code.slice(2, -2), MAX_LABEL_CHARACTERS),
			isFromItem: FROM_ITEM.test(code) && !DECIDES.test(code),
			read: partReader(this.context, code, this.sources),
		}));
		const several = raw.slice(1).trim() === codes[0] ? [] : parts;
		this.known.set(raw, several);
		return several;
	}
}
