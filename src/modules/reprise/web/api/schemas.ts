/** Ce que l'API rend d'un import, champ par champ. */
import { z } from 'zod';
import { defineChamps } from '#server/api/define-api.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { DECISIONS, ETATS_IMPORTATION, ETATS_LIGNE, NatureImportation } from '../../importation.ts';

const listCodes = <C extends string>(libelles: Readonly<Record<C, string>>) =>
  z.enum(Object.keys(libelles) as [C, ...C[]]);

const Commun = {
  id: Identifiant,
  nature: NatureImportation,
  fichierNom: z.string(),
  etat: listCodes(ETATS_IMPORTATION),
  creeLe: z.string(),
  par: z.string().nullable(),
};
const CHAMPS_COMMUNS = {
  id: 'Identifiant de l’import.',
  nature: 'Ce que contient le fichier.',
  fichierNom: 'Nom du fichier.',
  etat: 'Où il en est.',
  creeLe: 'Instant de son dépôt.',
  par: 'Qui l’a déposé ; nul : la commande marelle.',
};

export const ImportationLigneLue = defineChamps(z.object({ ...Commun, lignes: z.int() }), {
  ...CHAMPS_COMMUNS,
  lignes: 'Lignes du fichier.',
});

const ComptesLus = defineChamps(
  z.object({
    creee: z.int(),
    modifiee: z.int(),
    inchangee: z.int(),
    douteuse: z.int(),
    refusee: z.int(),
    tranchees: z.int(),
    retenues: z.int(),
    ecrites: z.int(),
    annulees: z.int(),
    laissees: z.int(),
  }),
  {
    creee: 'Lignes à créer.',
    modifiee: 'Lignes qui changent une fiche.',
    inchangee: 'Lignes qui ne changent rien.',
    douteuse: 'Lignes sur lesquelles une personne doit se prononcer.',
    refusee: 'Lignes refusées.',
    tranchees: 'Douteuses tranchées.',
    retenues: 'Douteuses que l’on reprend.',
    ecrites: 'Lignes écrites.',
    annulees: 'Lignes défaites.',
    laissees: 'Lignes que l’annulation a laissées, la fiche ayant changé.',
  },
);

export const ImportationLue = defineChamps(
  z.object({
    ...Commun,
    parId: Identifiant.nullable(),
    motif: z.string().nullable(),
    interrompuePendant: z.string().nullable(),
    entetes: z.array(z.string()),
    avertissements: z.array(z.string()),
    titres: z.record(z.string(), z.string().nullable()),
    total: z.int(),
    avancement: z.int(),
    comptes: ComptesLus,
  }),
  {
    ...CHAMPS_COMMUNS,
    parId: 'Agent qui l’a déposé.',
    motif: 'Pourquoi il est illisible ou interrompu.',
    interrompuePendant: 'Ce qui se faisait, ou se fait.',
    entetes: 'Titres du fichier.',
    avertissements: 'Ce qu’il faut savoir de la façon dont il a été lu.',
    titres: 'À quel champ correspond chaque titre dit à la main ; nul : colonne à ne pas lire.',
    total: 'Lignes de la phase en cours.',
    avancement: 'Lignes faites de cette phase.',
    comptes: 'Ce que deviennent les lignes.',
  },
);

const RefusLu = defineChamps(z.object({ colonne: z.string(), motif: z.string() }), {
  colonne: 'Titre de la colonne ; vide : la ligne entière.',
  motif: 'Pourquoi.',
});
const CandidatLu = defineChamps(
  z.object({ id: z.string(), libelle: z.string(), raison: z.string(), visible: z.boolean() }),
  {
    id: 'Identifiant de la fiche.',
    libelle: 'Son numéro, son matricule ou son code ; jamais un nom d’enfant.',
    raison: 'Ce qui se ressemble.',
    visible: 'Le jeton peut s’y rattacher.',
  },
);
const EcartLu = defineChamps(z.object({ champ: z.string(), avant: z.string().nullable(), apres: z.string() }), {
  champ: 'Champ qui change.',
  avant: 'Ce qu’il dit ; nul si le jeton ne voit pas cette fiche.',
  apres: 'Ce qu’il dira.',
});

export const LigneLue = defineChamps(
  z.object({
    numero: z.int(),
    etat: listCodes(ETATS_LIGNE),
    brut: z.record(z.string(), z.string()),
    motif: z.string().nullable(),
    refus: z.array(RefusLu),
    candidats: z.array(CandidatLu),
    remarques: z.array(z.string()),
    decision: listCodes(DECISIONS).nullable(),
    decisionObjetId: Identifiant.nullable(),
    objetId: Identifiant.nullable(),
    ecrite: z.boolean(),
    annulee: z.boolean(),
    laissee: z.string().nullable(),
    ecarts: z.array(EcartLu),
  }),
  {
    numero: 'Numéro de la ligne dans le fichier.',
    etat: 'Ce qu’elle devient.',
    brut: 'Ses cellules, par titre.',
    motif: 'Pourquoi elle est douteuse.',
    refus: 'Pourquoi elle est refusée, colonne par colonne.',
    candidats: 'Les fiches qui lui ressemblent.',
    remarques: 'Ce qui se ferait d’autre.',
    decision: 'Ce qui a été décidé d’une ligne douteuse.',
    decisionObjetId: 'La fiche à laquelle la lier.',
    objetId: 'La fiche qu’elle touche.',
    ecrite: 'Elle est écrite.',
    annulee: 'Elle est défaite.',
    laissee: 'Pourquoi l’annulation l’a laissée.',
    ecarts: 'Ce qui change dans une fiche déjà là.',
  },
);
