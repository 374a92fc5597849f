import type { Simulator } from '../types';

const SECRET_ARGUMENTS = 'keyid|subAccountKeyId|subAccountPassword';
const inForms = new RegExp(`((?:^|[?&"])(?:${SECRET_ARGUMENTS})=)([^&"\\s\\\\]*)`, 'gi');
const inObjects = new RegExp(`("(?:${SECRET_ARGUMENTS})":")((?:[^"\\\\]|\\\\.)*)`, 'gi');

/** Masks keys and passwords in JSON: those of all accounts, and all arguments that hold one. */
export function mask(json: string, { accounts }: Pick<Simulator, 'accounts'>): string {
	let masked = json.replace(inForms, '$1***').replace(inObjects, '$1***');
	for (const { keyId, subAccount } of accounts) {
		for (const secret of [keyId, subAccount?.password]) {
			if (secret !== undefined && secret.length >= 4) {
				masked = masked.replaceAll(JSON.stringify(secret).slice(1, -1), '***');
			}
		}
	}
	return masked;
}
