/**
 * La délégation de signature du président du conseil départemental, par acte, par unité et par période.
 * CGCT L3221-3 : le président est chef des services ; il peut, sous sa surveillance et sa responsabilité, donner
 * délégation de signature en toute matière aux responsables de ces services.
 */
import { z } from 'zod';
import { caseCochee, identifiantSaisi, jourFacultatif, texteSaisi, versionSaisie } from '#shared/champ-saisi.ts';
import { defineChamps, TEXTE_VERSION, TEXTES_PERIODE } from '#shared/champs-decrits.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

/** Ce que l'on peut signer au nom du président ; le code dit le module et l'acte. */
export const ACTES_DELEGABLES = {
  'ip.decider': 'Décider des suites d’une information préoccupante',
  'evaluation.valider': 'Valider un rapport d’évaluation',
  'signalement.saisir': 'Saisir le procureur de la République',
  'mesure-administrative.decider': 'Décider une prestation ou une aide éducative à domicile',
  'accueil.decider': 'Décider un accueil provisoire',
  'urgence.decider': 'Recueillir un enfant en urgence',
  'jeune-majeur.decider': 'Décider l’accompagnement d’un jeune majeur',
  'ppe.signer': 'Signer le projet pour l’enfant',
  'acte-non-usuel.autoriser': 'Autoriser un acte non usuel',
  'rapport.transmettre': 'Transmettre un rapport à l’autorité judiciaire',
  'statut.requerir': 'Demander un changement de statut de l’enfant',
  'af.recruter': 'Recruter un assistant familial',
  'af.licencier': 'Suspendre ou licencier un assistant familial',
  'agrement.decider': 'Décider d’un agrément',
  'etablissement.autoriser': 'Autoriser ou contrôler un établissement',
  'eaje.autoriser': 'Donner un avis ou une autorisation à une crèche',
  'budget.engager': 'Engager une dépense',
} as const;
export type ActeDelegable = keyof typeof ACTES_DELEGABLES;
export const ActeDelegable = z.enum(Object.keys(ACTES_DELEGABLES) as [ActeDelegable, ...ActeDelegable[]]);

/** Un acte repris d'un fichier et inconnu de la liste se lit tel quel. */
export function formatActe(acte: string): string {
  return ACTES_DELEGABLES[acte as ActeDelegable] ?? acte;
}

export const Delegation = z.object({
  id: Identifiant,
  agentId: Identifiant,
  agentNom: z.string(),
  acte: z.string(),
  uniteId: Identifiant,
  uniteNom: z.string(),
  du: JourCivil,
  au: JourCivil.nullable(),
  arreteNumero: z.string(),
  arreteLe: JourCivil,
  suppleance: z.boolean(),
  /** L'agent est absent, ou n'est plus au département, le jour demandé. */
  agentAbsent: z.boolean(),
  version: z.int(),
});
export type Delegation = z.infer<typeof Delegation>;

/** Une délégation telle que l'API la rend, champ par champ. */
export const DelegationLue = defineChamps(Delegation, {
  id: 'Identifiant de la délégation.',
  agentId: 'Agent qui signe.',
  agentNom: 'Son nom.',
  acte: 'Acte délégué.',
  uniteId: 'Unité dans laquelle elle vaut, avec celles qui en dépendent.',
  uniteNom: 'Nom de cette unité.',
  ...TEXTES_PERIODE,
  arreteNumero: 'Numéro de l’arrêté.',
  arreteLe: 'Date de l’arrêté.',
  suppleance: 'Ne joue qu’en l’absence des titulaires.',
  agentAbsent: 'L’agent est absent, ou parti, le jour demandé.',
  version: TEXTE_VERSION,
});

/** Fenêtre d'alerte avant la fin d'une délégation : le temps de préparer l'arrêté suivant. */
export const JOURS_AVANT_FIN = 60;

export const ETATS_DELEGATION = {
  'en-vigueur': 'En vigueur',
  'bientot-finie': 'Finit dans les 60 jours',
  'a-venir': 'À venir',
  finie: 'Finie',
  toutes: 'Toutes',
} as const;
export type EtatDelegation = keyof typeof ETATS_DELEGATION;

export const DelegationFiltre = z.object({
  q: z.string().trim().max(100).catch(''),
  acte: ActeDelegable.or(z.literal('')).catch(''),
  unite: Identifiant.nullable().catch(null),
  agent: Identifiant.nullable().catch(null),
  etat: z.enum(Object.keys(ETATS_DELEGATION) as [EtatDelegation, ...EtatDelegation[]]).catch('en-vigueur'),
  tri: z.enum(['agent', 'acte', 'unite', 'au']).catch('acte'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type DelegationFiltre = z.infer<typeof DelegationFiltre>;

const ORDRE = { error: 'La fin précède le début.', path: ['au'] };

export const DelegationSaisie = z
  .object({
    agentId: identifiantSaisi('Choisissez l’agent qui signera.'),
    actes: z
      .union([z.array(ActeDelegable), ActeDelegable.transform((acte) => [acte])], {
        error: 'Choisissez au moins un acte.',
      })
      .refine((actes) => actes.length > 0, { error: 'Choisissez au moins un acte.' }),
    uniteId: identifiantSaisi('Choisissez l’unité dans laquelle la délégation vaut.'),
    arreteNumero: texteSaisi('Indiquez le numéro de l’arrêté.', 40),
    arreteLe: jourCivilSaisi(),
    du: jourCivilSaisi(),
    au: jourFacultatif(),
    suppleance: caseCochee,
  })
  .refine(({ du, au }) => au === null || au >= du, ORDRE)
  .refine(({ du, arreteLe }) => arreteLe <= du, {
    error: 'Une délégation ne vaut pas avant la date de son arrêté.',
    path: ['du'],
  });
export type DelegationSaisie = z.infer<typeof DelegationSaisie>;

export const DelegationFermeture = z.object({ id: Identifiant, version: versionSaisie, au: jourCivilSaisi() });
export type DelegationFermeture = z.infer<typeof DelegationFermeture>;
