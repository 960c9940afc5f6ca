/** L'agent : une personne qui travaille pour le département, ou un compte de service porteur d'un jeton. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';

/** Métiers et cadres d'emplois rencontrés dans les services ; une reprise peut en apporter d'autres. */
export const METIERS = {
  'administrateur-territorial': 'Administrateur territorial',
  attache: 'Attaché territorial',
  redacteur: 'Rédacteur territorial',
  'adjoint-administratif': 'Adjoint administratif',
  'conseiller-socio-educatif': 'Conseiller socio-éducatif',
  'assistant-service-social': 'Assistant de service social',
  'educateur-specialise': 'Éducateur spécialisé',
  'moniteur-educateur': 'Moniteur éducateur',
  'educateur-jeunes-enfants': 'Éducateur de jeunes enfants',
  'conseiller-esf': 'Conseiller en économie sociale familiale',
  tisf: 'Technicien de l’intervention sociale et familiale',
  psychologue: 'Psychologue',
  medecin: 'Médecin',
  'sage-femme': 'Sage-femme',
  puericultrice: 'Puéricultrice',
  infirmier: 'Infirmier',
  'auxiliaire-puericulture': 'Auxiliaire de puériculture',
  'accompagnant-educatif-petite-enfance': 'Accompagnant éducatif petite enfance',
  psychomotricien: 'Psychomotricien',
  'agent-aupres-enfants': 'Agent auprès d’enfants',
  'agent-polyvalent': 'Agent polyvalent',
  'assistant-familial': 'Assistant familial',
  juriste: 'Juriste',
  ingenieur: 'Ingénieur',
  technicien: 'Technicien',
  autre: 'Autre métier',
} as const;
export type Metier = keyof typeof METIERS;

/** Un métier repris d'un fichier et inconnu de la liste se lit tel quel. */
export function formatMetier(metier: string): string {
  return METIERS[metier as Metier] ?? metier;
}

export const NATURES_AGENT = { personne: 'Personne', service: 'Compte de service' } as const;
export const NatureAgent = z.enum(Object.keys(NATURES_AGENT) as [keyof typeof NATURES_AGENT]);

export const Agent = z.object({
  id: Identifiant,
  matricule: z.string(),
  nature: NatureAgent,
  nom: z.string(),
  prenom: z.string(),
  courriel: z.string().nullable(),
  telephone: z.string().nullable(),
  metier: z.string(),
  du: JourCivil,
  au: JourCivil.nullable(),
  version: z.int(),
});
export type Agent = z.infer<typeof Agent>;

export const PRESENCES = {
  'en-poste': 'En poste',
  present: 'Présents ce jour',
  absent: 'Absents ce jour',
  'sans-poste': 'Sans poste',
  parti: 'Partis',
  tous: 'Tous',
} as const;
export type Presence = keyof typeof PRESENCES;

export const TRIS_AGENT = ['nom', 'metier', 'unite', 'depuis'] as const;

/** Les filtres de la liste des agents, lus dans l'adresse : une valeur abîmée est ignorée. */
export const AgentFiltre = z.object({
  q: z.string().trim().max(100).catch(''),
  unite: Identifiant.nullable().catch(null),
  metier: z.string().max(60).catch(''),
  presence: z.enum(Object.keys(PRESENCES) as [Presence, ...Presence[]]).catch('en-poste'),
  tri: z.enum(TRIS_AGENT).catch('nom'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type AgentFiltre = z.infer<typeof AgentFiltre>;

/** Une ligne de la liste : l'agent, son poste principal ce jour, son absence en cours. */
export const AgentLigne = Agent.omit({ version: true, nature: true }).extend({
  poste: z.string().nullable(),
  uniteId: Identifiant.nullable(),
  unite: z.string().nullable(),
  depuis: JourCivil.nullable(),
  autresPostes: z.int(),
  absentJusquAu: JourCivil.nullable(),
  absent: z.boolean(),
});
export type AgentLigne = z.infer<typeof AgentLigne>;
