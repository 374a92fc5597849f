import { FAULT_KINDS } from '../faults';
import type { Fault } from '../types';

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
	return known !== undefined && (known.needs === undefined || input[known.needs] !== undefined);
}
