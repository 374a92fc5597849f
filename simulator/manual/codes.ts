/**
 * The table of codes [4.1], with `'` for the manual's typographic apostrophes, which the charset of
 * the answers lacks. `[X]`, `[Y]` and `[Z]` are placeholders.
 */
export const CODE_MESSAGES: ReadonlyMap<number, string> = new Map([
	[0, 'Votre message a bien été envoyé'],
	[1, 'Le champ Login est vide'],
	[2, 'Le champ PWD est vide'],
	[3, 'Vos identifiants sont incorrects'],
	[4, 'Vous devez saisir un message'],
	[5, 'Le message ne doit pas dépasser 160 caractères'],
	[6, 'Vous devez saisir un numéro de téléphone'],
	[7, 'Un numéro de téléphone est sur 10 chiffres'],
	[11, 'Le numéro de téléphone est dans la liste noire'],
	[12, 'Votre crédit de MT est épuisé'],
	[14, "L'adresse IP n'est pas autorisée"],
	[15, "Vous devez indiquer un canal d'envoi"],
	[16, "L'émetteur ne peut pas être vide"],
	[17, "L'émetteur doit être sur plus de 3 caractères et 11 caractères maximum"],
	[18, "L'émetteur ne peut pas comporter que des chiffres"],
	[19, 'Si un émetteur est indiqué, le message ne peut pas dépasser 148 caractères'],
	[21, "Le numéro de téléphone n'est pas attribué"],
	[22, 'Le téléphone est attribué à un Full MVNO'],
	[23, 'Le nombre maximum de téléphones par requête est de 500'],
	[24, "Pas d'envoi commercial entre 20h et 08h, ni les dimanches et jours fériés"],
	[
		25,
		"Il est obligatoire d'indiquer le cout vers les numéros en 0899. Ex : Pour plus de renseignements appelez le 0899 XX XX XX (1.35€ / apl + 0.34€ / min)",
	],
	[
		26,
		"Il est obligatoire d'indiquer le cout vers les numéros en 0892. Ex : Pour plus de renseignements appelez le 0892 XX XX XX (0.34€ / min)",
	],
	[27, "L'indicatif pays du téléphone n'est pas autorisé !"],
	[28, 'Votre crédit de qualification est épuisé !'],
	[29, 'Nous ne pouvons donner suite à votre demande (overflow)'],
	[30, 'Erreur sur le domaine de connexion'],
	[31, 'Le message ne doit pas dépasser [X] caractères !'],
	[32, 'Le message est sur [X] SMS ([Z] caractères) alors que la demande est sur [Y] SMS'],
	[33, "Cet émetteur n'est pas autorisé !"],
	[34, 'La valeur de smslong doit etre un entier !'],
	[35, 'Votre crédit de HLR est épuisé !'],
	[36, "Vous n'etes pas autorisé à retirer le STOP SMS !"],
	[37, 'Les numéros de téléphone ne sont pas tous à destination du meme pays !'],
	[38, 'Le message ne doit pas dépasser [X] caractères !'],
	[39, 'Le message ne doit pas dépasser [Y] caractères !'],
	[40, "Le format de message ucs2 n'est pas autorisé pour les numéros en France métropolitaine !"],
	[41, "Vous n'etes pas autorisé aux requetes HLR !"],
	[42, "L'émetteur ne peut pas comporter de caractères spéciaux !"],
	[43, "La date d'envoi n'est pas au bon format (AAAA-MM-JJ HH:MM)!"],
	[100, 'Votre répertoire a été créé !'],
	[101, 'Vous devez saisir un nom de répertoire !'],
	[102, 'Votre identifiant de répertoire ne correspond a aucune donnée!'],
	[103, 'Votre donnee a ete ajoutee dans le repertoire!'],
	[104, 'Ce repertoire ne peut pas etre modifie car une campagne est programme dessus!'],
	[105, 'La donnee est deja presente dans le repertoire!'],
	[106, 'Votre donnee a ete supprimee du repertoire'],
	[107, "La donnee n'est pas presente dans le repertoire!"],
	[201, 'Vous devez saisir une date de debut de selection!'],
	[202, 'Vous devez saisir une date de fin de selection!'],
	[203, "La date de debut de selection n'est pas au bon format (AAAA-MM-JJ)"],
	[204, "La date de fin de selection n'est pas au bon format (AAAA-MM-JJ)"],
	[205, 'La selection depasse 200 000 donnees! Merci de la reduire!'],
	[206, 'La selection ne correspond a aucune donnee!'],
	[210, 'Le mot cle a ete ajoute'],
	[211, 'Le mot cle a ete supprime'],
	[212, 'Liste des mot cles pour ce compte'],
	[213, "Le mot cle n'est pas disponible"],
	[214, "Le mot cle n'existe pas pour ce compte"],
	[215, 'Aucun mot cle pour ce compte'],
	[216, 'Le mot cle ne doit contenir ni espace ni caractere speciaux'],
	[217, 'Le mot cle doit etre entre 3 et 20 caracteres'],
	[220, 'L emetteur a ete ajoute'],
	[221, 'L emetteur a ete supprime'],
	[222, 'Liste des emetteurs pour ce compte'],
	[223, "L emetteur n'est pas disponible"],
	[224, "L emetteur n'existe pas pour ce compte"],
	[225, 'Aucun emetteur pour ce compte'],
	[230, 'Le sous compte a ete ajoute'],
	[231, 'Vous devez saisir un identifiant/login pour la creation du sous-compte'],
	[232, 'Vous devez saisir un mot de passe pour la creation du sous compte'],
	[233, 'Un sous compte existe deja avec cet identifiant'],
	[234, 'Aucun sous compte avec ces identifiants'],
	[235, 'Vous devez renseigner l indicatif du pays associe au prix'],
	[236, 'Vous devez renseigner un prix'],
	[237, 'Le prix a ete cree'],
	[238, 'Vous devez renseigner le montant du credit a ajouter'],
	[239, 'Le credit a ete ajoute au sous compte'],
	[240, 'La commande saisie ne correspond a aucune fonctionnalite'],
	[241, 'Le prix a ete mis a jour'],
	[242, 'Vous devez saisir la cle d identifcation du sous compte'],
	[243, 'Un sous compte ne peut pas avoir de sous compte'],
	[244, 'La restriction STOP a ete desactivee'],
	[245, 'La restriction STOP a ete activee'],
	[246, 'La restriction horaire a ete desactivee'],
	[247, 'La restriction horaire a ete activee'],
	[248, 'Les donnees de restriction ne sont pas correctes'],
	[250, 'Le lien court a ete genere'],
	[777, 'Le service est en maintenance'],
	[998, 'L encodage du message est incorrect'],
	[999, 'Une erreur est survenue. Merci de contacter le service technique'],
]);

/** Messages of the manual's examples that differ from the table. */
export const EXAMPLE_MESSAGES: ReadonlyMap<number | undefined, string> = new Map([
	[3, 'Vos identifiants sont incorrectes'],
	[100, 'Votre repertoire a ete cree!'],
	[106, 'Votre donnee a ete supprimee du repertoire!'],
	[250, ' Le lien court a ete genere'],
]);

/** Codes of the manual's examples that differ from the table [3.7.4, 3.17.5]. */
export const EXAMPLE_CODES: ReadonlyMap<number | undefined, number> = new Map([
	[106, 103],
	[246, 244],
]);

/** A code, and the values for the placeholders of its message. */
export interface Coded {
	code: number;
	values?: Readonly<Record<string, string | number>>;
}

/** A request, or one number of it, is refused with a code. */
export class Refusal extends Error implements Coded {
	constructor(
		readonly code: number,
		readonly values: Coded['values'] = {},
	) {
		super(`refused with ${code}`);
	}
}
