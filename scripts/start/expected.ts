/** An SMS as it has to arrive when the first example workflow runs. */
export interface ExpectedMessage {
	/** As iSendPro takes the number. */
	to: string;
	text: string;
	characters: number;
	parts: number;
	encoding: 'gsm' | 'unicode';
}

/**
 * Written by hand from the manual, not taken from what the node or the simulator computes. [4.2]:
 * `é`, `à` and `è` stay; `É`, `ë`, `ç`, `ô` and `À` are replaced by the operator; `[`, `]`, the
 * line break and `€` count two.
 */
export const expectedMessages: readonly ExpectedMessage[] = [
	{
		to: '0601020304',
		text: "Bonjour Elodie, votre colis [A-1024] est arrivé à l'agence.\nReste à régler : 12,50 €",
		characters: 88,
		parts: 1,
		encoding: 'gsm',
	},
	{
		to: '0605060708',
		text: "Bonjour Noel, votre colis [B-2048] est arrivé à l'agence.\nReste à régler : 0,90 €",
		characters: 85,
		parts: 1,
		encoding: 'gsm',
	},
	{
		to: '0780910112',
		text: "Bonjour Francois, votre colis [C-4096] est arrivé à l'agence.\nReste à régler : 100 €",
		characters: 88,
		parts: 1,
		encoding: 'gsm',
	},
	{
		to: '0613141516',
		text: "Bonjour Gaelle, votre colis [D-8192] est arrivé à l'agence.\nReste à régler : 7 €\nHoraires : du lundi au samedi de 9h à 19h. Pensez à prendre une pièce d'identité, ca évite de revenir. A bientot !",
		characters: 200,
		parts: 2,
		encoding: 'gsm',
	},
];
