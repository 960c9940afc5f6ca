/** Ce que l'API rend des agents et des postes, champ par champ. */
import { z } from 'zod';
import { defineChamps } from '#server/api/define-api.ts';
import { TEXTE_VERSION, TEXTES_PERIODE } from '#shared/champs-decrits.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { Absence } from '../../absence.ts';
import { NatureAffectation } from '../../affectation.ts';
import { Agent, AgentLigne } from '../../agent.ts';
import { Occupant, Poste } from '../../poste.ts';

export const AgentLu = defineChamps(Agent, {
  id: 'Identifiant de l’agent.',
  matricule: 'Matricule au département.',
  nature: 'Personne, ou compte de service porteur d’un jeton.',
  nom: 'Nom.',
  prenom: 'Prénom.',
  courriel: 'Adresse professionnelle.',
  telephone: 'Téléphone professionnel.',
  metier: 'Métier ou cadre d’emplois.',
  ...TEXTES_PERIODE,
  version: TEXTE_VERSION,
});

export const AgentLigneLue = defineChamps(AgentLigne, {
  id: 'Identifiant de l’agent.',
  matricule: 'Matricule au département.',
  nom: 'Nom.',
  prenom: 'Prénom.',
  courriel: 'Adresse professionnelle.',
  telephone: 'Téléphone professionnel.',
  metier: 'Métier ou cadre d’emplois.',
  ...TEXTES_PERIODE,
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
  ...TEXTES_PERIODE,
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
    ...TEXTES_PERIODE,
    version: TEXTE_VERSION,
  },
);

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
  ...TEXTES_PERIODE,
  version: TEXTE_VERSION,
} as const;

export const OccupantLu = defineChamps(Occupant, {
  agentId: 'Agent qui tient le poste.',
  nom: 'Nom.',
  prenom: 'Prénom.',
  nature: 'À quel titre.',
  ...TEXTES_PERIODE,
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
