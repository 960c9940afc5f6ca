/** Le poste : une place dans l'organisation, tenue par un agent pour un temps, ou vacante. */
import { z } from 'zod';
import { PROFILS, type Profil } from '#shared/habilitation.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';

export const Poste = z.object({
  id: Identifiant,
  numero: z.string(),
  intitule: z.string(),
  profil: z.string(),
  metier: z.string(),
  uniteId: Identifiant,
  unite: z.string(),
  responsableId: Identifiant.nullable(),
  quotite: z.number(),
  du: JourCivil,
  au: JourCivil.nullable(),
  version: z.int(),
});
export type Poste = z.infer<typeof Poste>;

export function formatProfil(profil: string): string {
  return PROFILS[profil as Profil] ?? profil;
}

/** `interim` : sans titulaire, mais quelqu'un assure ; `absent` : le titulaire est absent ce jour. */
export const ETATS_POSTE = {
  pourvu: 'Pourvu',
  absent: 'Titulaire absent',
  interim: 'Assuré en intérim',
  vacant: 'Vacant',
} as const;
export const EtatPoste = z.enum(Object.keys(ETATS_POSTE) as [keyof typeof ETATS_POSTE]);
export type EtatPoste = z.infer<typeof EtatPoste>;

/** Qui tient le poste ce jour. */
export const Occupant = z.object({
  agentId: Identifiant,
  nom: z.string(),
  prenom: z.string(),
  nature: z.string(),
  du: JourCivil,
  au: JourCivil.nullable(),
  absentJusquAu: JourCivil.nullable(),
  absent: z.boolean(),
});
export type Occupant = z.infer<typeof Occupant>;

export const PosteLigne = Poste.extend({
  etat: EtatPoste,
  vacantDepuis: JourCivil.nullable(),
  occupants: z.array(Occupant),
});
export type PosteLigne = z.infer<typeof PosteLigne>;

export const PosteFiltre = z.object({
  q: z.string().trim().max(100).catch(''),
  unite: Identifiant.nullable().catch(null),
  profil: z.string().max(60).catch(''),
  etat: EtatPoste.or(z.literal('')).catch(''),
  tri: z.enum(['numero', 'intitule', 'unite', 'vacantDepuis']).catch('unite'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type PosteFiltre = z.infer<typeof PosteFiltre>;
