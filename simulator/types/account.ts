/** Settings of an account; change them at any time. */
export interface AccountSettings {
	keyId: string;
	/** Addresses that may use the key; others get 14. */
	allowedIps: string[] | 'any';
	/** Euros without tax. */
	credit: number;
	/** Euros for one part, by country calling code (`33` is metropolitan France). */
	prices: Record<string, number>;
	/** Euros for one part to a country that `prices` does not name. */
	defaultPrice: number;
	/** Country calling codes that may be sent to; anything else gets 27. */
	allowedCallingCodes: string[] | 'any';
	/** Senders that may be used; any other gets 33. */
	senders: string[] | 'any';
	/** Whether `nostop=1` is allowed; otherwise 36. */
	noStopAllowed: boolean;
	/** Whether messages at night, on Sundays and public holidays are refused with 24. */
	quietHours: boolean;
	hlrAllowed: boolean;
	/** How many numbers may still be verified. */
	hlrCredit: number;
	/** How the account's ordinary text is encoded; with `ucs2=1` it is always UTF-8. */
	textEncoding: 'iso-8859-15' | 'utf-8';
}

/** A contact of a directory; `fields` by their number 1 to 27 [3.7.3]. */
export interface Contact {
	/** `+33601020304` */
	number: string;
	fields: Record<number, string>;
}

export interface Directory {
	id: string;
	name: string;
	contacts: Contact[];
}

/** An account and its data. Sub-accounts are accounts too. */
export interface Account extends AccountSettings {
	/** Undefined for the main account. */
	subAccount?: { id: string; login: string; password: string };
	/** Numbers in international form (`+33601020304`). */
	blacklist: Set<string>;
	directories: Directory[];
	/** Rows of the campaign report besides those of the messages sent. */
	reportRows: ReportRow[];
}

/** A row of the campaign report [3.8]. */
export interface ReportRow {
	sentAt: Date;
	sender: string;
	to: string;
	text: string;
	information: string;
	details: string;
	status: string;
	reply: string;
	channel: string;
	price: number;
	stop: number;
	tracker: string;
}
