import { z } from 'zod';
import { choixSaisi, texteFacultatif, texteSaisi, versionSaisie } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { METIERS } from './agent.ts';

const courriel = texteFacultatif(254).refine((texte) => texte === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(texte), {
  error: 'Écrivez l’adresse comme prenom.nom@departement.fr.',
});

const champs = {
  matricule: texteSaisi('Indiquez le matricule.', 30),
  nom: texteSaisi('Indiquez le nom.', 80),
  prenom: texteSaisi('Indiquez le prénom.', 80),
  courriel,
  telephone: texteFacultatif(20),
  metier: choixSaisi(METIERS, 'Choisissez un métier.'),
};

export const AgentSaisie = z.object({ ...champs, du: jourCivilSaisi() });
export type AgentSaisie = z.infer<typeof AgentSaisie>;

export const AgentCorrection = z.object({
  ...champs,
  // Un métier repris d'un fichier reste permis tant qu'on ne le change pas.
  metier: texteSaisi('Choisissez un métier.', 80),
  id: Identifiant,
  version: versionSaisie,
});
export type AgentCorrection = z.infer<typeof AgentCorrection>;

/** Le dernier jour de l'agent au département. */
export const DepartSaisie = z.object({ id: Identifiant, version: versionSaisie, au: jourCivilSaisi() });
export type DepartSaisie = z.infer<typeof DepartSaisie>;
