import type { ResultCode } from '../../../nodes/ISendPro/api/wire/codes';
import { describeCode, resultCodes } from '../../../nodes/ISendPro/api/wire/codes';

/** The table of [4.1], as the manual prints it; the examples of 25 and 26 left out. */
const manual = `
0 Votre message a bien été envoyé
1 Le champ Login est vide
2 Le champ PWD est vide
3 Vos identifiants sont incorrects
4 Vous devez saisir un message
5 Le message ne doit pas dépasser 160 caractères
6 Vous devez saisir un numéro de téléphone
7 Un numéro de téléphone est sur 10 chiffres
11 Le numéro de téléphone est dans la liste noire
12 Votre crédit de MT est épuisé
14 L’adresse IP n’est pas autorisée
15 Vous devez indiquer un canal d’envoi
16 L’émetteur ne peut pas être vide
17 L’émetteur doit être sur plus de 3 caractères et 11 caractères maximum
18 L’émetteur ne peut pas comporter que des chiffres
19 Si un émetteur est indiqué, le message ne peut pas dépasser 148 caractères
21 Le numéro de téléphone n’est pas attribué
22 Le téléphone est attribué à un Full MVNO
23 Le nombre maximum de téléphones par requête est de 500
24 Pas d’envoi commercial entre 20h et 08h, ni les dimanches et jours fériés
25 Il est obligatoire d’indiquer le cout vers les numéros en 0899.
26 Il est obligatoire d’indiquer le cout vers les numéros en 0892.
27 L’indicatif pays du téléphone n’est pas autorisé !
28 Votre crédit de qualification est épuisé !
29 Nous ne pouvons donner suite à votre demande (overflow)
30 Erreur sur le domaine de connexion
31 Le message ne doit pas dépasser [X] caractères !
32 Le message est sur [X] SMS ([Z] caractères) alors que la demande est sur [Y] SMS
33 Cet émetteur n’est pas autorisé !
34 La valeur de smslong doit etre un entier !
35 Votre crédit de HLR est épuisé !
36 Vous n’etes pas autorisé à retirer le STOP SMS !
37 Les numéros de téléphone ne sont pas tous à destination du meme pays !
38 Le message ne doit pas dépasser [X] caractères !
39 Le message ne doit pas dépasser [Y] caractères !
40 Le format de message ucs2 n’est pas autorisé pour les numéros en France métropolitaine !
41 Vous n’etes pas autorisé aux requetes HLR !
42 L’émetteur ne peut pas comporter de caractères spéciaux !
43 La date d'envoi n'est pas au bon format (AAAA-MM-JJ HH:MM)!
100 Votre répertoire a été créé !
101 Vous devez saisir un nom de répertoire !
102 Votre identifiant de répertoire ne correspond a aucune donnée!
103 Votre donnee a ete ajoutee dans le repertoire!
104 Ce repertoire ne peut pas etre modifie car une campagne est programme dessus!
105 La donnee est deja presente dans le repertoire!
106 Votre donnee a ete supprimee du repertoire
107 La donnee n'est pas presente dans le repertoire!
201 Vous devez saisir une date de debut de selection!
202 Vous devez saisir une date de fin de selection!
203 La date de debut de selection n'est pas au bon format (AAAA-MM-JJ)
204 La date de fin de selection n'est pas au bon format (AAAA-MM-JJ)
205 La selection depasse 200 000 donnees! Merci de la reduire!
206 La selection ne correspond a aucune donnee!
210 Le mot cle a ete ajoute
211 Le mot cle a ete supprime
212 Liste des mot cles pour ce compte
213 Le mot cle n'est pas disponible
214 Le mot cle n'existe pas pour ce compte
215 Aucun mot cle pour ce compte
216 Le mot cle ne doit contenir ni espace ni caractere speciaux
217 Le mot cle doit etre entre 3 et 20 caracteres
220 L emetteur a ete ajoute
221 L emetteur a ete supprime
222 Liste des emetteurs pour ce compte
223 L emetteur n'est pas disponible
224 L emetteur n'existe pas pour ce compte
225 Aucun emetteur pour ce compte
230 Le sous compte a ete ajoute
231 Vous devez saisir un identifiant/login pour la creation du sous-compte
232 Vous devez saisir un mot de passe pour la creation du sous compte
233 Un sous compte existe deja avec cet identifiant
234 Aucun sous compte avec ces identifiants
235 Vous devez renseigner l indicatif du pays associe au prix
236 Vous devez renseigner un prix
237 Le prix a ete cree
238 Vous devez renseigner le montant du credit a ajouter
239 Le credit a ete ajoute au sous compte
240 La commande saisie ne correspond a aucune fonctionnalite
241 Le prix a ete mis a jour
242 Vous devez saisir la cle d identifcation du sous compte
243 Un sous compte ne peut pas avoir de sous compte
244 La restriction STOP a ete desactivee
245 La restriction STOP a ete activee
246 La restriction horaire a ete desactivee
247 La restriction horaire a ete activee
248 Les donnees de restriction ne sont pas correctes
250 Le lien court a ete genere
777 Le service est en maintenance
998 L encodage du message est incorrect
999 Une erreur est survenue. Merci de contacter le service technique
`;

const rows = manual
	.trim()
	.split('\n')
	.map((line) => /^(\d+) (.*)$/.exec(line.trim()))
	.map((row) => [Number(row?.[1]), row?.[2] ?? ''] as const);

function codesWith(fact: Partial<ResultCode>): number[] {
	return [...resultCodes.values()]
		.filter((row) =>
			Object.entries(fact).every(([name, value]) => Reflect.get(row, name) === value),
		)
		.map(({ code }) => code);
}

describe('The table of codes [4.1]', () => {
	it("has the manual's codes, in its order, and no others", () => {
		expect([...resultCodes.keys()]).toEqual(rows.map(([code]) => code));
	});

	it.each(rows)('has %i as "%s"', (code, message) => {
		expect(resultCodes.get(code)).toMatchObject({ code, message });
	});

	it.each(rows)('says in English what %i means, and for a failure what to do', (code) => {
		const row = describeCode(String(code));
		expect(row.meaning).toMatch(/^[A-Za-z].{8,}[^.]$/);
		if (row.kind === 'failure') expect(row.advice).toMatch(/^[A-Z].{10,}\.$/);
		else expect(row.advice).toBe('');
	});

	it('has success and empty results where the reading notes and the texts have them', () => {
		expect(codesWith({ kind: 'success' })).toEqual([
			...[0, 100, 103, 106, 210, 211, 212, 220, 221, 222, 230, 237, 239, 241],
			...[244, 245, 246, 247, 250],
		]);
		expect(codesWith({ kind: 'empty' })).toEqual([206, 215, 225]);
	});

	it('stops a run where every later request would fail too', () => {
		expect(codesWith({ stops: 'run' })).toEqual([1, 2, 3, 12, 14, 15, 28, 30, 35, 41, 777]);
	});

	it('stops what has the same sender where only that sender is refused', () => {
		expect(codesWith({ stops: 'sender' })).toEqual([16, 17, 18, 33, 36, 42]);
	});

	it('lets a request be tried again at once where iSendPro has no capacity', () => {
		expect(codesWith({ isTransient: true })).toEqual([29]);
	});

	it('lets a request be repeated where only the circumstances were against it', () => {
		expect(codesWith({ repeatSafe: true })).toEqual([
			...[1, 2, 3, 12, 14, 15, 24, 27, 28, 29, 30, 33, 35, 36, 41, 102, 104, 234, 243, 777, 998],
		]);
	});

	it('never calls a success a failure of anything', () => {
		for (const code of [...codesWith({ kind: 'success' }), ...codesWith({ kind: 'empty' })]) {
			expect(resultCodes.get(code)).toMatchObject({
				repeatSafe: false,
				isTransient: false,
			});
		}
	});
});

describe('A code that is not in the table', () => {
	it.each(['8', '556', '2000', '20'])('%s is a failure that says so', (code) => {
		expect(describeCode(code)).toMatchObject({
			code: Number(code),
			kind: 'failure',
			meaning: `iSendPro answered with the unknown code ${code}`,
			repeatSafe: false,
		});
	});

	it.each(['OK', '0x0', '00', '012', '0.0', '-1', '1e1', ' ', '0\n0', 'é'])(
		'nor is %j taken for a number',
		(code) => {
			expect(describeCode(code)).toMatchObject({ code: Number.NaN, kind: 'failure' });
		},
	);

	it('is never success for want of a code', () => {
		expect(describeCode('')).toMatchObject({
			kind: 'failure',
			meaning: 'iSendPro answered without a code',
		});
	});
});
