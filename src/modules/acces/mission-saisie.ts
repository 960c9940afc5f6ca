import { z } from 'zod';
import {
  choixSaisi,
  identifiantFacultatif,
  jourFacultatif,
  texteFacultatif,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { LIBELLE_MISSION_NATURE } from './mission.ts';

export const MissionSaisie = z
  .object({
    enfantId: Identifiant,
    nature: choixSaisi(LIBELLE_MISSION_NATURE, 'Choisissez la mission.'),
    agentId: identifiantFacultatif(),
    uniteId: identifiantFacultatif(),
    du: jourCivilSaisi(),
    au: jourFacultatif(),
    motif: texteFacultatif(500),
  })
  .refine(({ agentId, uniteId }) => (agentId === null) !== (uniteId === null), {
    error: 'Choisissez un agent ou une unité, l’un des deux.',
    path: ['agentId'],
  })
  .refine(({ nature, agentId }) => nature !== 'referent' || agentId !== null, {
    error: 'Un référent est un agent.',
    path: ['agentId'],
  })
  .refine(({ nature, uniteId }) => nature !== 'territoire' || uniteId !== null, {
    error: 'Le territoire est une unité.',
    path: ['uniteId'],
  });
export type MissionSaisie = z.infer<typeof MissionSaisie>;

export const FinDeMissionSaisie = z.object({ id: Identifiant, version: versionSaisie, au: jourCivilSaisi() });

/** Restreindre un dossier : ces agents, et eux seuls. */
export const RestrictionSaisie = z.object({
  enfantId: Identifiant,
  version: versionSaisie,
  nommes: z.preprocess(
    (brut) => (typeof brut === 'string' ? [brut] : (brut ?? [])),
    z.array(Identifiant).min(1, { error: 'Nommez au moins une personne.' }),
  ),
  motif: z.string({ error: 'Dites pourquoi.' }).trim().min(10, { error: 'Dites pourquoi, en une phrase.' }).max(500),
});
export type RestrictionSaisie = z.infer<typeof RestrictionSaisie>;

export const LeveeSaisie = z.object({ enfantId: Identifiant, version: versionSaisie });
