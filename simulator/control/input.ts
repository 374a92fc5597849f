import { FAULT_KINDS } from '../world/faults';
import { parseNumber } from '../manual/numbers';
import type { Fault, ReceiptBehaviour } from '../types';

/** A request to the control API is invalid; the message is its answer. */
export class ControlError extends Error {}

type Values = Record<string, unknown>;

/** A text of the input. Throws when it is missing. */
export function readText(input: Values, name: string): string {
	const value = input[name];
	if (typeof value !== 'string' || value === '') throw new ControlError(`${name} is missing`);
	return value;
}

/** A number of the input. Throws when it is missing. */
export function readNumber(input: Values, name: string): number {
	const value = input[name];
	if (typeof value !== 'number') throw new ControlError(`${name} must be a number`);
	return value;
}

/** The international form of a phone number as people write it. Throws for anything else. */
export function readPhoneNumber(written: string): string {
	const digits = written
		.replace(/\(0\)|[\s.()/\u2010-\u2013-]/g, '')
		.replace(/^\+/, '00')
		.replace(/^00330/, '0033');
	const number = parseNumber(digits);
	if (number !== undefined) return number.international;
	const like = '06 01 02 03 04 or +32 470 12 34 56';
	throw new ControlError(`Not a number: ${written}. Write it like ${like}`);
}

/** An amount as people write it, `1 250,50 €`; anything else is returned unchanged. */
export function readAmount(written: unknown): unknown {
	if (typeof written !== 'string') return written;
	const plain = written.replace(/[\s€]/g, '').replace(',', '.');
	return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : written;
}

const OUTCOMES = ['delivered', 'failed'] as const;

/** A receipt of the input. Throws for an outcome that no operator reports. */
export function readReceipt(input: Values): ReceiptBehaviour {
	const outcome = OUTCOMES.find((each) => each === input.outcome);
	if (outcome === undefined)
		throw new ControlError(`outcome must be one of ${OUTCOMES.join(', ')}`);
	return { outcome, ...(input.errorCode ? { errorCode: readText(input, 'errorCode') } : {}) };
}

/** Applies the settings of the input. Throws for an unknown one and for a value of another type. */
export function update<Target extends object>(
	target: Target,
	input: Values,
	names: ReadonlyArray<keyof Target>,
): Target {
	for (const [name, value] of Object.entries(input)) {
		const known = names.find((candidate) => candidate === name);
		if (known === undefined) throw new ControlError(`There is no setting ${name}`);
		if (!hasTypeOf(target[known], value)) throw new ControlError(`${name} has the wrong type`);
	}
	return Object.assign(target, input);
}

/** A list may replace `any`, and `any` a list. */
function hasTypeOf(current: unknown, value: unknown): boolean {
	const isList = (candidate: unknown) => candidate === 'any' || Array.isArray(candidate);
	return isList(current) ? isList(value) : typeof current === typeof value && value !== null;
}

/** A fault of the input. Throws for an unknown kind, and when a required property is missing. */
export function readFault(input: Values): Fault {
	if (isFault(input)) return input;
	throw new ControlError(`kind must be one of ${Object.keys(FAULT_KINDS).join(', ')}`);
}

function isFault(input: Values): input is Values & Fault {
	const known = Object.entries(FAULT_KINDS).find(([name]) => name === input.kind)?.[1];
	return (
		known !== undefined && (known.requires === undefined || input[known.requires] !== undefined)
	);
}
