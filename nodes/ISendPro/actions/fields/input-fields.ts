/** Puts the fields of the input item beside those of the output. */
export const includeInputFieldsField = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: true,
	description:
		'Whether to output the fields of the input item too. Where names are equal, the field of this node wins. A field named error and files (binary data) are left out.',
} as const;
