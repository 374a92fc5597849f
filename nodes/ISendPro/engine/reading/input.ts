import { InvalidInputError } from '../../api/errors';
import type { Field } from '../field';
import { isObject } from './plain-data';
import { isRounded, roundedError } from './rounded-number';
import {
	isBlank,
	isMissing,
	readBoolean,
	readChoice,
	readNumber,
	readText,
	refuse,
} from './scalars';
import type { Stored } from './stored';

function readMembers(field: Field, value: unknown, stored?: Stored): unknown {
	if (!isObject(value)) throw refuse(field, 'an object', value);
	const members: Record<string, unknown> = {};
	for (const [name, given] of Object.entries(value)) {
		const member = field.options?.find((option) => 'type' in option && option.name === name);
		if (!member || !('type' in member)) continue;
		const ofMember = stored?.member(name);
		// As if it had not been added.
		if (ofMember?.isLeftEmpty) continue;
		members[name] = readSetting(member, given, ofMember);
	}
	return members;
}

/** Reads what was set: it never silently means "without". */
function readSetting(field: Field, value: unknown, stored?: Stored): unknown {
	if (!isMissing(value) && !isBlank(value)) return readValue(field, value, stored);
	throw new InvalidInputError(
		`"${field.displayName}" is set, but its expression has no value`,
		'Check that the expression has a value for this item, or remove the option.',
	);
}

function readRows(field: Field, value: unknown, stored?: Stored): unknown {
	if (!isObject(value)) throw refuse(field, 'an object', value);
	const groups = (field.options ?? []).flatMap((group) => ('values' in group ? [group] : []));
	return Object.fromEntries(
		groups.map(({ name, values }) => {
			const given: unknown = Reflect.get(value, name);
			const ofGroup = stored?.member(name);
			if (!field.typeOptions?.multipleValues) {
				return [name, isMissing(given) ? undefined : readGroup(values, given, ofGroup)];
			}
			const rows = given ?? [];
			if (!Array.isArray(rows)) throw refuse(field, 'a list', rows);
			const read = (row: unknown, index: number) =>
				readRow(values, row, ofGroup?.member(`${index}`));
			return [name, rows.map(read)];
		}),
	);
}

/** Reads one of many rows, which are the user's data: a cell may be empty. */
function readRow(fields: readonly Field[], row: unknown, stored?: Stored): Record<string, unknown> {
	return readInput(
		fields,
		(member) => memberValue(row, member),
		({ name }) => stored?.member(name),
	);
}

/** Reads settings that belong together; one that is left empty by hand, as it is. */
function readGroup(fields: readonly Field[], group: unknown, stored?: Stored): unknown {
	return Object.fromEntries(
		fields.map((member) => {
			const ofMember = stored?.member(member.name);
			const isSet = isObject(group) && Reflect.has(group, member.name) && !ofMember?.isLeftEmpty;
			const read = isSet ? readSetting : readValue;
			return [member.name, read(member, memberValue(group, member), ofMember)];
		}),
	);
}

/** n8n does not store a value that is the default; an expression without a value is another matter. */
function memberValue(row: unknown, { name, default: fallback }: Field): unknown {
	if (!isObject(row)) return undefined;
	return Reflect.has(row, name) ? Reflect.get(row, name) : fallback;
}

/** A number, alone or in a list, has lost its last digits if it is too large for JavaScript. */
function refuseRounded(field: Field, value: unknown): void {
	if (typeof value === 'string') return;
	const rounded = Array.isArray(value) ? value.find(isRounded) : value;
	if (isRounded(rounded)) throw roundedError(field, rounded);
}

function readValue(field: Field, value: unknown, stored?: Stored): unknown {
	if (field.type === 'string') refuseRounded(field, value);
	if (field.raw) return value;
	if (field.read) return field.read(value);
	switch (field.type) {
		case 'number':
			return readNumber(field, value);
		case 'boolean':
			return readBoolean(field, value);
		case 'options':
			return readChoice(field, value);
		case 'collection':
			return readMembers(field, value, stored);
		case 'fixedCollection':
			return readRows(field, value, stored);
		case 'dateTime':
			return value;
		default:
			return readText(field, value);
	}
}

/**
 * Gives an operation the input that its fields promise, whatever an expression gave.
 * @param valueOf a field's value as n8n reads it
 * @param storedOf what the workflow stores there
 * @throws InvalidInputError naming the field, if a value is of another kind, was rounded on its way, or is
 * missing where one is required or was set
 */
export function readInput(
	fields: readonly Field[],
	valueOf: (field: Field) => unknown,
	storedOf: (field: Field) => Stored | undefined = () => undefined,
): Record<string, unknown> {
	const input: Record<string, unknown> = {};
	for (const field of fields) {
		if (field.type === 'notice') continue;
		const value = readValue(field, valueOf(field), storedOf(field));
		if (field.required && isBlank(value)) {
			throw new InvalidInputError(
				`"${field.displayName}" is empty`,
				'Fill it in. If it is an expression, check that it has a value for this item.',
			);
		}
		input[field.name] = value;
	}
	return input;
}
