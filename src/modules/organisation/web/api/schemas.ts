/** Ce que l'API rend de l'organisation, champ par champ. */
import { z } from 'zod';
import { defineChamps } from '#server/api/define-api.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { Absence } from '../../absence.ts';
import { NatureAffectation } from '../../affectation.ts';
import { Agent, AgentLigne } from '../../agent.ts';
import { Delegation } from '../../delegation.ts';
import { Occupant, Poste } from '../../poste.ts';
import { Unite, UniteResume } from '../../unite.ts';

/** Ce que rend un acte qui crée ou change une seule chose. */
export const Cree = z.object({ id: Identifiant.describe('Identifiant de ce qui a été créé ou changé.') });

export const PERIODE = { du: 'Premier jour.', au: 'Dernier jour, compris ; nul : sans fin connue.' };
export const VERSION = 'Numéro de version : il augmente à chaque changement.';
export const VERSION_SAISIE = 'Version lue, si « If-Match » ne la dit pas.';

export const CHAMPS_UNITE = {
  id: 'Identifiant de l’unité.',
  code: 'Code court, propre au département.',
  nom: 'Nom de l’unité.',
  nature: 'Sa place dans l’arbre.',
};

export const UniteResumeLue = defineChamps(UniteResume, CHAMPS_UNITE);

export const UniteLue = defineChamps(Unite, {
  ...CHAMPS_UNITE,
  parentId: 'Unité dont elle dépend ; nul pour le département.',
  ...PERIODE,
  adresse: 'Adresse postale.',
  communeCode: 'Code officiel géographique de sa commune.',
  commune: 'Nom de sa commune.',
  telephone: 'Téléphone.',
  version: VERSION,
});

export const AgentLu = defineChamps(Agent, {
  id: 'Identifiant de l’agent.',
  matricule: 'Matricule au département.',
  nature: 'Personne, ou compte de service porteur d’un jeton.',
  nom: 'Nom.',
  prenom: 'Prénom.',
  courriel: 'Adresse professionnelle.',
  telephone: 'Téléphone professionnel.',
  metier: 'Métier ou cadre d’emplois.',
  ...PERIODE,
  version: VERSION,
});

export const AgentLigneLue = defineChamps(AgentLigne, {
  id: 'Identifiant de l’agent.',
  matricule: 'Matricule au département.',
  nom: 'Nom.',
  prenom: 'Prénom.',
  courriel: 'Adresse professionnelle.',
  telephone: 'Téléphone professionnel.',
  metier: 'Métier ou cadre d’emplois.',
  ...PERIODE,
  poste: 'Intitulé de son poste principal ce jour.',
  uniteId: 'Unité de ce poste.',
  unite: 'Nom de cette unité.',
  depuis: 'Premier jour sur ce poste.',
  autresPostes: 'Nombre d’autres postes tenus ce jour.',
  absentJusquAu: 'Dernier jour de l’absence en cours.',
  absent: 'Absent ce jour.',
});

export const AbsenceLue = defineChamps(Absence, {
  id: 'Identifiant de l’absence.',
  agentId: 'Agent absent.',
  ...PERIODE,
  motif: 'Motif ; nul si l’on n’a pas à le lire.',
  commentaire: 'Commentaire ; nul si l’on n’a pas à le lire.',
});

export const TenueLue = defineChamps(
  z.object({
    id: Identifiant,
    posteId: Identifiant,
    intitule: z.string(),
    uniteId: Identifiant,
    unite: z.string(),
    nature: NatureAffectation,
    du: JourCivil,
    au: JourCivil.nullable(),
    version: z.int(),
  }),
  {
    id: 'Identifiant de l’affectation.',
    posteId: 'Poste tenu.',
    intitule: 'Intitulé du poste.',
    uniteId: 'Unité du poste.',
    unite: 'Nom de l’unité.',
    nature: 'À quel titre le poste est tenu.',
    ...PERIODE,
    version: VERSION,
  },
);

export const DelegationLue = defineChamps(Delegation, {
  id: 'Identifiant de la délégation.',
  agentId: 'Agent qui signe.',
  agentNom: 'Son nom.',
  acte: 'Acte délégué.',
  uniteId: 'Unité dans laquelle elle vaut, avec celles qui en dépendent.',
  uniteNom: 'Nom de cette unité.',
  ...PERIODE,
  arreteNumero: 'Numéro de l’arrêté.',
  arreteLe: 'Date de l’arrêté.',
  suppleance: 'Ne joue qu’en l’absence des titulaires.',
  agentAbsent: 'L’agent est absent, ou parti, le jour demandé.',
  version: VERSION,
});

const CHAMPS_POSTE = {
  id: 'Identifiant du poste.',
  numero: 'Numéro du poste.',
  intitule: 'Intitulé.',
  profil: 'Profil : il donne les droits de qui tient le poste.',
  metier: 'Métier attendu.',
  uniteId: 'Unité du poste.',
  unite: 'Nom de cette unité.',
  responsableId: 'Poste dont il dépend.',
  quotite: 'Quotité, en pour cent.',
  ...PERIODE,
  version: VERSION,
} as const;

export const OccupantLu = defineChamps(Occupant, {
  agentId: 'Agent qui tient le poste.',
  nom: 'Nom.',
  prenom: 'Prénom.',
  nature: 'À quel titre.',
  ...PERIODE,
  absentJusquAu: 'Dernier jour de son absence en cours.',
  absent: 'Absent ce jour.',
});

export const PosteLu = defineChamps(
  Poste.extend({
    etat: z.enum(['pourvu', 'absent', 'interim', 'vacant']),
    vacantDepuis: JourCivil.nullable(),
    occupants: z.array(OccupantLu),
  }),
  {
    ...CHAMPS_POSTE,
    etat: 'État ce jour.',
    vacantDepuis: 'Premier jour sans titulaire.',
    occupants: 'Qui tient le poste ce jour.',
  },
);
