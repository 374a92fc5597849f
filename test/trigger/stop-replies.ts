/** A hundred replies of people who want no more messages, grouped by what makes them hard to see. */
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
];

/** Forty replies that have the words, or some like them, and ask for nothing of the kind. */
export const NO_STOPS: ReadonlyArray<readonly [what: string, ...replies: string[]]> = [
	[
		'the opposite',
		...['ne stoppez pas', 'Ne pas stop', "N'arrêtez pas vos messages", "Don't stop", 'Never stop'],
		'Surtout ne me désabonnez pas',
	],
	[
		'a stop in the street',
		...['Bonjour, je suis au stop', 'Bonjour, on se voit au stop', 'Le bus a un stop au 36180'],
		...['Tournez à gauche après le stop', "I'm at the bus stop", 'This is my stop', 'next stop'],
	],
	[
		'an arrêt of another kind',
		...["l'arrêt de bus", "L'arrêt Gambetta", 'arrêt de travail', 'Je suis en arrêt maladie'],
		...['Quel arrêt ?', 'arrêtez-vous ici', 'Le tram ne va pas jusqu’à l’arrêt mairie'],
		...['pouvez-vous arrêter la livraison ?', 'Il n’arrête pas de pleuvoir'],
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
];
