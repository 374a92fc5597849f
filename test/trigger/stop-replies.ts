/** Replies of people who want no more messages, grouped by what makes them hard to see. */
export const STOPS: ReadonlyArray<readonly [what: string, ...replies: string[]]> = [
	[
		'the word, in any case and with any signs',
		...['STOP', 'stop', ' Stop. ', 'sToP', 'STOP!!!', '"STOP"', '«\u00a0stop\u00a0»', '‘Stop’'],
		...['(stop)', 'stóp', 'ＳＴＯＰ', '𝗦𝗧𝗢𝗣', 'STOP\u200b', 'stop 🙏', '🛑', '🛑 STOP 🛑'],
	],
	[
		'typing errors and letters apart',
		...['STOPP', 'Stopppp', 'SSTOP', 'stooop', 'SOTP', 'STPO', 'TSOP', 'ST0P', 'stopé'],
		...['S.T.O.P', 's.t.o.p.', 'S T O P', 'S-T-O-P', 'STOP36180', 'STOPSMS', 'stopstop'],
	],
	[
		'the short number and what is to stop',
		...['STOP SMS', 'Stop au 36180', 'STOP 36 180', '36180 STOP', 'SMS STOP', 'STOP Marque'],
		...['stop pub', 'STOP à vos SMS', 'Stop à tous ces messages, merci', 'STOP 0612345678'],
	],
	[
		'courtesy',
		...["stop s'il vous plaît", 'Stop svp', 'STOP, merci !', 'ok stop', 'Oui stop', 'Non, stop'],
		...['Bonjour, stop la pub', 'Bonsoir stop aux sms merci', 'Bjr STOP cdt', 'Please stop'],
	],
	[
		'sentences that begin with it',
		...['Stop, je ne veux plus de vos SMS', 'stop svp je veux plus rien', 'STOP ça suffit !'],
		...['Stop à 15 h devant la gare ?', 'stop je suis plus client chez vous depuis 2 ans'],
		...['Stop texting me', 'STOP sending me messages or I will call my lawyer'],
		...['stop ou je porte plainte à la CNIL', 'Stop. Qui êtes-vous ?', 'Stop 12 rue de la Paix'],
	],
	[
		'a sentence before it',
		...['Je ne veux plus rien recevoir. STOP', 'Vous m’embêtez, stop !', 'plus de pub stop merci'],
		...['Je vous ai déjà dit stop 3 fois', 'laissez moi tranquille stop', 'Marque stop'],
		...['No thanks, stop', 'I asked you to stop', 'Wrong number! Stop texting me'],
	],
	[
		'a refusal before it',
		...["Ça ne m'intéresse pas stop", "J'en veux pas stop", 'Je suis pas intéressée stop'],
		'Pas intéressée stop bonne journée',
		...["Je n'en veux pas stop svp", 'Je ne vous connais pas stop', "J'habite pas là stop"],
		...["C'est pas moi stop", 'Ça me plaît pas stop', 'je veux pas stop'],
	],
	[
		'a signature below',
		...['STOP\n\nJean Dupont\n06 12 34 56 78', 'Stop\r\n--\r\nEnvoyé de mon iPhone'],
		...['stop\nCordialement,\nMme Lefèvre', 'Désabonnement\nJean Dupont'],
	],
	[
		'a quote before it',
		...['> Soldes : -20 % samedi. STOP 36180\nSTOP', '« Soldes chez Marque » stop'],
		...['Soldes chez Marque, -20 % ce samedi\nstop', '> STOP'],
	],
	[
		'ARRÊT and its forms',
		...['ARRET', 'arrêt', 'Arrêt svp', 'arret sms', 'Arrêtez !', 'Arrêtez de m’envoyer des SMS'],
		...['Bonjour, merci d’arrêter vos messages', 'Je demande l’arrêt des SMS', 'ARRETER PUB'],
		'arret 36180',
	],
	[
		'the other words and their forms',
		...['désabonnement', 'DESABONNEMENT SVP', 'Désabonner', 'désabonnez-moi', 'Desabonement'],
		...['Je souhaite me désabonner', 'désinscription', 'Desinscription 36180', 'désinscrivez moi'],
		...['Unsubscribe', 'unsubscribe me please'],
	],
	[
		'more courtesy',
		...["Désabonnement, merci d'avance", 'Désabonnement merci beaucoup', 'Unsubscribe, thank you'],
		...['désabonnement bonne journée', 'Laissez-moi tranquille stop bon week-end'],
		...['Désinscription bonne soirée', 'Désinscription svp, bonne fin de journée'],
		...['Merci de bien vouloir me désinscrire', 'Je vous prie de me désabonner'],
		...['Prière de me désabonner', 'Je désire me désabonner', "J'aimerais me désabonner"],
		...['je vous remercie de me désinscrire', 'Bonjour, pourriez-vous me désinscrire ? Merci'],
		...['Je souhaiterais me désinscrire de vos listes', 'Merci de procéder à ma désinscription'],
		...['Comment se désabonner ?', 'Comment faire pour me désinscrire', 'Désinscription immédiate'],
		...['Merci de me désabonner de vos SMS publicitaires', 'Arrêtez je vous prie'],
		...['unsubscribe thanks a lot', 'Can you unsubscribe me please'],
		...['I would like to unsubscribe, thank you very much', 'How do I unsubscribe?'],
	],
];

/** Replies that have the words, or some like them, and ask for nothing of the kind. */
export const NO_STOPS: ReadonlyArray<readonly [what: string, ...replies: string[]]> = [
	[
		'the opposite',
		...['ne stoppez pas', 'Ne pas stop', "N'arrêtez pas vos messages", "Don't stop", 'Never stop'],
		...['Surtout ne me désabonnez pas', 'pas stop', 'Surtout pas stop merci', 'Non pas stop'],
		...['Bonjour, ne pas stop svp', 'il ne faut pas stop', 'Vous ne devez pas stop'],
		...[
			'Merci de pas stop',
			'On ne doit pas stop',
			"J'adore vos offres, surtout pas stop",
			'ne stop pas',
		],
		...['Ne faites pas stop', 'Ne mettez pas stop svp', 'Ne dites pas stop', 'Ne tapez pas stop'],
		...['N’envoyez pas stop', 'Ne répondez pas stop', "C'est pas stop, c'est oui"],
		...['Ce n’est pas stop', 'Je ne vais pas stop'],
		...['surtout ne stoppez pas', 'Merci de ne pas me désabonner', 'Je ne veux pas me désabonner'],
		...['je ne désire pas me désabonner', 'pas de désabonnement merci'],
		...['Merci de ne pas procéder à ma désinscription', 'Je vous prie de ne pas me désinscrire'],
		...['Thank you, not unsubscribe', "Please don't unsubscribe me, thank you"],
	],
	[
		'a stop in the street',
		...['Bonjour, je suis au stop', 'Bonjour, on se voit au stop', 'Le bus a un stop au 36180'],
		...['Tournez à gauche après le stop', "I'm at the bus stop", 'This is my stop', 'next stop'],
		...['Je suis au stop, bonne journée', 'Can you wait for me at the bus stop? Thank you'],
		...['Il ne s’arrête pas au stop', 'Je travaille non stop', 'What stop do you want?'],
	],
	[
		'an arrêt of another kind',
		...["l'arrêt de bus", "L'arrêt Gambetta", 'arrêt de travail', 'Je suis en arrêt maladie'],
		...['Quel arrêt ?', 'arrêtez-vous ici', 'Le tram ne va pas jusqu’à l’arrêt mairie'],
		...['pouvez-vous arrêter la livraison ?', 'Il n’arrête pas de pleuvoir', "à l'arrêt de bus"],
		...["Je descends à l'arrêt, bonne journée", 'Bonne journée, je suis en arrêt'],
		...["à l'arrêt, merci d'avance", 'Prière de ne pas vous arrêter', "Fin d'arrêt"],
	],
	[
		'a désinscription from something else',
		...['Je souhaite me désinscrire de la soirée', 'Désinscription pour la journée'],
	],
	[
		'words that only look like it',
		...['stopover', 'nonstop', 'non-stop', 'Christophe', 'autostop', 'top', 'STP'],
	],
	[
		'their own message quoted, and something else said',
		...['A aimé « Soldes : -20 % samedi. STOP 36180 »', '> Soldes. STOP 36180\nJe viens !'],
		'Liked “20% off on Saturday. STOP 36180”',
	],
	['nothing of it', ...['', ' ', 'oui', 'Bonjour', 'SMS', 'les SMS', 'la pub', '36180']],
	[
		'thanks for a sick note',
		...['Merci pour mon arrêt', 'Merci pour mon arrêt, bonne journée', 'Pour mon arrêt svp'],
		...['Bonjour je vous remercie pour mon arrêt', 'Comment faire pour s’arrêter ?'],
	],
	['courtesy alone', "Merci d'avance", 'Bonne soirée', 'Je vous remercie', 'Thank you very much'],
];
