/** The requests of the manual, and what is none of them. */
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
