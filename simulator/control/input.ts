import { FAULT_KINDS } from '../world/faults';
import { parseNumber } from '../manual/numbers';
import type { Fault, ReceiptBehaviour } from '../types';

/** The control plane was asked for something it cannot do; its text is shown. */
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
	if (typeof value !== 'number') throw new ControlError(`${name} has to be a number`);
	return value;
}

/** A telephone number as people write it, in international form. Throws when it is none. */
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

/** An amount as people write it, `1 250,50 €`; what is none stays as it is. */
export function readAmount(written: unknown): unknown {
	if (typeof written !== 'string') return written;
	const plain = written.replace(/[\s€]/g, '').replace(',', '.');
	return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : written;
}

const OUTCOMES = ['delivered', 'failed'] as const;

/** What a receipt says. Throws for an outcome that no operator reports. */
export function readReceipt(input: Values): ReceiptBehaviour {
	const outcome = OUTCOMES.find((each) => each === input.outcome);
	if (outcome === undefined)
		throw new ControlError(`outcome has to be one of ${OUTCOMES.join(', ')}`);
	return { outcome, ...(input.errorCode ? { errorCode: readText(input, 'errorCode') } : {}) };
}

/** Sets the settings that the input has. Throws for any other, and for a value of another type. */
export function update<Target extends object>(
	target: Target,
	input: Values,
	names: ReadonlyArray<keyof Target>,
): Target {
	for (const [name, value] of Object.entries(input)) {
		const known = names.find((candidate) => candidate === name);
		if (known === undefined) throw new ControlError(`There is no setting ${name}`);
		if (!isAlike(target[known], value)) throw new ControlError(`${name} has another type`);
	}
	return Object.assign(target, input);
}

/** Lists and `any` stand for each other. */
function isAlike(current: unknown, value: unknown): boolean {
	const isList = (candidate: unknown) => candidate === 'any' || Array.isArray(candidate);
	return isList(current) ? isList(value) : typeof current === typeof value && value !== null;
}

/** A fault of the input. Throws for an unknown kind, and when it lacks what the kind needs. */
export function readFault(input: Values): Fault {
	if (isFault(input)) return input;
	throw new ControlError(`kind has to be one of ${Object.keys(FAULT_KINDS).join(', ')}`);
}

function isFault(input: Values): input is Values & Fault {
	const known = Object.entries(FAULT_KINDS).find(([name]) => name === input.kind)?.[1];
	return (
		known !== undefined && (known.requires === undefined || input[known.requires] !== undefined)
	);
}
