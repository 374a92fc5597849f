/** Calls of iSendPro: a receipt, a reply and a STOP. */
export const receiptQuery =
	'tel=0612345678&libelle=recu&statut=0&code_erreur=000&date=2012-08-12&heure=15:07:12&id=35986&operateur=SFR&tracker=compte12_5874';
export const replyQuery = 'tel=0612345678&id_retour=545454545&msg_sms=Merci&tracker=compte12_5874';
export const stopQuery = replyQuery.replace('Merci', 'STOP%20SMS');
