/** La mission : la raison de voir un enfant, donnée à un agent ou à une unité, pour un temps. */
import { z } from 'zod';

export const MissionNature = z.enum(
  ['referent', 'equipe', 'territoire', 'evaluation', 'instance', 'astreinte', 'delegation'],
  { error: 'Choisissez la mission.' },
);
export type MissionNature = z.infer<typeof MissionNature>;
export const LIBELLE_MISSION_NATURE: Record<MissionNature, string> = {
  referent: 'référent',
  equipe: 'équipe',
  territoire: 'territoire',
  evaluation: 'évaluation',
  instance: 'instance',
  astreinte: 'astreinte',
  delegation: 'délégation',
};
