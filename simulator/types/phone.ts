/** A message as the phone shows it. */
export interface ReceivedMessage {
	/** iSendPro's own number of the message: `id` of receipts, `id_retour` of replies. */
	id: string;
	/** The number as it was submitted. */
	to: string;
	/** After the operator's replacements, without the STOP mention. */
	text: string;
	/** `STOP 36180`, when the operator added it. */
	stopMention?: string;
	sender: string;
	/** Empty when none was given. */
	tracker: string;
	/** Counted as [4.2] says, without the STOP mention. */
	characters: number;
	/** With the STOP mention. */
	parts: number;
	encoding: 'gsm' | 'unicode';
	/** Euros. */
	price: number;
	acceptedAt: Date;
	/** Set when `date_envoi` was given. */
	scheduledFor?: Date;
	/** Unset until its (simulated) time. */
	receivedAt?: Date;
	/** What the operator reported last, and since when the campaign report shows it. */
	reported?: ReceiptBehaviour & { at: Date };
	/** `number` of its request. */
	request: number;
	/** Key of the account that sent it. */
	keyId: string;
}

export interface ReceiptBehaviour {
	/** `none`: the operator never reports. */
	outcome: 'delivered' | 'failed' | 'none';
	/** `code_erreur`; by default one for the outcome and the operator. */
	errorCode?: string;
	/** `libelle`; by default like the manual's example. */
	label?: string;
}

export interface Phone {
	/** International form, `+33601020304`. */
	number: string;
	/** `ORAN`, `SFR`, `BOUY`, `FREE`, `VIRG`, `NRJ`, or any other text. */
	operator: string;
	/** false: sends get 21, verification says INVALIDE. */
	attributed: boolean;
	/** true: sends get 22. */
	fullMvno: boolean;
	receipt: ReceiptBehaviour;
	messages: ReceivedMessage[];
	/**
	 * `message`: the last one that the phone had then, in whose row of the campaign report it is.
	 * `transmitted`: it reached iSendPro.
	 */
	replies: Array<{ text: string; at: Date; transmitted: boolean; message?: string }>;
}

export interface Phones {
	/** The phone of a number, written as iSendPro takes it; created when first used. */
	get(number: string): Phone;
	/** Phones that were used or configured. */
	all(): Phone[];
	/** The messages of all phones, in the order of acceptance. */
	messages(): ReceivedMessage[];
}
