/** The requests of the manual, and `unknown` for any other. */
export type RequestKind =
	| 'balance'
	| 'send'
	| 'sendToDirectory'
	| 'count'
	| 'directoryCreate'
	| 'directoryAdd'
	| 'directoryRemove'
	| 'report'
	| 'verify'
	| 'blacklistAdd'
	| 'blacklistRemove'
	| 'blacklistDownload'
	| 'subAccount'
	| 'shortLink'
	| 'unknown';
